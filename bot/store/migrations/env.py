"""How Alembic reaches our database: the async engine of bot.store.database."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from bot.store import (  # noqa: F401 (their tables belong to the metadata)
    action_log,
    addresses,
    archive,
    closing_days,
    conversations,
    leases,
    presence,
    return_codes,
    revisions,
    staff,
    staff_sessions,
)
from bot.store.database import metadata, open_database


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


async def _online() -> None:
    engine = open_database(context.config.get_main_option("sqlalchemy.url") or "")
    async with engine.begin() as connection:
        await connection.run_sync(_run)
    await engine.dispose()


asyncio.run(_online())
