"""Calls for a counsellor in SQL: who has been waiting since when, and which counsellor has which chat. No text."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.model import Call, ConversationId, Counsellor, CounsellorId, Share
from bot.store.database import metadata

calls = sa.Table(
    "calls",
    metadata,
    sa.Column("conversation", sa.String(32), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("called_at", sa.Integer, nullable=False),
    sa.Column("danger", sa.Boolean, nullable=False),
    sa.Column("share", sa.String(16), nullable=False),
    sa.Column("visible_from", sa.Integer, nullable=False),
    sa.Column("front", sa.Boolean, nullable=False),
    sa.Column("counsellor", sa.String(32), index=True),
    sa.Column("counsellor_name", sa.String(64), nullable=False),
    sa.Column("taken_at", sa.Integer),
    sa.Column("lost_at", sa.Integer),
    sa.Column("seen_by_person", sa.Integer, nullable=False),
    sa.Column("seen_by_counsellor", sa.Integer, nullable=False),
    sa.Column("later", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("help_at", sa.Integer),
    sa.Column("whispers", sa.Integer, nullable=False, server_default="0"),
)


class SqlCalls:
    """The calls of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._database = connection

    async def of(self, conversation: ConversationId) -> Call | None:
        """Return the call of a conversation."""
        wanted = sa.select(calls).where(calls.c.conversation == conversation)
        row = (await self._database.execute(wanted)).first()
        return _call(row) if row else None

    async def keep(self, call: Call) -> None:
        """Store the current state of a call."""
        await self.end(call.conversation)
        await self._database.execute(calls.insert().values(_row(call)))

    async def end(self, conversation: ConversationId) -> None:
        """Remove the call of a conversation."""
        await self._database.execute(calls.delete().where(calls.c.conversation == conversation))

    async def all(self) -> Sequence[Call]:
        """Return all calls, oldest first."""
        rows = await self._database.execute(sa.select(calls).order_by(calls.c.called_at, calls.c.conversation))
        return [_call(row) for row in rows]


def _row(call: Call) -> dict[str, Any]:
    return {
        "conversation": call.conversation,
        "called_at": int(call.called_at.timestamp()),
        "danger": call.danger,
        "share": call.share.value,
        "visible_from": call.visible_from,
        "front": call.front,
        "counsellor": call.counsellor.id if call.counsellor else None,
        "counsellor_name": call.counsellor.name if call.counsellor else "",
        "taken_at": _seconds(call.taken_at),
        "lost_at": _seconds(call.lost_at),
        "seen_by_person": call.seen_by_person,
        "seen_by_counsellor": call.seen_by_counsellor,
        "later": call.later,
        "help_at": _seconds(call.help_at),
        "whispers": call.whispers,
    }


def _call(row: Any) -> Call:
    counsellor = Counsellor(id=CounsellorId(row.counsellor), name=row.counsellor_name) if row.counsellor else None
    return Call(
        conversation=ConversationId(row.conversation),
        called_at=datetime.fromtimestamp(row.called_at, UTC),
        danger=row.danger,
        share=Share(row.share),
        visible_from=row.visible_from,
        front=row.front,
        counsellor=counsellor,
        taken_at=_moment(row.taken_at),
        lost_at=_moment(row.lost_at),
        seen_by_person=row.seen_by_person,
        seen_by_counsellor=row.seen_by_counsellor,
        later=row.later,
        help_at=_moment(row.help_at),
        whispers=row.whispers,
    )


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None


def _moment(seconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None
