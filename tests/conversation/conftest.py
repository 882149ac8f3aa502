"""A house of one's own for each test."""

import pytest

from bot.guidance.catalogue import Catalogue
from tests.fakes.house import House, house


@pytest.fixture
def home(catalogue: Catalogue) -> House:
    return house(catalogue)
