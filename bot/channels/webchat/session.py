"""Which conversation a browser belongs to: one cookie without a lifetime, whose token is kept nowhere but there."""

from typing import Any

from litestar import Request

from bot.conversation.conversations import ConversationService
from bot.conversation.model import Address, Conversation
from bot.language import Language, preferred
from bot.web.cookies import is_token

COOKIE = "s"
CHANNEL = "web"


def address_of(token: str) -> Address:
    """Return a session as the address of a conversation."""
    return Address(f"{CHANNEL}:{token}")


async def conversation_of(request: Request[Any, Any, Any], service: ConversationService) -> Conversation | None:
    """Return the conversation of the browser's session; forged, ended and missing sessions are all none."""
    token = request.cookies.get(COOKIE, "")
    return await service.find(address_of(token)) if is_token(token) else None


def language_of(
    request: Request[Any, Any, Any], conversation: Conversation | None, *, asked: str | None = None
) -> Language:
    """Return the language to answer in: the conversation's, else the one asked for, else the browser's."""
    if conversation is not None:
        return conversation.language
    wanted = asked or request.query_params.get("lang") or ""
    return Language(wanted) if wanted in set(Language) else preferred(request.headers.get("accept-language", ""))
