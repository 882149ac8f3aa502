"""The archive in SQL: units of work over all records of conversations."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.calls import SqlCalls
from bot.store.conversations import SqlConversations
from bot.store.counts import SqlCounts
from bot.store.database import looking, shrink, working
from bot.store.keys import Keyring
from bot.store.messages import SqlMessages
from bot.store.notes import SqlLog, SqlNotes
from bot.store.pending_erasures import SqlPendingErasures


@dataclass(frozen=True, kw_only=True)
class SqlRecords:
    """One unit of work; all parts share one transaction."""

    conversations: SqlConversations
    messages: SqlMessages
    calls: SqlCalls
    notes: SqlNotes
    log: SqlLog
    counts: SqlCounts
    pending_erasures: SqlPendingErasures


class SqlArchive:
    """Stores conversations in a database."""

    def __init__(
        self,
        engine: AsyncEngine,
        *,
        keyring: Keyring,
        hash_key: bytes,
        edition: Callable[[], int | None] = lambda: None,
    ) -> None:
        """Use an engine, the day keys, the key that hashes addresses (32 bytes), and what tells the edition of the guidance in use."""
        self._engine = engine
        self._keyring = keyring
        self._hash_key = hash_key
        self._edition = edition

    @asynccontextmanager
    async def work(self) -> AsyncIterator["SqlRecords"]:
        """Begin a unit of work: one transaction; after an erasure, no copy stays in SQLite's write-ahead log."""
        async with working(self._engine) as connection:
            records = self._records(connection)
            yield records
        if records.conversations.erased:
            await shrink(self._engine)

    @asynccontextmanager
    async def look(self) -> AsyncIterator["SqlRecords"]:
        """Begin a read-only unit of work; on SQLite it takes no lock."""
        async with looking(self._engine) as connection:
            yield self._records(connection)

    def _records(self, connection: AsyncConnection) -> SqlRecords:
        return SqlRecords(
            conversations=SqlConversations(connection, keyring=self._keyring, hash_key=self._hash_key),
            messages=SqlMessages(connection, keyring=self._keyring, edition=self._edition()),
            calls=SqlCalls(connection),
            notes=SqlNotes(connection, keyring=self._keyring),
            log=SqlLog(connection, key=self._hash_key),
            counts=SqlCounts(connection),
            pending_erasures=SqlPendingErasures(connection),
        )
