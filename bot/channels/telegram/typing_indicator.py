"""A counsellor's typing, shown in the chat where the console runs in this process or shares a fan-out with it."""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.channels.telegram.chat_actions import ChatActions
from bot.channels.telegram.ports import AddressBook, LiveUpdates
from bot.conversation.model import ConversationId
from bot.worker import Interval, run_forever

LOOK_EVERY = 3.0
"""Seconds between two looks at which chats are with a counsellor."""

SHOWN_FOR = 4.0
"""Seconds within which typing is not shown again: Telegram shows it for five."""


@dataclass(kw_only=True)
class TypingIndicator:
    """Follows every chat that is with a counsellor."""

    live_updates: LiveUpdates
    address_book: AddressBook
    chat_actions: ChatActions
    _listeners: dict[ConversationId, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Follow chats as counsellors take and leave them, until cancelled."""
        try:
            wakeup, note = Interval(LOOK_EVERY), "who is talking is looked at again"
            await run_forever(self._step, wakeup=wakeup, on_fault=note, level=logging.INFO)
        finally:
            await self._follow(frozenset())

    async def _step(self) -> None:
        await self._follow(frozenset(await self.address_book.with_counsellor()))

    async def _follow(self, conversations: frozenset[ConversationId]) -> None:
        over = [task for name, task in self._listeners.items() if name not in conversations or task.done()]
        self._listeners = {name: task for name, task in self._listeners.items() if task not in over}
        for task in over:
            task.cancel()
        await asyncio.gather(*over, return_exceptions=True)
        for name in conversations - set(self._listeners):
            self._listeners[name] = asyncio.create_task(self._listen(name))

    async def _listen(self, conversation: ConversationId) -> None:
        loop, shown_at = asyncio.get_running_loop(), float("-inf")
        async for event, _ in self.live_updates.listen([conversation]):
            if event != "typing" or loop.time() - shown_at < SHOWN_FOR:
                continue
            shown_at = loop.time()
            if address := await self.address_book.address_of(conversation):
                self.chat_actions.show_typing(int(address))
