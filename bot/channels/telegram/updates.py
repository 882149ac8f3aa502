"""How updates reach us: asked for by long polling, or brought to a secret address. Either way confirmed after they are kept."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any

from litestar import Litestar, Request, Response, post
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Receive, Scope, Send
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.handlers import Reception
from bot.channels.telegram.parser import ALLOWED
from bot.worker import retry

ASK_FOR = 25
"""Seconds one long poll waits for news."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LARGEST_UPDATE = 256 * 1024
"""Bytes; Telegram's updates have a few thousand."""

STRANGE_AFTER = 3
"""Times an update that cannot be read comes again before it is passed over."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_FORBIDDEN, _BAD = 403, 400
_STRANGE = (KeyError, ValueError, TypeError, AttributeError, OverflowError)
logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Polling:
    """Asks Telegram for updates; the next question confirms those that were kept."""

    bot: Bot
    reception: Reception
    on_state: Callable[[str], None]
    _offset: int = 0
    _is_reached: bool = False
    _failures: dict[int, int] = field(default_factory=dict)

    async def forever(self) -> None:
        """Ask again and again, more slowly while it fails."""
        while True:
            are_all_kept = await retry(
                self._poll,
                on=Exception,
                first=FIRST_PAUSE,
                longest=LONGEST_PAUSE,
                note=self._note_fault,
                at_least=_asked_pause,
            )
            if not are_all_kept:
                await asyncio.sleep(FIRST_PAUSE)  # the rest has to come again

    async def _poll(self) -> bool:
        """Ask once and keep what comes; the first question waits for no news, only for the answer."""
        if not self._offset:
            await self.bot.delete_webhook()
        wait = ASK_FOR if self._is_reached else 0
        updates = await self.bot.get_updates(
            offset=self._offset, timeout=wait, read_timeout=ASK_FOR + 10, allowed_updates=ALLOWED
        )
        self._is_reached = True
        self.on_state("up")
        return await self._take(updates)

    def _note_fault(self, fault: BaseException) -> None:
        self._is_reached = False
        self.on_state("down")
        _say_why(fault)

    async def _take(self, updates: Sequence[Update]) -> bool:
        """Keep updates, chats side by side, each chat in order; tell whether all could be confirmed."""
        ordered = sorted(updates, key=_chat)  # stable: within a chat the order stays
        chats = [list(some) for _, some in groupby(ordered, key=_chat)]
        left = [
            number for some in await asyncio.gather(*(self._take_in_order(chat) for chat in chats)) for number in some
        ]
        if updates:
            self._offset = min(left, default=updates[-1].update_id + 1)
        return not left

    async def _take_in_order(self, updates: Sequence[Update]) -> list[int]:
        """Keep the updates of one chat; return those that have to come again."""
        for place, update in enumerate(updates):
            try:
                await self.reception.take(update)
            except Exception as fault:  # noqa: BLE001 (it must come again)
                if self._is_hopeless(update.update_id, fault):
                    continue
                logger.error("an update could not be kept and comes again: %s", type(fault).__name__)  # noqa: TRY400
                return [later.update_id for later in updates[place:]]
        return []

    def _is_hopeless(self, update_id: int, fault: Exception) -> bool:
        """Tell whether an update is so strange that it would be asked for forever."""
        self._failures = {number: times for number, times in self._failures.items() if number >= self._offset}
        self._failures[update_id] = self._failures.get(update_id, 0) + isinstance(fault, _STRANGE)
        return self._failures[update_id] > STRANGE_AFTER


def webhook_path(hash_key: bytes) -> str:
    """Return the path that only Telegram is told."""
    return f"/telegram/{hmac.new(hash_key, b'telegram webhook', sha256).hexdigest()[:40]}"


def webhook_application(bot: Bot, reception: Reception, *, path: str, secret: str) -> Litestar:
    """Return the application that takes what Telegram brings; 200 is said only when it is kept."""

    @post(path, status_code=200)
    async def bring(request: Request[Any, Any, Any]) -> Response[None]:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            raise HTTPException(status_code=_FORBIDDEN)
        try:
            update = Update.de_json(json.loads(await request.body()), bot)
        except (*_STRANGE, RecursionError):
            return Response(None, status_code=_BAD)
        try:
            await reception.take(update)
        except _STRANGE as fault:
            logger.error("an update was too strange to be kept: %s", type(fault).__name__)  # noqa: TRY400
        return Response(None, status_code=200)

    return Litestar(
        route_handlers=[bring],
        request_max_body_size=LARGEST_UPDATE,
        exception_handlers={Exception: _refuse},
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


def beside(site: ASGIApp, webhook: ASGIApp, *, path: str) -> ASGIApp:
    """Return the public site with the webhook beside it: other rules, other cookies, the same port."""

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        await (webhook if scope.get("path") == path else site)(scope, receive, send)

    return either


async def set_webhook(bot: Bot, *, url: str, secret: str, on_state: Callable[[str], None]) -> None:
    """Tell Telegram where to bring updates, until it has heard it."""
    await _until_done(
        lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED, max_connections=40), on_state
    )


async def _until_done(call: Callable[[], Awaitable[Any]], on_state: Callable[[str], None]) -> None:
    def note(fault: BaseException) -> None:
        on_state("down")
        _say_why(fault)

    await retry(call, on=TelegramError, first=FIRST_PAUSE, longest=LONGEST_PAUSE, note=note)
    on_state("up")


def _asked_pause(fault: BaseException) -> float:
    """Return how many seconds Telegram asks to wait."""
    asked = fault.retry_after if isinstance(fault, RetryAfter) else 0
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def _refuse(_request: Request[Any, Any, Any], fault: Exception) -> Response[None]:
    if isinstance(fault, HTTPException):
        return Response(None, status_code=fault.status_code)
    logger.error("an update could not be kept and comes again: %s", type(fault).__name__)
    return Response(None, status_code=500)


def _chat(update: Update) -> int:
    return update.effective_chat.id if update.effective_chat else 0


def _say_why(fault: BaseException) -> None:
    """Log why Telegram is not reached, never with its message: that may hold the token."""
    why = {
        InvalidToken: "it does not accept the token; check TELEGRAM_BOT_TOKEN",
        Conflict: "another program asks with the same token, or a webhook is set; stop it",
    }.get(type(fault), type(fault).__name__)
    logger.warning("Telegram is not reached: %s", why)
