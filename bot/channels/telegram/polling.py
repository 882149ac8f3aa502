"""Updates by long polling: Telegram is asked for them, and the next request confirms those that were stored."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from telegram import Bot, Update
from telegram.error import RetryAfter

from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.faults import FIRST_PAUSE, LONGEST_PAUSE, UNREADABLE, log_unreachable
from bot.channels.telegram.update_reader import UpdateReader
from bot.worker import retry

POLL_TIMEOUT = 25
"""Seconds for which Telegram may hold a request open until there is an update."""

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
    _failures: dict[int, int] = field(default_factory=dict)

    async def run(self) -> None:
        """Ask again and again, more slowly while it fails, until cancelled."""
        while True:
            are_all_stored = await retry(
                self._poll,
                on=Exception,
                first=FIRST_PAUSE,
                longest=LONGEST_PAUSE,
                note=self._note_fault,
                at_least=_requested_pause,
            )
            if not are_all_stored:
                await asyncio.sleep(FIRST_PAUSE)  # the rest has to come again

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
        """Dispatch updates, chats in parallel, each chat in order; tell whether all before `end` can be confirmed."""
        ordered = sorted(updates, key=_chat_id)  # stable: within a chat the order stays
        chats = [list(group) for _, group in groupby(ordered, key=_chat_id)]
        failed = [
            update_id
            for update_ids in await asyncio.gather(*(self._dispatch_in_order(chat, since) for chat in chats))
            for update_id in update_ids
        ]
        self._offset = min(failed, default=end)
        return not failed

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


def _requested_pause(fault: BaseException) -> float:
    """Return how many seconds Telegram asks to wait."""
    pause = fault.retry_after if isinstance(fault, RetryAfter) else 0
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


def _chat_id(update: Update) -> int:
    return update.effective_chat.id if update.effective_chat else 0
