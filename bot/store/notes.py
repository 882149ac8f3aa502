"""Notes (encrypted like messages) and labels of chats in SQL, and their access to the action log."""

from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.accounts import StaffId
from bot.action_log import Action
from bot.conversation.case import Case, Label, Note, NoteKind
from bot.conversation.model import ConversationId, CounsellorId
from bot.store.action_log import SqlActionLog
from bot.store.database import metadata
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
    sa.Column("kind", sa.String(16), nullable=False, server_default=NoteKind.NOTE.value),
)
case_labels = sa.Table(
    "case_labels",
    metadata,
    sa.Column("conversation", sa.String(32), primary_key=True),
    sa.Column("label", sa.String(32), primary_key=True),
)


class SqlNotes:
    """The notes and labels of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection, *, keyring: Keyring) -> None:
        self._database = connection
        self._keyring = keyring

    async def of(self, conversation: ConversationId) -> Case:
        """Return a chat's notes, oldest first, and its labels."""
        rows = await self._database.execute(
            sa.select(case_notes).where(case_notes.c.conversation == conversation).order_by(case_notes.c.id)
        )
        notes = [note for row in rows if (note := self._note(row))]
        labels = await self._database.scalars(
            sa.select(case_labels.c.label).where(case_labels.c.conversation == conversation)
        )
        return Case(conversation=conversation, notes=tuple(notes), labels=frozenset(Label(name) for name in labels))

    async def add(self, conversation: ConversationId, note: Note) -> None:
        """Store a note, encrypted with the key of its day."""
        day = note.at.date()
        row = {
            "conversation": conversation,
            "staff": note.by,
            "staff_name": note.name,
            "body": self._keyring.encrypt(note.text, day=day, about=conversation),
            "day": day,
            "at": int(note.at.timestamp()),
            "kind": note.kind.value,
        }
        await self._database.execute(case_notes.insert().values(row))

    async def set_labels(self, conversation: ConversationId, labels: AbstractSet[Label]) -> None:
        """Replace the labels of a chat."""
        await self._database.execute(case_labels.delete().where(case_labels.c.conversation == conversation))
        for label in sorted(labels):
            row = {"conversation": conversation, "label": label.value}
            await self._database.execute(case_labels.insert().values(row))

    def _note(self, row: sa.Row[tuple[object, ...]]) -> Note | None:
        kept = row._mapping  # noqa: SLF001 (SQLAlchemy's public name for it)
        try:
            text = self._keyring.decrypt(kept["body"], day=kept["day"], about=kept["conversation"])
        except KeyDestroyed:
            return None
        at = datetime.fromtimestamp(kept["at"], UTC)
        kind = NoteKind(kept["kind"])
        return Note(by=CounsellorId(kept["staff"]), name=kept["staff_name"], at=at, text=text, kind=kind)


class SqlLog:
    """The action log of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection, *, key: bytes) -> None:
        """Use the caller's transaction; the key signs the log's head."""
        self._database = connection
        self._key = key

    async def append(
        self, action: Action, *, by: CounsellorId, conversation: ConversationId, at: datetime, reason: str = ""
    ) -> None:
        """Log what somebody did with a chat."""
        log = SqlActionLog(self._database, key=self._key)
        await log.append(action, by=StaffId(by), at=at, about=conversation, reason=reason)
