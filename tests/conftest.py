"""What the fast tests share: the shipped guidance, read once, and steady Hypothesis settings."""

from pathlib import Path

import pytest
from hypothesis import settings

from bot.container import load_catalogue
from bot.guidance.catalogue import Catalogue

settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what starts processes or a browser: it takes longest, and what takes a moment fills the gaps at the end."""
    items.sort(key=lambda item: not any(item.get_closest_marker(name) for name in ("service", "browser")))


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the guidance as it is shipped; it is frozen, so one is enough."""
    return load_catalogue()
