"""Which conversation a browser belongs to: one cookie without a lifetime, whose token is kept nowhere but there."""

import re
import secrets
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from bot.conversation.conversations import ConversationService
from bot.conversation.model import Address, Conversation
from bot.language import Language, preferred

COOKIE = "s"
CHANNEL = "web"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """Return a fresh token (256 bits)."""
    return secrets.token_urlsafe(32)


def session_cookie(token: str, *, secure: bool) -> Cookie:
    """Return the cookie of a session: gone when the browser closes, unreadable for scripts, never sent from elsewhere."""
    return Cookie(key=COOKIE, value=token, path="/", httponly=True, samesite="strict", secure=secure)


def no_session_cookie(*, secure: bool) -> Cookie:
    """Return the cookie that takes a session's cookie away."""
    return Cookie(key=COOKIE, value="", path="/", max_age=0, httponly=True, samesite="strict", secure=secure)


def address_of(token: str) -> Address:
    """Return a session as the address of a conversation."""
    return Address(f"{CHANNEL}:{token}")


async def conversation_of(request: Request[Any, Any, Any], service: ConversationService) -> Conversation | None:
    """Return the conversation of the browser's session; forged, ended and missing sessions are all none."""
    token = request.cookies.get(COOKIE, "")
    return await service.find(address_of(token)) if _TOKEN.fullmatch(token) else None


def language_of(
    request: Request[Any, Any, Any], conversation: Conversation | None, *, asked: str | None = None
) -> Language:
    """Return the language to answer in: the conversation's, else the one asked for, else the browser's."""
    if conversation is not None:
        return conversation.language
    wanted = asked or request.query_params.get("lang") or ""
    return Language(wanted) if wanted in set(Language) else preferred(request.headers.get("accept-language", ""))
