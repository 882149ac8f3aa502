"""Answers for stored messages: those that come in quick succession are one turn, and a chat has one answer at a time."""

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field

from bot.channels.telegram.message_remover import OUTCOME_WAIT, Removal, notice_about
from bot.channels.telegram.ports import AddressBook
from bot.conversation.conversations import Conversations
from bot.conversation.errors import ConversationClosed, ConversationGone
from bot.conversation.model import ConversationId, Say

QUIET_AFTER = 0.8
"""Seconds without another message after which somebody has finished writing."""

LONGEST_WAIT = 4.0
"""Seconds after which the first message is answered, even if more keep coming."""

CONCURRENT_ANSWERS = 8
"""Answers in progress at the same time."""

OVERLOAD = 100
"""With more chats waiting for an answer the scripted assistant answers: help at once instead of a long silence."""

URGENT_OUTCOME_WAIT = 0.3
"""Seconds for which an urgent answer waits to say what became of a file."""

logger = logging.getLogger(__name__)


@dataclass
class _Batch:
    """Messages of one chat that are answered together, between two times of the event loop."""

    since: float
    until: float
    first: list[str] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)
    urgent: asyncio.Event = field(default_factory=asyncio.Event)


class Debouncer:
    """Collects the messages of a chat until it is quiet, and has them answered."""

    def __init__(self, conversations: Conversations, *, address_book: AddressBook) -> None:
        """Answer by the turns of conversations; where nothing is due afterwards, release the address."""
        self._turns = conversations.turns
        self._address_book = address_book
        self._scripted = conversations.scripted_turns
        self._batches: dict[ConversationId, _Batch] = {}
        self._tasks: dict[ConversationId, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(CONCURRENT_ANSWERS)

    def schedule(
        self, conversation: ConversationId, *, first: str = "", removal: Removal | None = None, urgent: bool = False
    ) -> None:
        """Have stored messages answered soon, with the entry `first` said before, or what became of a file.

        Urgent ones are answered at once.
        """
        now = asyncio.get_running_loop().time()
        batch = self._batches.setdefault(conversation, _Batch(since=now, until=now))
        is_urgent = urgent or batch.urgent.is_set()
        batch.until = now if is_urgent else min(now + QUIET_AFTER, batch.since + LONGEST_WAIT)
        if urgent:
            batch.urgent.set()
        if first:
            batch.first.append(first)
        if removal:
            batch.removals.append(removal)
        if conversation not in self._tasks:
            self._tasks[conversation] = asyncio.create_task(self._answer_batches(conversation))

    async def stop(self) -> None:
        """Stop; the periodic tasks of this or another process answer what is left."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer_batches(self, conversation: ConversationId) -> None:
        try:
            while conversation in self._batches:
                await self._wait_until_quiet(self._batches[conversation])
                batch = self._batches.pop(conversation)
                await self._answer(conversation, batch)
        finally:
            self._tasks.pop(conversation, None)
            self._batches.pop(conversation, None)

    async def _wait_until_quiet(self, batch: _Batch) -> None:
        loop = asyncio.get_running_loop()
        while (left := batch.until - loop.time()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(batch.urgent.wait(), left)

    async def _answer(self, conversation: ConversationId, batch: _Batch) -> None:
        turns = self._scripted if len(self._tasks) > OVERLOAD else self._turns
        try:
            first = await _first(batch)
            async with self._slots:
                await turns.answer_open(conversation, first=first)
            await self._address_book.release(conversation)  # the answer may be sent before its question is marked
        except (ConversationGone, ConversationClosed):
            return
        except Exception as fault:  # noqa: BLE001 (it stays unanswered, and the clock answers it)
            logger.error("an answer will be tried again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)


async def _first(batch: _Batch) -> list[Say]:
    keys = list(dict.fromkeys(batch.first))
    if batch.removals:  # where one of several could not be deleted, it is not claimed that all were
        wait = URGENT_OUTCOME_WAIT if batch.urgent.is_set() else OUTCOME_WAIT
        keys.append(await notice_about(batch.removals, wait=wait))
    return [Say(key=key) for key in keys]
