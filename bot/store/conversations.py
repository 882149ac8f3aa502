"""Conversations in SQL. Messages and answers are stored encrypted."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.conversation.danger.state import safety_of
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, AssistantId, Conversation, ConversationId
from bot.guidance.plan import Answers
from bot.language import Language
from bot.store.conversation_table import conversations
from bot.store.database import looking, metadata
from bot.store.keys import KeyDestroyed, Keyring
from bot.store.messages import messages


class SqlConversations:
    """The conversations of one unit of work (see bot/conversation/records.py)."""

    def __init__(self, connection: AsyncConnection, *, keyring: Keyring, hash_key: bytes) -> None:
        self._database = connection
        self._keyring = keyring
        self._hash_key = hash_key
        self.erased = False

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address."""
        return await self._one(conversations.c.address_hash == self._hash(address))

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation; its row stays locked until the unit of work ends."""
        return await self._one(conversations.c.id == conversation)

    async def get_all(self, wanted: Sequence[ConversationId]) -> Mapping[ConversationId, Conversation]:
        """Return several conversations at once."""
        rows = await self._database.execute(sa.select(conversations).where(conversations.c.id.in_(wanted)))
        return {ConversationId(row.id): self._conversation(row) for row in rows}

    async def add(self, conversation: Conversation, *, address: Address, expires_at: datetime) -> None:
        """Store a new conversation."""
        fixed = {
            "id": conversation.id,
            "assistant_id": conversation.assistant_id,
            "channel": conversation.channel,
            "address_hash": self._hash(address),
            "last_seq": 0,
        }
        await self._database.execute(conversations.insert().values(**fixed, **self._state(conversation, expires_at)))

    async def update(self, conversation: Conversation, *, expires_at: datetime) -> None:
        """Store the new state of a conversation."""
        row = conversations.update().where(conversations.c.id == conversation.id)
        await self._database.execute(row.values(**self._state(conversation, expires_at)))

    async def readdress(self, conversation: ConversationId, address: Address) -> None:
        """Make a conversation reachable by another address instead."""
        row = conversations.update().where(conversations.c.id == conversation)
        await self._database.execute(row.values(address_hash=self._hash(address)))

    async def forget(self, conversation: ConversationId) -> int:
        """Delete everything about a conversation."""
        removed = await self._database.execute(messages.delete().where(messages.c.conversation == conversation))
        for table in metadata.tables.values():  # whatever the channels keep about it too
            if "conversation" in table.c:
                await self._database.execute(table.delete().where(table.c.conversation == conversation))
        await self._database.execute(conversations.delete().where(conversations.c.id == conversation))
        self.erased = True
        return int(removed.rowcount)

    async def due(self, now: datetime) -> Sequence[ConversationId]:
        """Return the conversations that have expired."""
        over = conversations.c.expires_at <= int(now.timestamp())
        return [
            ConversationId(name) for name in await self._database.scalars(sa.select(conversations.c.id).where(over))
        ]

    async def tidy(self, now: datetime) -> None:
        """Destroy the keys of past days that no row needs any longer."""
        self._keyring.destroy_unneeded(needed=await needed_days(self._database), today=now.date())

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
            safety=safety_of(state.get("safety")),
            last_at=datetime.fromtimestamp(row.last_at, UTC),
            turn=state.get("turn", 0),
            said=tuple(state.get("said", ())),
            offered=tuple(state.get("offered", ())),
            heard=state.get("heard", ""),
            counselled=state.get("counselled", False),
            notice=state.get("notice", False),
        )

    def _opened(self, row: Any) -> dict[str, Any]:
        """Return the state, or an empty one if its day's key is gone (an old backup), so that it can still be erased."""
        try:
            state: dict[str, Any] = json.loads(self._keyring.decrypt(row.state, day=row.state_day, about=row.id))
        except KeyDestroyed:
            return {"answers": {}, "asked": "welcome", "language_chosen": False}
        return state

    def _state(self, conversation: Conversation, expires_at: datetime) -> dict[str, Any]:
        state = {
            "answers": asdict(conversation.answers),
            "asked": conversation.asked,
            "safety": conversation.safety.as_json(),
            "language_chosen": conversation.language_chosen,
            "turn": conversation.turn,
            "said": conversation.said,
            "offered": conversation.offered,
            "heard": conversation.heard,
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

    def _hash(self, address: Address) -> str:
        return hmac.new(self._hash_key, address.encode(), hashlib.sha256).hexdigest()


async def needed_days(database: AsyncConnection) -> set[date]:
    """Return the days whose key some row needs."""
    columns = [table.c[name] for table in metadata.tables.values() for name in ("day", "state_day") if name in table.c]
    found = [await database.scalars(sa.select(column).distinct()) for column in columns]
    return {day for days in found for day in days}


async def note_lost_keys(engine: AsyncEngine, keyring: Keyring) -> None:
    """Look at the start which keys are gone although rows need them, before anything is written."""
    async with looking(engine) as database:
        keyring.note_needed(await needed_days(database))
