"""Messages in SQL, numbered within their conversation; their text is encrypted with the key of its day."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.model import Author, ConversationId, Message, Nonce, Say
from bot.store.conversation_table import conversations
from bot.store.database import metadata
from bot.store.keys import KeyDestroyed, Keyring
from bot.store.outbox import outbox

_SAID = frozenset(field.name for field in fields(Say))
"""What is read of something that was said; older rows may hold more."""

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("conversation", sa.String(32), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("author", sa.String(16), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("nonce", sa.String(64)),
    sa.Column("answered", sa.Boolean, nullable=False),
    sa.UniqueConstraint("conversation", "nonce"),
)


class SqlMessages:
    """The messages of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection, *, keyring: Keyring, edition: int | None = None) -> None:
        self._database = connection
        self._keyring = keyring
        self._edition = edition

    async def read(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages after a number."""
        wanted = (messages.c.conversation == conversation) & (messages.c.seq > after)
        rows = await self._database.execute(sa.select(messages).where(wanted).order_by(messages.c.seq))
        return [message for row in rows if (message := self._readable(row))]

    async def last_seq(self, conversation: ConversationId) -> int:
        """Return the number of the newest message."""
        row = conversations.c.id == conversation
        return int(await self._database.scalar(sa.select(conversations.c.last_seq).where(row)) or 0)

    async def by_nonce(self, conversation: ConversationId, nonce: Nonce) -> Message | None:
        """Return the message that came with a nonce."""
        wanted = (messages.c.conversation == conversation) & (messages.c.nonce == nonce)
        row = (await self._database.execute(sa.select(messages).where(wanted))).first()
        return self._message(row) if row else None

    async def sent_since(self, conversation: ConversationId, since: datetime) -> int:
        """Return how many messages the person has sent since a time."""
        wanted = (
            (messages.c.conversation == conversation)
            & (messages.c.author == Author.PERSON.value)
            & (messages.c.at > int(since.timestamp()))
        )
        return int(await self._database.scalar(sa.select(sa.func.count()).where(wanted)) or 0)

    async def append(
        self, conversation: ConversationId, new: Sequence[Message], *, nonce: Nonce | None = None
    ) -> Sequence[Message]:
        """Store messages in order, and put them into the outbox."""
        if not new:
            return []
        row = conversations.c.id == conversation
        counted = conversations.update().where(row).values(last_seq=conversations.c.last_seq + len(new))
        counted = counted.returning(conversations.c.last_seq, conversations.c.channel)
        last, channel = (await self._database.execute(counted)).one()
        kept = []
        for number, message in enumerate(map(self._in_this_edition, new), start=last - len(new) + 1):
            await self._database.execute(messages.insert().values(self._row(conversation, number, message, nonce)))
            at = int(message.at.timestamp())
            pending = {"conversation": conversation, "seq": number, "channel": channel, "at": at}
            await self._database.execute(outbox.insert().values(pending))
            kept.append(replace(message, seq=number))
        return kept

    async def mark_answered(self, conversation: ConversationId, *, up_to: int) -> int:
        """Mark the person's messages as answered; return how many were unanswered."""
        done = (messages.c.conversation == conversation) & (messages.c.seq <= up_to) & ~messages.c.answered
        marked = await self._database.execute(messages.update().where(done).values(answered=True))
        return int(marked.rowcount)

    async def unanswered(self, *, before: datetime) -> Sequence[ConversationId]:
        """Return the conversations with an unanswered message."""
        waiting = ~messages.c.answered & (messages.c.at <= int(before.timestamp()))
        found = await self._database.scalars(sa.select(messages.c.conversation).where(waiting).distinct())
        return [ConversationId(name) for name in found]

    def _in_this_edition(self, message: Message) -> Message:
        return replace(message, say=replace(message.say, edition=self._edition)) if message.say else message

    def _row(self, conversation: ConversationId, seq: int, message: Message, nonce: Nonce | None) -> dict[str, Any]:
        say = asdict(message.say) if message.say else None
        plain = {name: getattr(message, name) for name in ("text", "payload", "media", "name")}
        body = json.dumps({**plain, "say": say})
        day = message.at.date()
        return {
            "conversation": conversation,
            "seq": seq,
            "author": message.author.value,
            "body": self._keyring.encrypt(body, day=day, about=conversation),
            "day": day,
            "at": int(message.at.timestamp()),
            "nonce": nonce,
            "answered": message.answered,
        }

    def _readable(self, row: Any) -> Message | None:
        try:
            return self._message(row)
        except KeyDestroyed:
            return None

    def _message(self, row: Any) -> Message:
        day: date = row.day
        body = json.loads(self._keyring.decrypt(row.body, day=day, about=row.conversation))
        say = body["say"]
        if say:
            several = {name: tuple(say.get(name, ())) for name in ("buttons", "held", "minutes", "known")}
            say = {name: value for name, value in {**say, **several}.items() if name in _SAID}
        return Message(
            seq=row.seq,
            author=Author(row.author),
            at=datetime.fromtimestamp(row.at, UTC),
            text=body["text"],
            say=Say(**say) if say else None,
            answered=row.answered,
            payload=body.get("payload", ""),
            media=body.get("media", False),
            name=body.get("name", ""),
        )
