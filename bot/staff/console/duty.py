"""Coming on duty and going off it."""

from typing import Any

from litestar import Response, post

from bot.action_log import Action
from bot.permissions import Permission
from bot.staff.console.context import as_counsellor, desk_of, where
from bot.staff.console.labels import StillTalking
from bot.staff.console.live_updates import ALL_CONSOLES
from bot.staff.console.pages import MOST_CHATS, USUAL_CHATS
from bot.staff.console.responses import deed
from bot.staff.context import AnyRequest, Me, SignedIn, staff_context_of
from bot.staff.guards import needs
from bot.web.forms import number_of

_TAKE = needs(Permission.TAKE_CHAT)


@post("/desk/duty", opt=_TAKE)
async def come_on_duty(request: AnyRequest, me: Me) -> Response[Any]:
    """Come on duty, or choose again how many chats at once and whether distressing words are covered."""
    desk, form, own = desk_of(request), await request.form(), as_counsellor(me).id
    wanted = number_of(form.get("most"))
    most = wanted if wanted in MOST_CHATS else USUAL_CHATS

    async def come() -> None:
        was_on = await desk.presence.duty_of(own)
        await desk.presence.come(own, most=most, covers=form.get("covers") == "yes")
        if was_on is None:
            await _write_down(request, me, Action.CAME_ON_DUTY)
        desk.fanout.publish(ALL_CONSOLES, "queue")

    return await deed(request, me, come)


@post("/desk/off", opt=_TAKE)
async def go_off_duty(request: AnyRequest, me: Me) -> Response[Any]:
    """Go off duty; whoever has chats still gives them on or ends them first."""
    desk, own = desk_of(request), as_counsellor(me).id

    async def go() -> None:
        if await desk.service.counsellor.chats_of(own):
            raise StillTalking
        await leave_the_desk(request, me)

    return await deed(request, me, go)


async def leave_the_desk(request: AnyRequest, me: SignedIn) -> None:
    """Go off duty, as far as no chat is left: whoever signs out is not waited for. Who still has chats stays on duty and is lost."""
    desk, own = desk_of(request), as_counsellor(me).id
    if await desk.presence.duty_of(own) and not await desk.service.counsellor.chats_of(own):
        await desk.presence.go(own)
        await _write_down(request, me, Action.WENT_OFF_DUTY)
    desk.fanout.publish(ALL_CONSOLES, "queue")


async def _write_down(request: AnyRequest, me: SignedIn, action: Action) -> None:
    """Write into the action log; practice is no duty."""
    if where(request):
        return
    office = staff_context_of(request)
    async with office.book.work() as records:
        await records.log.append(action, by=me.account.id, at=office.clock.now())
