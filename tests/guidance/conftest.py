"""A room to edit in."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.guidance.baseline import Baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.workflow import Editing
from bot.store.revisions import SqlGuidanceBook
from tests.fakes.clock import StoppedClock
from tests.fakes.database import HASH, sqlite_database
from tests.guidance.room import Room


@pytest.fixture
async def room(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Room]:
    async with sqlite_database(tmp_path) as database:
        book = SqlGuidanceBook(database.engine, log_key=HASH)
        baseline = Baseline(catalogue=catalogue, hours=json.dumps({"shifts": [], "closed": []}))
        editing = Editing(book=book, shipped=baseline, clock=StoppedClock())
        yield Room(editing, book, database, catalogue)
