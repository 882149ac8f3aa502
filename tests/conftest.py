"""What the fast tests share: the shipped guidance, read once, and steady Hypothesis settings."""

from pathlib import Path

import pytest
from hypothesis import settings

from bot.container import load_catalogue
from bot.guidance.catalogue import Catalogue

settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the guidance as it is shipped; it is frozen, so one is enough."""
    return load_catalogue()
