"""An archive in memory: the same promises as the database, in plain dictionaries."""

import asyncio
import copy
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from tests.fakes.records import MemoryRecords, Shelves


class MemoryArchive:
    """Keeps conversations for one test; one unit of work at a time."""

    def __init__(self) -> None:
        """Begin empty."""
        self.shelves = Shelves()
        self.tidied_at: list[datetime] = []
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def work(self) -> AsyncIterator["MemoryRecords"]:
        """Begin a unit of work on a copy, which counts only when nothing failed."""
        async with self._turn:
            shelves = copy.deepcopy(self.shelves)
            yield MemoryRecords(shelves, tidied_at=self.tidied_at)
            self.shelves = shelves

    @asynccontextmanager
    async def look(self) -> AsyncIterator["MemoryRecords"]:
        """Begin a look on a copy, of which nothing counts."""
        async with self._turn:
            yield MemoryRecords(copy.deepcopy(self.shelves), tidied_at=self.tidied_at)
