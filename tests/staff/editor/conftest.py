"""Two editors and an administrator."""

import pytest

from bot.permissions import Role
from tests.fakes.staff import Colleague, Premises
from tests.staff.editor.editor_site import room

__all__ = ["room"]  # pytest finds fixtures here


@pytest.fixture
async def aki(place: Premises) -> Colleague:
    return await place.settled("aki", Role.EDITOR)


@pytest.fixture
async def ume(place: Premises) -> Colleague:
    return await place.settled("ume", Role.EDITOR)


@pytest.fixture
async def ken(place: Premises) -> Colleague:
    return await place.settled("ken", Role.ADMINISTRATOR)
