"""Removes messages from chats: tried again where Telegram is busy, in smaller parts where it refuses, without keeping anybody waiting."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.faults import requested_pause

DELETE_LIMIT = 100
"""Messages in one call."""

TRIED_FOR = 30.0
"""Seconds for which a removal is tried again."""

ALBUM_WAIT = 0.3
"""Seconds within which the files of one album come."""

_CALL_TIMEOUT = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0
T = TypeVar("T")
logger = logging.getLogger(__name__)


MEDIA_DELETED, MEDIA_NOT_DELETED = "telegram.media", "telegram.media.kept"
OUTCOME_WAIT = 2.0
"""Seconds for which an answer waits to say what became of a file."""

Removal = asyncio.Task[bool]


@dataclass
class _Album:
    message_ids: list[int] = field(default_factory=list)
    removal: Removal | None = None


@dataclass(kw_only=True)
class MessageRemover:
    """Removes messages through the Bot API."""

    bot: Bot
    _albums: dict[tuple[int, str], _Album] = field(default_factory=dict)
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    async def remove(self, chat_id: int, message_ids: Sequence[int], *, within: float = TRIED_FOR) -> frozenset[int]:
        """Remove messages; return those that stay after so many seconds of trying."""
        until = asyncio.get_running_loop().time() + within
        left: set[int] = set()
        for start in range(0, len(message_ids), DELETE_LIMIT):
            left |= await self._remove(chat_id, message_ids[start : start + DELETE_LIMIT], until)
        return frozenset(left)

    def begin(self, chat_id: int, message_id: int, *, album: str = "") -> Removal:
        """Begin to remove a file, together with its album; the result tells whether all of it is gone."""
        key = (chat_id, album or f"message {message_id}")
        gathered = self._albums.setdefault(key, _Album())
        gathered.message_ids.append(message_id)
        if gathered.removal is None:
            gathered.removal = self._in_background(self._remove_album(key, wait=ALBUM_WAIT if album else 0.0))
        return gathered.removal

    def after(self, removal: Removal, act: Callable[[str], Awaitable[None]]) -> None:
        """Do something with the notice about a file, as soon as it is known what became of it, or after a while."""
        self._in_background(self._after(removal, act))

    async def stop(self) -> None:
        """End what is still being tried."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _after(self, removal: Removal, act: Callable[[str], Awaitable[None]]) -> None:
        try:
            await act(await notice_about([removal], wait=OUTCOME_WAIT))
        except Exception as fault:  # noqa: BLE001 (the file was taken care of; only the notice is missing)
            logger.error("a notice about a file could not be given: %s", type(fault).__name__)  # noqa: TRY400

    def _in_background(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _remove_album(self, key: tuple[int, str], *, wait: float) -> bool:
        await asyncio.sleep(wait)
        return not await self.remove(key[0], self._albums.pop(key).message_ids)

    async def _remove(self, chat_id: int, batch: Sequence[int], until: float) -> set[int]:
        """Remove a batch; where it is refused, each half, because one message may be to blame for all."""
        try:
            await self._call(chat_id, batch, until)
        except BadRequest as fault:
            if len(batch) == 1:
                logger.info("a message could not be removed: %s", type(fault).__name__)
                return set(batch)
            middle = len(batch) // 2
            halves = (batch[:middle], batch[middle:])
            return {left for half in halves for left in await self._remove(chat_id, half, until)}
        except (TelegramError, TimeoutError) as fault:
            logger.info("messages could not be removed: %s", type(fault).__name__)
            return set(batch)
        return set()

    async def _call(self, chat_id: int, batch: Sequence[int], until: float) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                async with asyncio.timeout(_CALL_TIMEOUT):
                    await self.bot.delete_messages(chat_id, list(batch))
            except (BadRequest, Forbidden, InvalidToken):
                raise
            except (RetryAfter, NetworkError, TimeoutError) as fault:
                wait = max(requested_pause(fault), pause)
                if asyncio.get_running_loop().time() + wait > until:
                    raise
                await asyncio.sleep(wait)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                return


async def notice_about(removals: Sequence[Removal], *, wait: float) -> str:
    """Return what is said about files; what is not known to be gone after so many seconds is not claimed to be."""
    done, pending = await asyncio.wait(removals, timeout=wait)
    are_gone = not pending and all(not task.cancelled() and task.result() for task in done)
    return MEDIA_DELETED if are_gone else MEDIA_NOT_DELETED
