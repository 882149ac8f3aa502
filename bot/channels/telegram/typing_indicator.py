"""A counsellor who types is seen typing in the chat, as long as the console and this channel share a process or a fan-out."""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.channels.telegram.chat_actions import Chat
from bot.channels.telegram.ports import AddressBook, News
from bot.conversation.model import ConversationId
from bot.worker import Interval, run_forever

LOOK_EVERY = 3.0
"""Seconds between two looks at which chats a counsellor has."""

SHOWN_FOR = 4.0
"""Seconds within which it is not shown again: Telegram shows it for five."""


@dataclass(kw_only=True)
class Typing:
    """Listens to the news of every chat that a counsellor has."""

    news: News
    book: AddressBook
    chat: Chat
    _listening: dict[ConversationId, asyncio.Task[None]] = field(default_factory=dict)

    async def forever(self) -> None:
        """Begin and end listening as counsellors come and go."""
        try:
            wakeup, note = Interval(LOOK_EVERY), "who is talking is looked at again"
            await run_forever(self._step, wakeup=wakeup, on_fault=note, level=logging.INFO)
        finally:
            await self._attend(frozenset())

    async def _step(self) -> None:
        await self._attend(frozenset(await self.book.talking()))

    async def _attend(self, talking: frozenset[ConversationId]) -> None:
        over = [task for name, task in self._listening.items() if name not in talking or task.done()]
        self._listening = {name: task for name, task in self._listening.items() if task not in over}
        for task in over:
            task.cancel()
        await asyncio.gather(*over, return_exceptions=True)
        for name in talking - set(self._listening):
            self._listening[name] = asyncio.create_task(self._listen(name))

    async def _listen(self, conversation: ConversationId) -> None:
        loop, shown_at = asyncio.get_running_loop(), float("-inf")
        async for event, _ in self.news.listen([conversation]):
            if event != "typing" or loop.time() - shown_at < SHOWN_FOR:
                continue
            shown_at = loop.time()
            if address := await self.book.address_of(conversation):
                self.chat.types(int(address))
