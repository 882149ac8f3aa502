"""The database: SQLite by default, PostgreSQL by address."""

import asyncio
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool, StaticPool

ROOM = 16 * 1024 * 1024
"""Bytes that have to be free on the disk of the database."""
MEMORY = "sqlite+aiosqlite:///:memory:"

_READS_ONLY = "reads_only"
_turns: WeakKeyDictionary[sa.Engine, asyncio.Lock] = WeakKeyDictionary()

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def open_database(url: str) -> AsyncEngine:
    """Return an engine; on SQLite every unit of work takes the write lock at its start, so that none fails halfway."""
    if url == MEMORY:
        engine = create_async_engine(url, poolclass=StaticPool, hide_parameters=True)
    else:
        engine = create_async_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        sa.event.listen(engine.sync_engine, "begin", _begin_immediately)
    return engine


@asynccontextmanager
async def working(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Yield a connection in one transaction, which is committed as a whole or not at all."""
    async with _turn(engine), engine.begin() as connection:
        yield connection


def _turn(engine: AsyncEngine) -> AbstractAsyncContextManager[None]:
    """Return a lock that lets the tasks of this process write one at a time, in the order they asked.

    SQLite has one writer at a time and no queue: a writer that finds it busy sleeps, ever longer, and tries again, in no
    particular order. Between processes this remains so.
    """
    if engine.dialect.name != "sqlite":
        return nullcontext()
    return _turns.setdefault(engine.sync_engine, asyncio.Lock())


@asynccontextmanager
async def looking(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Yield a read-only connection; on SQLite it takes no lock and never waits."""
    async with engine.connect() as connection:
        await connection.execution_options(**{_READS_ONLY: True})
        yield connection


async def state_of(engine: AsyncEngine) -> str:
    """Return whether the database can be used: `up`, `down`, or `full` where its disk has no room for what people write."""
    try:
        async with looking(engine) as connection:
            await connection.execute(sa.text("SELECT 1 FROM conversations LIMIT 1"))
    except sa.exc.SQLAlchemyError:
        return "down"
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file == ":memory:":
        return "up"
    return "up" if await asyncio.to_thread(_room_beside, file) >= ROOM else "full"


def _room_beside(file: str) -> int:
    return shutil.disk_usage(Path(file).absolute().parent).free


@asynccontextmanager
async def private_database() -> AsyncIterator[AsyncEngine]:
    """Yield an in-memory database with all tables, which several tasks use in turn; nothing remains of it afterwards."""
    url = f"sqlite+aiosqlite:///file:{secrets.token_hex(16)}?mode=memory&cache=shared&uri=true"
    keeper = create_async_engine(url, poolclass=NullPool)
    engine = create_async_engine(
        url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0, hide_parameters=True
    )
    sa.event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    sa.event.listen(engine.sync_engine, "begin", _begin_immediately)
    async with keeper.connect():  # the tables live as long as at least one connection is open
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        try:
            yield engine
        finally:
            await engine.dispose()
    await keeper.dispose()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Overwrite deleted data, let readers work during a write, and leave BEGIN to this module."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "busy_timeout=5000", "temp_store=MEMORY",
    ):  # fmt: skip
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_immediately(connection: sa.Connection) -> None:
    reads_only = connection.get_execution_options().get(_READS_ONLY)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


async def shrink(engine: AsyncEngine) -> None:
    """Empty SQLite's write-ahead log, so that no deleted data remains in it."""
    if engine.dialect.name == "sqlite":
        async with _turn(engine), engine.connect() as connection:
            await connection.exec_driver_sql("COMMIT")
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
