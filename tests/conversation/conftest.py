"""Fake services of its own for each test."""

import pytest

from bot.guidance.catalogue import Catalogue
from tests.fakes.services import FakeServices, fake_services


@pytest.fixture
def services(catalogue: Catalogue) -> FakeServices:
    return fake_services(catalogue)
