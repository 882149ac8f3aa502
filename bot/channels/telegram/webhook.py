"""Updates by webhook: Telegram brings them to a secret address, and 200 confirms those that were stored."""

import hmac
import json
import logging
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from litestar import Litestar, Request, Response, post
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Receive, Scope, Send
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.faults import FIRST_PAUSE, LONGEST_PAUSE, UNREADABLE, log_unreachable
from bot.channels.telegram.parser import ALLOWED_UPDATES
from bot.channels.telegram.update_reader import UpdateReader
from bot.worker import retry

LARGEST_UPDATE = 256 * 1024
"""Bytes; Telegram's updates have a few thousand."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_BAD_REQUEST, _FORBIDDEN = 400, 403
logger = logging.getLogger(__name__)


def webhook_path(hash_key: bytes) -> str:
    """Return the path that only Telegram is told."""
    return f"/telegram/{hmac.new(hash_key, b'telegram webhook', sha256).hexdigest()[:40]}"


def webhook_application(reader: UpdateReader, dispatcher: Dispatcher, *, path: str, secret: str) -> Litestar:
    """Return the application that receives updates; it answers 200 only when an update is stored."""

    @post(path, status_code=200)
    async def receive_update(request: Request[Any, Any, Any]) -> Response[None]:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            raise HTTPException(status_code=_FORBIDDEN)
        try:
            raw = json.loads(await request.body())
        except (ValueError, RecursionError):
            return Response(None, status_code=_BAD_REQUEST)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(None, status_code=_BAD_REQUEST)
        try:
            if (update := reader.read(raw)) is not None:
                await dispatcher.dispatch(update)
        except UNREADABLE as fault:
            reader.note_unreadable(fault)
        return Response(None, status_code=200)

    return Litestar(
        route_handlers=[receive_update],
        request_max_body_size=LARGEST_UPDATE,
        exception_handlers={Exception: _refuse},
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


def mount_webhook(webhook: ASGIApp, *, site: ASGIApp, path: str) -> ASGIApp:
    """Return a site with the webhook on the same port, but with rules and cookies of its own."""

    async def route(scope: Scope, receive: Receive, send: Send) -> None:
        await (webhook if scope.get("path") == path else site)(scope, receive, send)

    return route


async def set_webhook(bot: Bot, *, url: str, secret: str, on_state: Callable[[str], None]) -> None:
    """Tell Telegram where to bring updates; try again until it has taken note."""

    async def register() -> None:
        await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=40)

    def note(fault: BaseException) -> None:
        on_state("down")
        log_unreachable(fault)

    await retry(register, on=TelegramError, first=FIRST_PAUSE, longest=LONGEST_PAUSE, note=note)
    on_state("up")


def _refuse(_request: Request[Any, Any, Any], fault: Exception) -> Response[None]:
    if isinstance(fault, HTTPException):
        return Response(None, status_code=fault.status_code)
    logger.error("an update could not be kept and comes again: %s", type(fault).__name__)
    return Response(None, status_code=500)
