"""The shipped guidance, for tests that no fixture reaches."""

from functools import cache

from bot.container import load_catalogue
from bot.guidance.catalogue import Catalogue


@cache
def shipped() -> Catalogue:
    """Return it, read once."""
    return load_catalogue()
