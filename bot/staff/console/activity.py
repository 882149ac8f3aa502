"""What keeps an open console live: its news, signs of life, typing and reading."""

import asyncio
from collections.abc import AsyncIterator

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from bot.conversation.model import ConversationId
from bot.permissions import Permission
from bot.staff.console.context import ConsoleContext, as_counsellor, desk_of
from bot.staff.console.live_updates import ALL_CONSOLES, console_of
from bot.staff.console.pages import NO_LONGER
from bot.staff.context import AnyRequest, Me, SignedIn, StaffContext, staff_context_of
from bot.staff.guards import needs
from bot.web.fanout import sent
from bot.web.forms import number_of

BEAT = 15.0
"""Seconds between signs of life of an open console; after sixty without one the person is told."""
_NO_CONTENT = 204
_HEAR = needs(Permission.SEE_QUEUE, by_hand=False)


@get("/desk/events", opt=_HEAR)
async def events(request: AnyRequest, me: Me) -> ServerSentEvent:
    """Tell an open console what is new, until it is closed or its session ends."""
    return ServerSentEvent(_news(desk_of(request), staff_context_of(request), me))


@post("/desk/here", opt=needs(Permission.SEE_QUEUE))
async def here(request: AnyRequest, me: Me) -> Response[None]:
    """Keep the session awake: somebody pressed that they are still there."""
    await desk_of(request).presence.hear(as_counsellor(me).id)
    return Response(None, status_code=_NO_CONTENT)


@post("/chats/{conversation:str}/typing", opt=needs(Permission.REPLY_CHAT))
async def typing(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[None]:
    """Let the person see that the counsellor is writing; nothing of it is kept."""
    desk = desk_of(request)
    if conversation not in {call.conversation for call in await desk.service.counsellor.chats_of(as_counsellor(me).id)}:
        return Response(None, status_code=NO_LONGER)
    desk.fanout.publish(conversation, "typing")
    return Response(None, status_code=_NO_CONTENT)


@post("/chats/{conversation:str}/seen", opt=needs(Permission.REPLY_CHAT, by_hand=False))
async def seen(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[None]:
    """Note how far the counsellor has read, so that the person can see it."""
    desk, form = desk_of(request), await request.form()
    if conversation not in {call.conversation for call in await desk.service.counsellor.chats_of(as_counsellor(me).id)}:
        return Response(None, status_code=NO_LONGER)
    await desk.service.counsellor.seen(ConversationId(conversation), number_of(form.get("up_to")), by_person=False)
    return Response(None, status_code=_NO_CONTENT)


async def _news(desk: ConsoleContext, office: StaffContext, me: SignedIn) -> AsyncIterator[ServerSentEventMessage]:
    counsellor, loop = as_counsellor(me).id, asyncio.get_running_loop()
    heard_at = -BEAT
    async for event, data in desk.fanout.listen([console_of(counsellor), ALL_CONSOLES], beat=BEAT):
        if not event or loop.time() - heard_at >= BEAT:  # a console with much news lives too
            heard_at = loop.time()
            left = await _seconds_left(office, me)
            if left is None:
                yield sent("end")
                return
            await desk.presence.hear(counsellor)
            yield sent("left", str(left))
        if event:
            yield sent(event, data)


async def _seconds_left(office: StaffContext, me: SignedIn) -> int | None:
    """Return how long the session lasts if nothing is pressed; None where it is over, or the right was taken away."""
    account = await office.sessions.account_of(me.token, by_hand=False)
    left = await office.sessions.left(me.token) if account else None
    if account is None or left is None or Permission.SEE_QUEUE not in account.permissions:
        return None
    return int(left.total_seconds())
