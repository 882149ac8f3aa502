"""Snapshots of all calls, read from the database in one query."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.handover.snapshot import CallState, Snapshot
from bot.conversation.model import ConversationId, CounsellorId
from bot.store.calls import calls
from bot.store.conversation_table import conversations
from bot.store.database import looking
from bot.store.presence import presence

_CALLS = sa.select(
    *(calls.c[name] for name in ("conversation", "counsellor", "danger", "later", "front", "called_at", "lost_at")),
    *(calls.c[name] for name in ("seen_by_person", "seen_by_counsellor", "help_at", "whispers")),
    *(conversations.c[name] for name in ("last_seq", "language")),
).join(conversations, conversations.c.id == calls.c.conversation)


class SqlSnapshots:
    """Reads the calls without blocking writers."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def look(self) -> Snapshot:
        """Return the current state of all calls."""
        async with looking(self._engine) as database:
            rows = (await database.execute(_CALLS)).all()
            on_duty = (await database.scalars(sa.select(presence.c.staff))).all()
        return Snapshot(
            calls={ConversationId(row.conversation): _state(row) for row in rows},
            on_duty=frozenset(map(CounsellorId, on_duty)),
        )


def _state(row: sa.Row[Any]) -> CallState:
    return CallState(
        counsellor=CounsellorId(row.counsellor) if row.counsellor else None,
        last_seq=row.last_seq,
        language=row.language,
        order=(not (row.danger and not row.later), not row.danger, not row.front, row.called_at),
        lost_at=datetime.fromtimestamp(row.lost_at, UTC) if row.lost_at is not None else None,
        help_at=datetime.fromtimestamp(row.help_at, UTC) if row.help_at is not None else None,
        whispers=row.whispers,
        seen_by_person=row.seen_by_person,
        seen_by_counsellor=row.seen_by_counsellor,
    )
