"""What staff keep about chats, and what is counted of them, in SQL. Notes are encrypted like messages; counts name nobody."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.accounts import StaffId
from bot.action_log import Action
from bot.conversation.case import Case, Count, Gap, Label, Note, Outcome
from bot.conversation.model import Conversation, ConversationId, CounsellorId
from bot.japan import TOKYO
from bot.language import Language
from bot.store.action_log import SqlActionLog
from bot.store.calls import SqlCalls
from bot.store.database import metadata, working
from bot.store.keys import KeyDestroyed, Keyring

case_notes = sa.Table(
    "case_notes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.String(32), nullable=False, index=True),
    sa.Column("staff", sa.String(32), nullable=False),
    sa.Column("staff_name", sa.String(64), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
)
case_labels = sa.Table(
    "case_labels",
    metadata,
    sa.Column("conversation", sa.String(32), primary_key=True),
    sa.Column("label", sa.String(32), primary_key=True),
)
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


class SqlCasework(SqlCalls):
    """The part of a unit of work that is about what staff do (see bot/conversation/ports.py)."""

    def __init__(self, connection: AsyncConnection, *, keyring: Keyring, hash_key: bytes) -> None:
        """Work on a connection whose transaction has begun."""
        super().__init__(connection)
        self._keyring = keyring
        self._hash_key = hash_key

    async def case_of(self, conversation: ConversationId) -> Case:
        """Return the notes, oldest first, and the labels of a chat."""
        rows = await self._database.execute(
            sa.select(case_notes).where(case_notes.c.conversation == conversation).order_by(case_notes.c.id)
        )
        notes = [note for row in rows if (note := self._note(row))]
        labels = await self._database.scalars(
            sa.select(case_labels.c.label).where(case_labels.c.conversation == conversation)
        )
        return Case(conversation=conversation, notes=tuple(notes), labels=frozenset(Label(name) for name in labels))

    async def add_note(self, conversation: ConversationId, note: Note) -> None:
        """Keep a note, encrypted with the key of its day."""
        day = note.at.date()
        row = {
            "conversation": conversation,
            "staff": note.by,
            "staff_name": note.name,
            "body": self._keyring.encrypt(note.text, day=day, about=conversation),
            "day": day,
            "at": int(note.at.timestamp()),
        }
        await self._database.execute(case_notes.insert().values(row))

    async def set_labels(self, conversation: ConversationId, labels: AbstractSet[Label]) -> None:
        """Keep the labels of a chat in place of those before."""
        await self._database.execute(case_labels.delete().where(case_labels.c.conversation == conversation))
        for label in sorted(labels):
            row = {"conversation": conversation, "label": label.value}
            await self._database.execute(case_labels.insert().values(row))

    async def log_action(
        self, action: Action, *, by: CounsellorId, conversation: ConversationId, at: datetime, reason: str = ""
    ) -> None:
        """Write into the action log what somebody did with a chat."""
        log = SqlActionLog(self._database, key=self._hash_key)
        await log.append(action, by=StaffId(by), at=at, about=conversation, reason=reason)

    async def count(
        self, what: Count, conversation: Conversation, *, at: datetime, outcome: Outcome | None = None
    ) -> None:
        """Count something by day in Japan, language and channel."""
        row = {
            "on_day": at.astimezone(TOKYO).date(),
            "what": what.value,
            "outcome": outcome.value if outcome else "",
            "language": conversation.language.value,
            "channel": conversation.channel,
        }
        await self._add_one(counts, row)

    async def count_gap(self, gap: Gap, *, intent: str, language: Language, at: datetime) -> None:
        """Count where the guidance is thin, by day."""
        row = {"on_day": at.astimezone(TOKYO).date(), "gap": gap.value, "intent": intent, "language": language.value}
        await self._add_one(gaps, row)

    async def _add_one(self, table: sa.Table, row: Mapping[str, object]) -> None:
        same = sa.and_(*(table.c[name] == value for name, value in row.items()))
        added = await self._database.execute(table.update().where(same).values(number=table.c.number + 1))
        if not added.rowcount:
            await self._database.execute(table.insert().values(**row, number=1))

    async def note_wait(self, seconds: int, *, at: datetime) -> None:
        """Keep how long somebody waited."""
        await self._database.execute(waits.insert().values(on_day=at.astimezone(TOKYO).date(), seconds=seconds))

    async def waits(self, *, since: datetime) -> Sequence[int]:
        """Return how long those waited who were taken since a day."""
        recent = sa.select(waits.c.seconds).where(waits.c.on_day >= since.astimezone(TOKYO).date()).order_by(waits.c.id)
        return list(await self._database.scalars(recent))

    def _note(self, row: sa.Row[tuple[object, ...]]) -> Note | None:
        kept = row._mapping  # noqa: SLF001 (SQLAlchemy's public name for it)
        try:
            text = self._keyring.decrypt(kept["body"], day=kept["day"], about=kept["conversation"])
        except KeyDestroyed:
            return None
        at = datetime.fromtimestamp(kept["at"], UTC)
        return Note(by=CounsellorId(kept["staff"]), name=kept["staff_name"], at=at, text=text)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often something happened within some days, in one language and on one channel."""

    what: Count
    outcome: Outcome | None
    language: str
    channel: str
    number: int


class SqlStatistics:
    """Reads what was counted."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use an engine."""
        self._engine = engine

    async def counted(self, *, first: date, last: date) -> Sequence[Counted]:
        """Return everything that was counted from one day to another, both included."""
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
        """Return how many seconds those waited who were taken from one day to another, both included."""
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
