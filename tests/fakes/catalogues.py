"""The shipped guidance, for tests that no fixture reaches."""

from functools import cache

from bot.guidance.catalogue import Catalogue
from bot.parts import load_catalogue


@cache
def shipped() -> Catalogue:
    """Return it, read once."""
    return load_catalogue()
