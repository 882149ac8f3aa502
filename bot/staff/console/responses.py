"""How the console answers what a counsellor did: a live page gets a status, a plain one is led back to the console."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from litestar import Response
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.conversation.errors import ConversationError
from bot.staff.console.labels import FAULTS
from bot.staff.console.page import ConsolePage
from bot.staff.console.pages import whole_page
from bot.web.forms import is_live

PAUSE_HEADER: Final = "X-Pause"
"""Tells a live page that it was a heavy chat: it asks whether the counsellor wants a break."""
_NO_CONTENT, _REFUSED = 204, 409


async def perform(
    page: ConsolePage,
    do: Callable[[], Awaitable[object]],
    *,
    chat: str = "",
    drafts: Mapping[str, str] | None = None,
    pause: bool = False,
) -> Response[Any]:
    """Do something and answer; where it is refused, say why and leave what was typed in its field."""
    try:
        await do()
    except tuple(FAULTS) as fault:
        return await refuse(page, fault, chat=chat, drafts=drafts)
    if is_live(page.request):
        return Response(None, status_code=_NO_CONTENT, headers={PAUSE_HEADER: "1"} if pause else {})
    return back_to_console(page, chat="" if pause else chat, pause=pause)


async def refuse(
    page: ConsolePage, fault: ConversationError, *, chat: str = "", drafts: Mapping[str, str] | None = None
) -> Response[Any]:
    """Say why something was refused."""
    notice = FAULTS[type(fault)]
    if is_live(page.request):
        return Response(page.say(notice), status_code=_REFUSED, media_type=MediaType.TEXT)
    return await whole_page(page, notice=notice, status=_REFUSED, drafts={chat: drafts} if drafts else None)


def back_to_console(page: ConsolePage, *, chat: str = "", pause: bool = False) -> Redirect:
    """Lead a plain page back to the console, to a chat or to the question about a break."""
    query, fragment = ("?pause=1" if pause else ""), (f"#chat-{chat}" if chat else "")
    return Redirect(f"{page.path}/desk{query}{fragment}", status_code=HTTP_303_SEE_OTHER)
