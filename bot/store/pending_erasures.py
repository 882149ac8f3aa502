"""Conversations that the assistant still has to forget, in SQL."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.model import AssistantId
from bot.store.database import metadata

owed_forgettings = sa.Table("owed_forgettings", metadata, sa.Column("assistant_id", sa.String(32), primary_key=True))


class SqlPendingErasures:
    """The pending erasures of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._database = connection

    async def add(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has to forget a conversation."""
        await self._database.execute(owed_forgettings.insert().values(assistant_id=assistant_id))

    async def all(self) -> Sequence[AssistantId]:
        """Return the conversations that the assistant still has to forget."""
        found = await self._database.scalars(sa.select(owed_forgettings.c.assistant_id))
        return [AssistantId(name) for name in found]

    async def settle(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has forgotten a conversation."""
        row = owed_forgettings.c.assistant_id == assistant_id
        await self._database.execute(owed_forgettings.delete().where(row))
