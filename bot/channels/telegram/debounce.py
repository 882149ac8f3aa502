"""Answering what was taken: messages that come in a rush are one turn, and one chat never has two answers in the making."""

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field, replace

from bot.channels.telegram.ports import AddressBook
from bot.conversation.conversations import ConversationService
from bot.conversation.errors import ConversationClosed, ConversationGone
from bot.conversation.model import ConversationId, Say

QUIET = 0.8
"""Seconds without another message after which somebody has finished writing."""

MOST_WAITED = 4.0
"""Seconds after which the first message is answered, even if more keep coming."""

AT_ONCE = 8
"""Answers in the making at the same time."""

CROWD = 100
"""Chats that wait for an answer from which on the scripted assistant answers: help at once instead of a long silence."""

KEPT = "telegram.media.kept"
_DELETED = "telegram.media"
logger = logging.getLogger(__name__)


@dataclass
class _Burst:
    since: float
    until: float
    first: list[str] = field(default_factory=list)
    hurry: asyncio.Event = field(default_factory=asyncio.Event)


class Bursts:
    """Gathers what a chat sends and has it answered."""

    def __init__(self, service: ConversationService, *, book: AddressBook) -> None:
        """Answer by a service; where nothing is due after it, let the address go."""
        self._service = service
        self._book = book
        self._scripted = replace(service, assistant=service.scripted)
        self._bursts: dict[ConversationId, _Burst] = {}
        self._tasks: dict[ConversationId, asyncio.Task[None]] = {}
        self._seats = asyncio.Semaphore(AT_ONCE)

    def note(self, conversation: ConversationId, *, first: str = "", urgent: bool = False) -> None:
        """Have what was taken answered soon, with `first` said before; what is urgent waits for nothing."""
        now = asyncio.get_running_loop().time()
        burst = self._bursts.setdefault(conversation, _Burst(since=now, until=now))
        burst.until = now if urgent or burst.hurry.is_set() else min(now + QUIET, burst.since + MOST_WAITED)
        if urgent:
            burst.hurry.set()
        if first:
            burst.first.append(first)
        if conversation not in self._tasks:
            self._tasks[conversation] = asyncio.create_task(self._serve(conversation))

    async def stop(self) -> None:
        """Stop; what was not answered is answered by the clock, here or in another process."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, conversation: ConversationId) -> None:
        try:
            while conversation in self._bursts:
                await self._until_quiet(self._bursts[conversation])
                burst = self._bursts.pop(conversation)
                await self._answer(conversation, burst)
        finally:
            self._tasks.pop(conversation, None)
            self._bursts.pop(conversation, None)

    async def _until_quiet(self, burst: _Burst) -> None:
        loop = asyncio.get_running_loop()
        while (left := burst.until - loop.time()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(burst.hurry.wait(), left)

    async def _answer(self, conversation: ConversationId, burst: _Burst) -> None:
        service = self._scripted if len(self._tasks) > CROWD else self._service
        try:
            async with self._seats:
                await service.answer_open(conversation, first=_first(burst))
            await self._book.release(conversation)  # what was said may have been sent before its question was marked
        except (ConversationGone, ConversationClosed):
            return
        except Exception as fault:  # noqa: BLE001 (it stays unanswered, and the clock answers it)
            logger.error("an answer will be tried again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)


def _first(burst: _Burst) -> list[Say]:
    keys = list(dict.fromkeys(burst.first))
    if KEPT in keys and _DELETED in keys:
        keys.remove(_DELETED)  # where one of several could not be removed, nothing else is claimed
    return [Say(key=key) for key in keys]
