"""A counsellor's typing, from the console to the chat."""

import asyncio
from collections.abc import Sequence
from typing import Any, cast

import pytest

from bot.channels.telegram import typing_indicator
from bot.channels.telegram.chat_actions import ChatActions
from bot.channels.telegram.ports import AddressBook
from bot.channels.telegram.typing_indicator import TypingIndicator
from bot.conversation.model import ConversationId
from bot.web.fanout import Fanout

HERE, ELSEWHERE = ConversationId("a" * 32), ConversationId("b" * 32)


class OneChatBook:
    """An address book with one chat that a counsellor has."""

    def __init__(self) -> None:
        """Begin with it."""
        self.held: Sequence[ConversationId] = [HERE]

    async def with_counsellor(self) -> Sequence[ConversationId]:
        """Return what the test says."""
        return self.held

    async def address_of(self, conversation: ConversationId) -> str | None:
        """Return a number for it."""
        return "17" if conversation in self.held else None


class TypingChats:
    """Chats that only show typing."""

    def __init__(self) -> None:
        """Begin without any."""
        self.typed: asyncio.Queue[int] = asyncio.Queue()

    def show_typing(self, chat_id: int) -> None:
        """Note where it was shown."""
        self.typed.put_nowait(chat_id)


async def test_typing_is_shown_in_the_chat_once_in_four_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_indicator, "LOOK_EVERY", 0.01)
    book, chats = OneChatBook(), TypingChats()
    async with Fanout().running() as fanout, asyncio.timeout(10):
        indicator = TypingIndicator(
            live_updates=fanout,
            address_book=cast("AddressBook", book),
            chat_actions=cast("ChatActions", cast("Any", chats)),
        )
        task = asyncio.create_task(indicator.run())
        while chats.typed.empty():
            fanout.publish(HERE, "news")
            fanout.publish(ELSEWHERE, "typing")
            fanout.publish(HERE, "typing")
            await asyncio.sleep(0)
        assert chats.typed.get_nowait() == 17
        fanout.publish(HERE, "typing")
        await asyncio.sleep(0)
        assert chats.typed.empty()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
