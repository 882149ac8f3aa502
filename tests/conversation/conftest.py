"""A house of one's own for each test."""

import pytest

from bot.guidance.catalogue import Catalogue
from tests.fakes.house import Services, house


@pytest.fixture
def home(catalogue: Catalogue) -> Services:
    return house(catalogue)
