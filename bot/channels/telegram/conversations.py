"""The conversations of one chat: the one that goes on, and those that ended before it and are kept by their clock.

A chat in a messenger stays when a conversation ends, so who erases it must find all of them: by keyed hashes, as always.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.conversations import ConversationService
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Address, Conversation
from bot.language import Language

CHANNEL = "telegram"
MOST_EARLIER = 9
"""Ended conversations that are kept for one chat; with one more the oldest goes before its time."""


def address_of(chat_id: int) -> Address:
    """Return a chat as the address of the conversation that goes on there."""
    return Address(f"{CHANNEL}:{chat_id}")


@dataclass(frozen=True, kw_only=True)
class Conversations:
    """Finds and begins the conversations of chats."""

    service: ConversationService

    async def current(self, chat_id: int) -> Conversation | None:
        """Return the conversation that goes on, or was closed and nothing came after it."""
        return await self.service.find(address_of(chat_id))

    async def begin(self, chat_id: int, *, language: Language) -> Conversation:
        """Return the conversation of a chat; begin one where there is none."""
        return await self.service.begin(address=address_of(chat_id), channel=CHANNEL, language=language)

    async def begin_anew(self, chat_id: int, closed: Conversation) -> Conversation:
        """Begin a conversation in place of a closed one, in its language."""
        place = await self._free_place(chat_id)
        with contextlib.suppress(ConversationGone):
            await self.service.addresses.come_back(closed.id, address=place)
        conversation = await self.begin(chat_id, language=closed.language)
        if not closed.language_chosen:
            return conversation
        return await self.service.choose_language(conversation.id, closed.language)

    async def all_of(self, chat_id: int) -> Sequence[Conversation]:
        """Return all that is kept of a chat, what goes on first."""
        found = await self.service.find_all([address_of(chat_id), *_places(chat_id)])
        return [conversation for conversation in found if conversation is not None]

    async def forget(self, conversation: Conversation) -> None:
        """Erase a conversation, if it is still there."""
        with contextlib.suppress(ConversationGone):
            await self.service.forget(conversation.id)

    async def _free_place(self, chat_id: int) -> Address:
        places = _places(chat_id)
        taken = list(zip(places, await self.service.find_all(places), strict=True))
        free = [place for place, conversation in taken if conversation is None]
        if free:
            return free[0]
        kept = [(conversation.last_at, place, conversation) for place, conversation in taken if conversation]
        _, place, oldest = min(kept, key=lambda one: one[0])
        await self.forget(oldest)
        return place


def _places(chat_id: int) -> list[Address]:
    return [Address(f"{address_of(chat_id)}:earlier:{number}") for number in range(1, MOST_EARLIER + 1)]
