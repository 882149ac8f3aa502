"""Going into practice and out of it; the console in there is the same as the real one."""

from typing import Any

from litestar import Response, Router, get, post
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.permissions import Permission
from bot.staff.console.context import PRACTICE, NoRoom, as_counsellor, really_waiting, rooms_of
from bot.staff.console.labels import LANGUAGES
from bot.staff.console.routes import CONSOLE_ROUTES
from bot.staff.context import AnyRequest, Me, SignedIn, staff_context_of
from bot.staff.guards import needs

_PRACTISE = needs(Permission.REPLY_CHAT)
_UNAVAILABLE = 503


@get("/", opt=_PRACTISE)
async def practice(request: AnyRequest, me: Me) -> Response[str]:
    """Say what practice is, who waits in one's room, and lead in and out."""
    return await _page(request, me)


@post("/enter", opt=_PRACTISE)
async def enter(request: AnyRequest, me: Me) -> Response[Any]:
    """Open a room, or go back into the one there is."""
    try:
        await rooms_of(request).enter(as_counsellor(me).id)
    except NoRoom:
        return await _page(request, me, full=True)
    return Redirect(f"{PRACTICE}/desk", status_code=HTTP_303_SEE_OTHER)


@post("/leave", opt=_PRACTISE)
async def leave(request: AnyRequest, me: Me) -> Response[Any]:
    """End the room, and go to where people are real."""
    await rooms_of(request).leave(as_counsellor(me).id)
    return Redirect("/desk", status_code=HTTP_303_SEE_OTHER)


@get("/really-waiting", opt=needs(Permission.REPLY_CHAT, by_hand=False))
async def real_count(request: AnyRequest, me: Me) -> Response[str]:
    """Return how many really wait, as a fragment: nobody real is forgotten over practice."""
    fragment = staff_context_of(request).pages.render(
        "practice/_real.html", language=me.account.language, really=await really_waiting(request)
    )
    return Response(fragment, media_type=MediaType.HTML)


async def _page(request: AnyRequest, me: SignedIn, *, full: bool = False) -> Response[str]:
    room, words = rooms_of(request).of(as_counsellor(me).id), staff_context_of(request).interface[me.account.language]
    return staff_context_of(request).page(
        request,
        "practice/practice.html",
        status=_UNAVAILABLE if full else 200,
        full=full,
        people=[(words.gettext(LANGUAGES[language]), about) for language, about in room.about(me.account.language)]
        if room
        else [],
        inside=room is not None,
        really=await really_waiting(request),
    )


PRACTICE_ROUTES = Router(path=PRACTICE, route_handlers=[practice, enter, leave, real_count, *CONSOLE_ROUTES])
"""The console once more, over the room of whoever is signed in."""
