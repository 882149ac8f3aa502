"""Conversations in SQL: tables, and the port of bot/conversation over them. Words and answers are stored encrypted."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, AssistantId, Author, Conversation, ConversationId, Message, Nonce, Say
from bot.guidance.plan import Answers
from bot.language import Language
from bot.store.database import looking, metadata, shrink, working
from bot.store.keys import KeyDestroyed, Keyring
from bot.store.outbox import outbox
from bot.store.pending_erasures import SqlForgettings

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("assistant_id", sa.String(32), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("stage", sa.String(16), nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
    sa.Column("state_day", sa.Date, nullable=False),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("last_at", sa.Integer, nullable=False),
    sa.Column("expires_at", sa.Integer, nullable=False, index=True),
)
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


class SqlArchive:
    """Keeps conversations in a database."""

    def __init__(self, engine: AsyncEngine, *, keyring: Keyring, hash_key: bytes) -> None:
        """Use an engine, the day keys, and the key of the address hash (32 bytes)."""
        self._engine = engine
        self._keyring = keyring
        self._hash_key = hash_key

    @asynccontextmanager
    async def work(self) -> AsyncIterator["SqlRecords"]:
        """Begin a unit of work: one transaction; where something was erased, no copy of it stays in SQLite's log."""
        async with working(self._engine) as connection:
            records = SqlRecords(connection, keyring=self._keyring, hash_key=self._hash_key)
            yield records
        if records.erased:
            await shrink(self._engine)

    @asynccontextmanager
    async def look(self) -> AsyncIterator["SqlRecords"]:
        """Begin a look: on SQLite it takes no lock."""
        async with looking(self._engine) as connection:
            yield SqlRecords(connection, keyring=self._keyring, hash_key=self._hash_key)


