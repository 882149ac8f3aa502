"""What is still to be delivered: written in the transaction of its message, removed when a channel has taken it."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.model import ConversationId
from bot.store.database import metadata

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.String(32), nullable=False, index=True),
    sa.Column("seq", sa.Integer, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One message to deliver."""

    id: int
    conversation: ConversationId
    seq: int


class Outbox:
    """What waits for delivery, oldest first."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use an engine."""
        self._engine = engine

    async def waiting(self, *, most: int = 500) -> Sequence[Parcel]:
        """Return what waits, in the order it was written."""
        async with self._engine.begin() as database:
            rows = await database.execute(sa.select(outbox).order_by(outbox.c.id).limit(most))
            return [Parcel(id=row.id, conversation=ConversationId(row.conversation), seq=row.seq) for row in rows]

    async def delivered(self, parcels: Sequence[Parcel]) -> None:
        """Remove what a channel has taken."""
        if parcels:
            async with self._engine.begin() as database:
                await database.execute(outbox.delete().where(outbox.c.id.in_([parcel.id for parcel in parcels])))
