"""How all calls stand at a moment, in one look: what live pages of staff and people are told about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.model import ConversationId, CounsellorId
from bot.store.calls import calls
from bot.store.conversation_table import conversations
from bot.store.database import looking
from bot.store.presence import presence

_LINES = sa.select(
    *(calls.c[name] for name in ("conversation", "counsellor", "danger", "front", "called_at", "lost_at")),
    *(calls.c[name] for name in ("seen_by_person", "seen_by_counsellor")),
    *(conversations.c[name] for name in ("last_seq", "language")),
).join(conversations, conversations.c.id == calls.c.conversation)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One call at a moment; two that are equal look the same to everybody."""

    counsellor: CounsellorId | None
    last_seq: int
    language: str
    order: tuple[bool, bool, int]
    """What its place in the queue depends on."""
    lost: bool
    seen_by_person: int
    seen_by_counsellor: int


@dataclass(frozen=True, kw_only=True)
class Board:
    """All calls, and who is on duty."""

    lines: Mapping[ConversationId, Line]
    on_duty: frozenset[CounsellorId]


class Switchboard:
    """Looks at the calls without keeping anybody from writing."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use an engine."""
        self._engine = engine

    async def look(self) -> Board:
        """Return how all calls stand now."""
        async with looking(self._engine) as database:
            rows = (await database.execute(_LINES)).all()
            on_duty = (await database.scalars(sa.select(presence.c.staff))).all()
        return Board(
            lines={ConversationId(row.conversation): _line(row) for row in rows},
            on_duty=frozenset(map(CounsellorId, on_duty)),
        )


def _line(row: sa.Row[Any]) -> Line:
    return Line(
        counsellor=CounsellorId(row.counsellor) if row.counsellor else None,
        last_seq=row.last_seq,
        language=row.language,
        order=(not row.danger, not row.front, row.called_at),
        lost=row.lost_at is not None,
        seen_by_person=row.seen_by_person,
        seen_by_counsellor=row.seen_by_counsellor,
    )