class SqlRecords(SqlForgettings):
    """One unit of work (see bot/conversation/ports.py for what each does)."""

    def __init__(self, connection: AsyncConnection, *, keyring: Keyring, hash_key: bytes) -> None:
        """Work on a connection whose transaction the archive has begun."""
        super().__init__(connection, keyring=keyring, hash_key=hash_key)
        self.erased = False

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address."""
        return await self._one(conversations.c.address_hash == self._hash(address))

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation, its row held until the end."""
        return await self._one(conversations.c.id == conversation)

    async def get_all(self, wanted: Sequence[ConversationId]) -> Mapping[ConversationId, Conversation]:
        """Return several conversations at once."""
        rows = await self._database.execute(sa.select(conversations).where(conversations.c.id.in_(wanted)))
        return {ConversationId(row.id): self._conversation(row) for row in rows}

    async def add(self, conversation: Conversation, *, address: Address, expires_at: datetime) -> None:
        """Keep a new conversation."""
        fixed = {
            "id": conversation.id,
            "assistant_id": conversation.assistant_id,
            "channel": conversation.channel,
            "address_hash": self._hash(address),
            "last_seq": 0,
        }
        await self._database.execute(conversations.insert().values(**fixed, **self._state(conversation, expires_at)))

    async def update(self, conversation: Conversation, *, expires_at: datetime) -> None:
        """Keep the new state of a conversation."""
        row = conversations.update().where(conversations.c.id == conversation.id)
        await self._database.execute(row.values(**self._state(conversation, expires_at)))

    async def readdress(self, conversation: ConversationId, address: Address) -> None:
        """Let another address find a conversation."""
        row = conversations.update().where(conversations.c.id == conversation)
        await self._database.execute(row.values(address_hash=self._hash(address)))

    async def messages(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
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
        """Return how many messages the person sent since then."""
        wanted = (
            (messages.c.conversation == conversation)
            & (messages.c.author == Author.PERSON.value)
            & (messages.c.at > int(since.timestamp()))
        )
        return int(await self._database.scalar(sa.select(sa.func.count()).where(wanted)) or 0)

    async def append(
        self, conversation: ConversationId, new: Sequence[Message], *, nonce: Nonce | None = None
    ) -> Sequence[Message]:
        """Keep messages in order and put them into the outbox."""
        if not new:
            return []
        row = conversations.c.id == conversation
        counted = conversations.update().where(row).values(last_seq=conversations.c.last_seq + len(new))
        counted = counted.returning(conversations.c.last_seq, conversations.c.channel)
        last, channel = (await self._database.execute(counted)).one()
        kept = []
        for number, message in enumerate(new, start=last - len(new) + 1):
            await self._database.execute(messages.insert().values(self._row(conversation, number, message, nonce)))
            at = int(message.at.timestamp())
            parcel = {"conversation": conversation, "seq": number, "channel": channel, "at": at}
            await self._database.execute(outbox.insert().values(parcel))
            kept.append(Message(**{**_fields(message), "seq": number}))
        return kept

    async def mark_answered(self, conversation: ConversationId, *, up_to: int) -> int:
        """Note that the person's messages have their answer; return how many had none."""
        done = (messages.c.conversation == conversation) & (messages.c.seq <= up_to) & ~messages.c.answered
        marked = await self._database.execute(messages.update().where(done).values(answered=True))
        return int(marked.rowcount)

    async def unanswered(self, *, before: datetime) -> Sequence[ConversationId]:
        """Return the conversations with a message that never got its answer."""
        waiting = ~messages.c.answered & (messages.c.at <= int(before.timestamp()))
        found = await self._database.scalars(sa.select(messages.c.conversation).where(waiting).distinct())
        return [ConversationId(name) for name in found]

    async def forget(self, conversation: ConversationId) -> int:
        """Remove everything about a conversation."""
        removed = await self._database.execute(messages.delete().where(messages.c.conversation == conversation))
        for table in metadata.tables.values():  # whatever the channels keep about it too
            if "conversation" in table.c:
                await self._database.execute(table.delete().where(table.c.conversation == conversation))
        await self._database.execute(conversations.delete().where(conversations.c.id == conversation))
        self.erased = True
        return int(removed.rowcount)

    async def due(self, now: datetime) -> Sequence[ConversationId]:
        """Return the conversations whose time is over."""
        over = conversations.c.expires_at <= int(now.timestamp())
        return [
            ConversationId(name) for name in await self._database.scalars(sa.select(conversations.c.id).where(over))
        ]

    async def tidy(self, now: datetime) -> None:
        """Destroy the keys of past days that no row needs."""
        needed: set[date] = set()
        for column in (
            table.c[name] for table in metadata.tables.values() for name in ("day", "state_day") if name in table.c
        ):
            needed |= set(await self._database.scalars(sa.select(column).distinct()))
        self._keyring.destroy_unneeded(needed=needed, today=now.date())

    async def _one(self, wanted: sa.ColumnElement[bool]) -> Conversation | None:
        row = (await self._database.execute(sa.select(conversations).where(wanted).with_for_update())).first()
        return self._conversation(row) if row is not None else None

    def _conversation(self, row: Any) -> Conversation:
        state = self._opened(row)
        answers: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in state["answers"].items()}
        return Conversation(
            id=ConversationId(row.id),
            assistant_id=AssistantId(row.assistant_id),
            channel=row.channel,
            language=Language(row.language),
            language_chosen=state["language_chosen"],
            stage=Stage(row.stage),
            answers=Answers(**answers),
            asked=state["asked"],
            calm_turns=state["calm_turns"],
            last_at=datetime.fromtimestamp(row.last_at, UTC),
            turn=state.get("turn", 0),
            counselled=state.get("counselled", False),
            notice=state.get("notice", False),
        )

    def _opened(self, row: Any) -> dict[str, Any]:
        """Return the state; an empty one when its day's key is gone (an old backup), so that it can still be erased."""
        try:
            state: dict[str, Any] = json.loads(self._keyring.decrypt(row.state, day=row.state_day, about=row.id))
        except KeyDestroyed:
            return {"answers": {}, "asked": "welcome", "calm_turns": None, "language_chosen": False}
        return state

    def _state(self, conversation: Conversation, expires_at: datetime) -> dict[str, Any]:
        state = {
            "answers": asdict(conversation.answers),
            "asked": conversation.asked,
            "calm_turns": conversation.calm_turns,
            "language_chosen": conversation.language_chosen,
            "turn": conversation.turn,
            "counselled": conversation.counselled,
            "notice": conversation.notice,
        }
        day = conversation.last_at.date()
        return {
            "language": conversation.language.value,
            "stage": conversation.stage.value,
            "state": self._keyring.encrypt(json.dumps(state), day=day, about=conversation.id),
            "state_day": day,
            "last_at": int(conversation.last_at.timestamp()),
            "expires_at": int(expires_at.timestamp()),
        }

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
        several = {name: tuple(say.get(name, ())) for name in ("buttons", "minutes")} if say else {}
        return Message(
            seq=row.seq,
            author=Author(row.author),
            at=datetime.fromtimestamp(row.at, UTC),
            text=body["text"],
            say=Say(**{**say, **several}) if say else None,
            answered=row.answered,
            payload=body.get("payload", ""),
            media=body.get("media", False),
            name=body.get("name", ""),
        )

    def _hash(self, address: Address) -> str:
        return hmac.new(self._hash_key, address.encode(), hashlib.sha256).hexdigest()


def _fields(message: Message) -> dict[str, Any]:
    return {name: getattr(message, name) for name in message.__dataclass_fields__}
