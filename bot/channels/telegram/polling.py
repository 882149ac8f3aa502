"""Updates by long polling: Telegram is asked for them, and the next request confirms those that were stored."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from telegram import Bot, Update

from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.faults import FIRST_PAUSE, LONGEST_PAUSE, UNREADABLE, log_unreachable, requested_pause
from bot.channels.telegram.update_reader import UpdateReader
from bot.worker import retry

POLL_TIMEOUT = 25
"""Seconds for which Telegram may hold a request open until there is an update."""

PATIENCE = 0.3
"""Seconds for which a round of updates is waited for before Telegram is asked again."""

UNREADABLE_LIMIT = 3
"""Times an unreadable update comes again before it is skipped."""

logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class LongPolling:
    """Asks Telegram for updates and has them dispatched."""

    bot: Bot
    reader: UpdateReader
    dispatcher: Dispatcher
    on_state: Callable[[str], None]
    _offset: int = 0
    _is_reached: bool = False
    _reached_at: datetime | None = None
    _in_progress: dict[int, asyncio.Task[list[int]]] = field(default_factory=dict)
    _failures: dict[int, int] = field(default_factory=dict)

    async def run(self) -> None:
        """Ask again and again, more slowly while it fails, until cancelled."""
        try:
            while True:
                await self._round()
        finally:
            for task in self._in_progress.values():
                task.cancel()
            await asyncio.gather(*self._in_progress.values(), return_exceptions=True)

    async def _round(self) -> None:
        are_all_stored = await retry(
            self._poll,
            on=Exception,
            first=FIRST_PAUSE,
            longest=LONGEST_PAUSE,
            note=self._note_fault,
            at_least=requested_pause,
        )
        if not are_all_stored:
            await asyncio.sleep(PATIENCE if self._in_progress else FIRST_PAUSE)  # the rest has to come again

    async def _poll(self) -> bool:
        """Ask once and store what comes; tell whether all of it is. The first request returns without waiting for updates."""
        if not self._offset:
            await self.bot.delete_webhook()
        wait = POLL_TIMEOUT if self._is_reached else 0
        fetched = await self.reader.fetch(offset=self._offset, wait=wait)
        since = None if self._is_reached else self._reached_at
        self._is_reached, self._reached_at = True, self.dispatcher.context.clock.now()
        self.on_state("up")
        updates = [update for raw in fetched if (update := self.reader.read(raw)) is not None]
        end = max((raw["update_id"] + 1 for raw in fetched), default=self._offset)
        return await self._dispatch(updates, since=since, end=end)

    def _note_fault(self, fault: BaseException) -> None:
        self._is_reached = False
        self.on_state("down")
        log_unreachable(fault)

    async def _dispatch(self, updates: Sequence[Update], *, since: datetime | None, end: int) -> bool:
        """Dispatch updates, chats in parallel, each chat in order; tell whether all before `end` can be confirmed.

        A chat that takes long is not waited for: its updates stay unconfirmed until they are stored, the others go on.
        """
        ordered = sorted(updates, key=_chat_id)  # stable: within a chat the order stays
        chats = {chat: list(group) for chat, group in groupby(ordered, key=_chat_id)}
        new = {chat: group for chat, group in chats.items() if chat not in self._in_progress}
        for chat, group in new.items():
            self._in_progress[chat] = asyncio.create_task(self._dispatch_in_order(group, since))
        if new:
            await asyncio.wait([self._in_progress[chat] for chat in new], timeout=PATIENCE)
        finished = {chat: task for chat, task in self._in_progress.items() if task.done()}
        self._in_progress = {chat: task for chat, task in self._in_progress.items() if not task.done()}
        failed = [number for chat, task in finished.items() if chat in new for number in task.result()]
        slow = [
            update.update_id
            for chat, group in chats.items()
            if chat not in finished or chat not in new
            for update in group
        ]
        self._offset = min([*failed, *slow], default=end)
        return not (failed or slow)

    async def _dispatch_in_order(self, updates: Sequence[Update], since: datetime | None) -> list[int]:
        """Dispatch the updates of one chat; return the ids of those that have to come again."""
        for index, update in enumerate(updates):
            try:
                await self.dispatcher.dispatch(update, since=since)
            except Exception as fault:  # noqa: BLE001 (it must come again)
                if self._is_hopeless(update.update_id, fault):
                    continue
                logger.error("an update could not be kept and comes again: %s", type(fault).__name__)  # noqa: TRY400
                return [later.update_id for later in updates[index:]]
        return []

    def _is_hopeless(self, update_id: int, fault: Exception) -> bool:
        """Tell whether an update has been unreadable so often that it is skipped."""
        self._failures = {number: times for number, times in self._failures.items() if number >= self._offset}
        self._failures[update_id] = self._failures.get(update_id, 0) + isinstance(fault, UNREADABLE)
        is_hopeless = self._failures[update_id] > UNREADABLE_LIMIT
        if is_hopeless:
            self.reader.note_unreadable(fault)
        return is_hopeless


def _chat_id(update: Update) -> int:
    return update.effective_chat.id if update.effective_chat else 0
