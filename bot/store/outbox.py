"""What is still to be delivered: written in the transaction of its message, removed when a channel has taken it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.model import ConversationId
from bot.store.database import looking, metadata, working

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.String(32), nullable=False, index=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("channel", sa.String(16), nullable=False, index=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("parts_sent", sa.Integer, nullable=False, default=0),
)


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One message to deliver."""

    id: int
    conversation: ConversationId
    seq: int
    at: datetime
    parts_sent: int = 0
    """How many of the channel's own messages it needs were sent before."""


class Outbox:
    """What waits for delivery by one channel, oldest first."""

    def __init__(self, engine: AsyncEngine, *, channel: str) -> None:
        """Use an engine."""
        self._engine = engine
        self._channel = channel

    async def waiting(self, *, most: int = 500) -> Sequence[Parcel]:
        """Return what waits, in the order it was written."""
        ours = sa.select(outbox).where(outbox.c.channel == self._channel).order_by(outbox.c.id).limit(most)
        async with looking(self._engine) as database:
            return [_parcel(row) for row in await database.execute(ours)]

    async def sent_part(self, parcel: Parcel) -> None:
        """Note that one more of a parcel's parts was sent."""
        row = outbox.update().where(_is_one_of([parcel]))
        async with working(self._engine) as database:
            await database.execute(row.values(parts_sent=outbox.c.parts_sent + 1))

    async def delivered(self, parcels: Sequence[Parcel]) -> None:
        """Remove what a channel has taken."""
        if parcels:
            async with working(self._engine) as database:
                await database.execute(outbox.delete().where(_is_one_of(parcels)))


def _is_one_of(parcels: Sequence[Parcel]) -> sa.ColumnElement[bool]:
    """Tell parcels by their message: SQLite gives the number of a removed row to the next one, which may be somebody else's."""
    return sa.tuple_(outbox.c.conversation, outbox.c.seq).in_([(one.conversation, one.seq) for one in parcels])


def _parcel(row: Any) -> Parcel:
    return Parcel(
        id=row.id,
        conversation=ConversationId(row.conversation),
        seq=row.seq,
        at=datetime.fromtimestamp(row.at, UTC),
        parts_sent=row.parts_sent,
    )
