"""A real database in a folder of its own: SQLite in a file, with the day keys beside it."""

import importlib
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.store
from bot.store.archive import SqlArchive
from bot.store.database import metadata, open_database
from bot.store.keys import FolderKeyStore, Keyring

for module in pkgutil.iter_modules(bot.store.__path__):
    importlib.import_module(f"bot.store.{module.name}")  # so that all tables are there, whichever tests run together

MASTER, HASH = b"m" * 32, b"h" * 32


@dataclass(frozen=True, kw_only=True)
class Database:
    """An engine, the archive over it, and where both keep their files."""

    engine: AsyncEngine
    archive: SqlArchive
    keyring: Keyring
    file: Path
    keys: Path

    async def rows(self) -> dict[str, int]:
        """Return how many rows each table has."""
        async with self.engine.begin() as connection:
            return {
                table.name: int(await connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0)
                for table in metadata.sorted_tables
            }


@asynccontextmanager
async def sqlite_database(folder: Path) -> AsyncIterator[Database]:
    """Open a database with all its tables; close it at the end."""
    file, keys = folder / "tomoshibi.sqlite", folder / "keys"
    engine = open_database(f"sqlite+aiosqlite:///{file}")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    keyring = Keyring(FolderKeyStore(keys), master_key=MASTER)
    archive = SqlArchive(engine, keyring=keyring, hash_key=HASH)
    try:
        yield Database(engine=engine, archive=archive, keyring=keyring, file=file, keys=keys)
    finally:
        await engine.dispose()
