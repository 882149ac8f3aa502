"""Going into practice and out of it; the console in there is the same as the real one."""

from typing import Any

from litestar import Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.permissions import Permission
from bot.staff.console.context import Console, ConsoleContext, as_counsellor
from bot.staff.console.labels import LANGUAGES
from bot.staff.console.page import PRACTICE
from bot.staff.console.practice import PracticeFull, PracticeRooms
from bot.staff.console.routes import console_routes
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import GoElsewhere, needs

_PRACTISE = needs(Permission.REPLY_CHAT)
_UNAVAILABLE = 503
Rooms = NamedDependency[PracticeRooms]
"""The type of a handler's `rooms`."""


def practice_rooms(state: State) -> PracticeRooms:
    """Return the rooms for practice, for handlers that take `rooms`."""
    rooms: PracticeRooms = state.rooms
    return rooms


def practice_console(me: Me, rooms: Rooms) -> ConsoleContext:
    """Return the console of the counsellor's room; without a room practice begins anew."""
    room = rooms.of(as_counsellor(me).id)
    if room is None:
        raise GoElsewhere(PRACTICE)
    return room.console


@get("/", opt=_PRACTISE)
async def practice(request: AnyRequest, me: Me, staff: Staff, console: Console, rooms: Rooms) -> Response[str]:
    """Say what practice is and who called in one's room, and lead in and out."""
    return await _page(request, me, staff, console, rooms)


@post("/enter", opt=_PRACTISE)
async def enter(request: AnyRequest, me: Me, staff: Staff, console: Console, rooms: Rooms) -> Response[Any]:
    """Open a room, or go back into the one there is."""
    try:
        await rooms.enter(as_counsellor(me).id)
    except PracticeFull:
        return await _page(request, me, staff, console, rooms, full=True)
    return Redirect(f"{PRACTICE}/desk", status_code=HTTP_303_SEE_OTHER)


@post("/leave", opt=_PRACTISE)
async def leave(me: Me, rooms: Rooms) -> Response[Any]:
    """End the room, and go to where people are real."""
    await rooms.leave(as_counsellor(me).id)
    return Redirect("/desk", status_code=HTTP_303_SEE_OTHER)


@get("/really-waiting", opt=needs(Permission.REPLY_CHAT, by_hand=False))
async def real_count(me: Me, staff: Staff, console: Console) -> Response[str]:
    """Return how many really wait, as a fragment: nobody real is forgotten over practice."""
    really, language = await console.queue_length(), me.account.language
    fragment = staff.pages.render("practice/_real.html", language=language, really=really)
    return Response(fragment, media_type=MediaType.HTML)


async def _page(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    console: ConsoleContext,
    rooms: PracticeRooms,
    *,
    full: bool = False,
) -> Response[str]:
    room, own = rooms.of(as_counsellor(me).id), me.account.language
    words = staff.interface[own]
    people = [(words.gettext(LANGUAGES[language]), about) for language, about in room.about(own)] if room else []
    return staff.page(
        request,
        "practice/practice.html",
        status=_UNAVAILABLE if full else 200,
        full=full,
        people=people,
        inside=room is not None,
        really=await console.queue_length(),
    )


PRACTICE_ROUTES = Router(
    path=PRACTICE,
    dependencies={"rooms": Provide(practice_rooms, sync_to_thread=False)},
    route_handlers=[
        practice,
        enter,
        leave,
        real_count,
        console_routes(console=Provide(practice_console, sync_to_thread=False)),
    ],
)
"""The pages around practice, over the real console, and the console once more over the room of the counsellor."""
