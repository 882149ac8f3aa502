"""A private site of one's own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.web.fanout import Fanout
from tests.fakes.database import sqlite_database
from tests.fakes.staff import Premises, premises


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Premises]:
    async with sqlite_database(tmp_path) as database, Fanout().running() as fanout:
        found = premises(database, fanout=fanout)
        yield found
        await found.rooms.close()
