"""Counts in SQL by day, language and channel; no count leads back to a conversation."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.conversation.case import Count, Counted, Gap, Outcome
from bot.conversation.model import Conversation
from bot.japan import TOKYO
from bot.language import Language
from bot.store.database import metadata, working

counts = sa.Table(
    "counts",
    metadata,
    sa.Column("on_day", sa.Date, primary_key=True),
    sa.Column("what", sa.String(32), primary_key=True),
    sa.Column("outcome", sa.String(32), primary_key=True),
    sa.Column("language", sa.String(2), primary_key=True),
    sa.Column("channel", sa.String(16), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
gaps = sa.Table(
    "gaps",
    metadata,
    sa.Column("on_day", sa.Date, primary_key=True),
    sa.Column("gap", sa.String(32), primary_key=True),
    sa.Column("intent", sa.String(64), primary_key=True),
    sa.Column("language", sa.String(2), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
waits = sa.Table(
    "waits",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("on_day", sa.Date, nullable=False, index=True),
    sa.Column("seconds", sa.Integer, nullable=False),
)


class SqlCounts:
    """The counts of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._database = connection

    async def add(
        self, what: Count, conversation: Conversation, *, at: datetime, outcome: Outcome | None = None
    ) -> None:
        """Count an event by day in Japan, language and channel."""
        row = {
            "on_day": at.astimezone(TOKYO).date(),
            "what": what.value,
            "outcome": outcome.value if outcome else "",
            "language": conversation.language.value,
            "channel": conversation.channel,
        }
        await self._add_one(counts, row)

    async def add_gap(self, gap: Gap, *, intent: str, language: Language, at: datetime) -> None:
        """Count a gap in the guidance by day."""
        row = {"on_day": at.astimezone(TOKYO).date(), "gap": gap.value, "intent": intent, "language": language.value}
        await self._add_one(gaps, row)

    async def add_wait(self, seconds: int, *, at: datetime) -> None:
        """Store how long somebody waited."""
        await self._database.execute(waits.insert().values(on_day=at.astimezone(TOKYO).date(), seconds=seconds))

    async def waits(self, *, since: datetime) -> Sequence[int]:
        """Return the waiting times of the people whose chats were taken since a day."""
        recent = sa.select(waits.c.seconds).where(waits.c.on_day >= since.astimezone(TOKYO).date()).order_by(waits.c.id)
        return list(await self._database.scalars(recent))

    async def _add_one(self, table: sa.Table, row: Mapping[str, object]) -> None:
        same = sa.and_(*(table.c[name] == value for name, value in row.items()))
        added = await self._database.execute(table.update().where(same).values(number=table.c.number + 1))
        if not added.rowcount:
            await self._database.execute(table.insert().values(**row, number=1))


class SqlStatistics:
    """Reads the counts."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def counted(self, *, first: date, last: date) -> Sequence[Counted]:
        """Return all counts from one day to another, both included."""
        kinds = (counts.c.what, counts.c.outcome, counts.c.language, counts.c.channel)
        asked = sa.select(*kinds, sa.func.sum(counts.c.number).label("number"))
        asked = asked.where(counts.c.on_day.between(first, last)).group_by(*kinds)
        async with working(self._engine) as database:
            return [
                Counted(
                    what=Count(row.what),
                    outcome=Outcome(row.outcome) if row.outcome else None,
                    language=row.language,
                    channel=row.channel,
                    number=row.number,
                )
                for row in await database.execute(asked)
            ]

    async def waited(self, *, first: date, last: date) -> Sequence[int]:
        """Return the waiting times, in seconds, of the people whose chats were taken from one day to another, both included."""
        asked = sa.select(waits.c.seconds).where(waits.c.on_day.between(first, last))
        async with working(self._engine) as database:
            return list(await database.scalars(asked))

    async def gaps(self, *, first: date, last: date) -> Sequence[tuple[Gap, str, str, int]]:
        """Return (gap, intent, language, how often) from one day to another, both included; the most frequent first."""
        kinds = (gaps.c.gap, gaps.c.intent, gaps.c.language)
        number = sa.func.sum(gaps.c.number).label("number")
        asked = sa.select(*kinds, number).where(gaps.c.on_day.between(first, last)).group_by(*kinds)
        async with working(self._engine) as database:
            rows = await database.execute(asked.order_by(number.desc(), *kinds))
            return [(Gap(row.gap), row.intent, row.language, row.number) for row in rows]
