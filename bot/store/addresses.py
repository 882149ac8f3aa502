"""The addresses at which a messenger reaches people, encrypted and stored only while needed, and the messages in their chats.

The web needs none of this, because its pages fetch messages. A messenger has to be told where to send them.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.delivery import ChannelMessage
from bot.conversation.handover.stages import Stage
from bot.conversation.model import ConversationId
from bot.store.conversation_table import conversations
from bot.store.database import looking, metadata, working
from bot.store.keys import KeyDestroyed, Keyring
from bot.store.messages import messages
from bot.store.outbox import outbox

KEPT_UPDATES = timedelta(days=2)
"""Telegram repeats an update for at most a day."""

addresses = sa.Table(
    "addresses",
    metadata,
    sa.Column("conversation", sa.String(32), primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
)
chat_messages = sa.Table(
    "chat_messages",
    metadata,
    sa.Column("conversation", sa.String(32), primary_key=True),
    sa.Column("message_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("own", sa.Boolean, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
)
taken_updates = sa.Table(
    "taken_updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Integer, nullable=False),
)


class SqlAddressBook:
    """Addresses, the messages in their chats, and the updates that were taken."""

    def __init__(self, engine: AsyncEngine, *, keyring: Keyring) -> None:
        self._engine = engine
        self._keyring = keyring

    async def hold(
        self, conversation: ConversationId, address: str, *, now: datetime, acted_at: datetime | None = None
    ) -> None:
        """Store an address until nothing more has to be sent to it, with when the person last did something there."""
        known, acted_at = await self.last_act_of(conversation), acted_at or now
        latest = max(known, acted_at) if known else acted_at
        sealed = self._keyring.encrypt(f"{latest.timestamp():.3f} {address}", day=now.date(), about=conversation)
        async with working(self._engine) as database:
            await database.execute(addresses.delete().where(addresses.c.conversation == conversation))
            row = {"conversation": conversation, "sealed": sealed, "day": now.date()}
            await database.execute(addresses.insert().values(row))

    async def note_act(self, conversation: ConversationId, *, acted_at: datetime, now: datetime) -> None:
        """Note when the person did something, where an address is stored already."""
        address = await self.address_of(conversation)
        if address is not None:
            await self.hold(conversation, address, now=now, acted_at=acted_at)

    async def address_of(self, conversation: ConversationId) -> str | None:
        """Return an address, None where none is stored."""
        stored = await self._stored(conversation)
        return stored.rpartition(" ")[2] if stored else None

    async def last_act_of(self, conversation: ConversationId) -> datetime | None:
        """Return when the person last did something, None where that is not stored."""
        acted_at = (await self._stored(conversation) or "").rpartition(" ")[0]
        return datetime.fromtimestamp(float(acted_at), UTC) if acted_at else None

    async def _stored(self, conversation: ConversationId) -> str | None:
        async with looking(self._engine) as database:
            wanted = sa.select(addresses).where(addresses.c.conversation == conversation)
            row = (await database.execute(wanted)).first()
        try:
            return self._keyring.decrypt(row.sealed, day=row.day, about=conversation) if row else None
        except KeyDestroyed:
            return None

    async def release(self, conversation: ConversationId) -> None:
        """Delete an address unless something has to be sent to it or answered."""
        async with working(self._engine) as database:
            await database.execute(
                addresses.delete().where(addresses.c.conversation == conversation, _nothing_is_due())
            )

    async def release_all(self) -> None:
        """Delete every address that is no longer needed: a killed process may have left some."""
        async with working(self._engine) as database:
            await database.execute(addresses.delete().where(_nothing_is_due()))

    async def note_message(
        self, conversation: ConversationId, *, message_id: int, seq: int, own: bool, at: datetime
    ) -> None:
        """Store a message's number in a chat, so that it can be deleted there; do nothing if it is stored or the chat is erased."""
        row = {"conversation": conversation, "message_id": message_id, "seq": seq, "own": own}
        same = sa.and_(*(chat_messages.c[name] == row[name] for name in ("conversation", "message_id", "seq")))
        is_there = sa.select(sa.func.count()).where(conversations.c.id == conversation)
        async with working(self._engine) as database:
            is_kept = await database.scalar(sa.select(sa.func.count()).select_from(chat_messages).where(same))
            if not is_kept and await database.scalar(is_there):  # it may be erased while a message is being sent
                await database.execute(chat_messages.insert().values(**row, at=int(at.timestamp())))

    async def messages_of(self, conversation: ConversationId) -> Sequence[ChannelMessage]:
        """Return the messages in a chat, oldest first."""
        wanted = sa.select(chat_messages).where(chat_messages.c.conversation == conversation)
        async with looking(self._engine) as database:
            rows = await database.execute(wanted.order_by(chat_messages.c.message_id, chat_messages.c.seq))
            return [
                ChannelMessage(
                    message_id=row.message_id, seq=row.seq, own=row.own, at=datetime.fromtimestamp(row.at, UTC)
                )
                for row in rows
            ]

    async def with_counsellor(self) -> Sequence[ConversationId]:
        """Return the conversations that have an address and are with a counsellor."""
        wanted = sa.select(addresses.c.conversation).join(conversations, conversations.c.id == addresses.c.conversation)
        wanted = wanted.where(conversations.c.stage == Stage.COUNSELLOR.value)
        async with looking(self._engine) as database:
            return [ConversationId(name) for name in (await database.scalars(wanted)).all()]

    async def was_taken(self, update_id: int) -> bool:
        """Tell whether an update was handled before."""
        wanted = sa.select(sa.func.count()).select_from(taken_updates).where(taken_updates.c.update_id == update_id)
        async with looking(self._engine) as database:
            return bool(await database.scalar(wanted))

    async def note_taken(self, update_id: int, *, now: datetime) -> None:
        """Note that an update was handled; delete those that cannot come again."""
        old = taken_updates.c.at < int((now - KEPT_UPDATES).timestamp())
        same = taken_updates.c.update_id == update_id
        async with working(self._engine) as database:
            await database.execute(taken_updates.delete().where(old | same))
            await database.execute(taken_updates.insert().values(update_id=update_id, at=int(now.timestamp())))


_A_PERSON_MAY_ANSWER = (Stage.WAITING.value, Stage.COUNSELLOR.value)


def _nothing_is_due() -> sa.ColumnElement[bool]:
    waits = sa.exists().where(outbox.c.conversation == addresses.c.conversation)
    is_open = sa.exists().where((messages.c.conversation == addresses.c.conversation) & ~messages.c.answered)
    is_counselled = sa.exists().where(
        (conversations.c.id == addresses.c.conversation) & conversations.c.stage.in_(_A_PERSON_MAY_ANSWER)
    )
    return ~waits & ~is_open & ~is_counselled
