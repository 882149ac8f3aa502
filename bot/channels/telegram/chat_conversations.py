"""The conversations of one chat: the current one, and those that ended before it and have not expired.

A chat in a messenger stays when a conversation ends, so erasing it must find all of them: by keyed hashes, as always.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.conversations import Conversations
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Address, Conversation
from bot.language import Language

CHANNEL = "telegram"
EARLIER_LIMIT = 9
"""Ended conversations of one chat; with one more, the oldest is erased before its time."""


def address_of(chat_id: int) -> Address:
    """Return the address of a chat's current conversation."""
    return Address(f"{CHANNEL}:{chat_id}")


@dataclass(frozen=True, kw_only=True)
class ChatConversations:
    """Finds and begins the conversations of chats."""

    conversations: Conversations

    async def current(self, chat_id: int) -> Conversation | None:
        """Return the conversation that is open, or was closed last."""
        return await self.conversations.find(address_of(chat_id))

    async def begin(self, chat_id: int, *, language: Language) -> Conversation:
        """Return the current conversation of a chat; begin one where there is none."""
        return await self.conversations.begin(address=address_of(chat_id), channel=CHANNEL, language=language)

    async def begin_anew(self, chat_id: int, closed: Conversation) -> Conversation:
        """Begin a conversation in place of a closed one, in its language."""
        address = await self._free_address(chat_id)
        with contextlib.suppress(ConversationGone):
            await self.conversations.addresses.come_back(closed.id, address=address)
        conversation = await self.begin(chat_id, language=closed.language)
        if not closed.language_chosen:
            return conversation
        return await self.conversations.choose_language(conversation.id, closed.language)

    async def all_of(self, chat_id: int) -> Sequence[Conversation]:
        """Return all stored conversations of a chat, the current one first."""
        found = await self.conversations.find_all([address_of(chat_id), *_earlier_addresses(chat_id)])
        return [conversation for conversation in found if conversation is not None]

    async def forget(self, conversation: Conversation) -> None:
        """Erase a conversation, if it is still there."""
        with contextlib.suppress(ConversationGone):
            await self.conversations.erasure.forget(conversation.id)

    async def _free_address(self, chat_id: int) -> Address:
        """Return an address for an ended conversation; erase the oldest one where all are taken."""
        addresses = _earlier_addresses(chat_id)
        earlier = list(zip(addresses, await self.conversations.find_all(addresses), strict=True))
        free = [address for address, conversation in earlier if conversation is None]
        if free:
            return free[0]
        taken = [(conversation.last_at, address, conversation) for address, conversation in earlier if conversation]
        _, address, oldest = min(taken, key=lambda one: one[0])
        await self.forget(oldest)
        return address


def _earlier_addresses(chat_id: int) -> list[Address]:
    return [Address(f"{address_of(chat_id)}:earlier:{number}") for number in range(1, EARLIER_LIMIT + 1)]
