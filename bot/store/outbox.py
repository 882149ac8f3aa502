"""The outbox: messages to deliver, written in the same transaction as the message and removed after delivery."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.delivery import OutboxMessage
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


class SqlOutbox:
    """The messages that one channel still has to deliver, in the database."""

    def __init__(self, engine: AsyncEngine, *, channel: str) -> None:
        self._engine = engine
        self._channel = channel

    async def pending(self, *, limit: int = 500) -> Sequence[OutboxMessage]:
        """Return them in the order they were written."""
        ours = sa.select(outbox).where(outbox.c.channel == self._channel).order_by(outbox.c.id).limit(limit)
        async with looking(self._engine) as database:
            return [_message(row) for row in await database.execute(ours)]

    async def mark_part_sent(self, message: OutboxMessage) -> None:
        """Note that one more part of a message was sent."""
        row = outbox.update().where(_is_one_of([message]))
        async with working(self._engine) as database:
            await database.execute(row.values(parts_sent=outbox.c.parts_sent + 1))

    async def remove(self, messages: Sequence[OutboxMessage]) -> None:
        """Remove messages that the channel has delivered."""
        if messages:
            async with working(self._engine) as database:
                await database.execute(outbox.delete().where(_is_one_of(messages)))


def _is_one_of(messages: Sequence[OutboxMessage]) -> sa.ColumnElement[bool]:
    """Match by conversation and number: SQLite may reuse the id of a deleted row, perhaps for another conversation."""
    return sa.tuple_(outbox.c.conversation, outbox.c.seq).in_([(one.conversation, one.seq) for one in messages])


def _message(row: Any) -> OutboxMessage:
    return OutboxMessage(
        id=row.id,
        conversation=ConversationId(row.conversation),
        seq=row.seq,
        at=datetime.fromtimestamp(row.at, UTC),
        parts_sent=row.parts_sent,
    )
