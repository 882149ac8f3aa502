"""How the console answers what a counsellor did: a live page hears it in short, a plain one is led back to the desk."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from litestar import Response
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.conversation.errors import ConversationError
from bot.staff.console.context import where
from bot.staff.console.labels import FAULTS
from bot.staff.console.pages import drawn_desk
from bot.staff.context import AnyRequest, SignedIn, staff_context_of
from bot.web.forms import is_live

PAUSE_HEADER: Final = "X-Pause"
"""Tells a live page that it was a heavy chat: it asks whether the counsellor wants a break."""
_NO_CONTENT, _REFUSED = 204, 409


async def deed(
    request: AnyRequest,
    me: SignedIn,
    do: Callable[[], Awaitable[object]],
    *,
    chat: str = "",
    drafts: Mapping[str, str] | None = None,
    pause: bool = False,
) -> Response[Any]:
    """Do something and answer; where it is refused, say why, with what was typed still there."""
    try:
        await do()
    except tuple(FAULTS) as fault:
        return await refused(request, me, fault, chat=chat, drafts=drafts)
    if is_live(request):
        return Response(None, status_code=_NO_CONTENT, headers={PAUSE_HEADER: "1"} if pause else {})
    return to_the_desk(request, chat="" if pause else chat, pause=pause)


async def refused(
    request: AnyRequest,
    me: SignedIn,
    fault: ConversationError,
    *,
    chat: str = "",
    drafts: Mapping[str, str] | None = None,
) -> Response[Any]:
    """Say why something was refused."""
    notice = FAULTS[type(fault)]
    if is_live(request):
        words = staff_context_of(request).say(request, notice)
        return Response(words, status_code=_REFUSED, media_type=MediaType.TEXT)
    return await drawn_desk(request, me, notice=notice, status=_REFUSED, drafts={chat: drafts} if drafts else None)


def to_the_desk(request: AnyRequest, *, chat: str = "", pause: bool = False) -> Redirect:
    """Lead a plain page back to the desk, to a chat or to the question about a break."""
    query, place = ("?pause=1" if pause else ""), (f"#chat-{chat}" if chat else "")
    return Redirect(f"{where(request)}/desk{query}{place}", status_code=HTTP_303_SEE_OTHER)
