"""A private site of one's own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.web.fanout import Fanout
from tests.fakes.database import sqlite_database
from tests.fakes.staff import StaffSite, open_staff_site


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[StaffSite]:
    async with sqlite_database(tmp_path) as database, Fanout().running() as fanout:
        found = open_staff_site(database, fanout=fanout)
        yield found
        await found.rooms.close()
