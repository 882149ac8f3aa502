"""Two editors and an administrator."""

import pytest

from bot.permissions import Role
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.editor.editor_site import room

__all__ = ["room"]  # pytest finds fixtures here


@pytest.fixture
async def aki(site: StaffSite) -> Colleague:
    return await site.settled("aki", Role.EDITOR)


@pytest.fixture
async def ume(site: StaffSite) -> Colleague:
    return await site.settled("ume", Role.EDITOR)


@pytest.fixture
async def ken(site: StaffSite) -> Colleague:
    return await site.settled("ken", Role.ADMINISTRATOR)
