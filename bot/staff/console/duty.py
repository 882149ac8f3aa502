"""Coming on duty and going off it."""

import contextlib
from typing import Any

from litestar import Response, post

from bot.action_log import Action
from bot.conversation.errors import ConversationError
from bot.permissions import Permission
from bot.staff.console.context import ConsoleContext, as_counsellor
from bot.staff.console.forms import DutyForm
from bot.staff.console.labels import HasOpenChats
from bot.staff.console.live_updates import ALL_CONSOLES
from bot.staff.console.page import Page
from bot.staff.console.pages import MOST_CHATS, USUAL_CHATS
from bot.staff.console.responses import perform
from bot.staff.context import SignedIn, StaffContext
from bot.staff.guards import needs
from bot.web.forms import Form, number_of

_TAKE = needs(Permission.TAKE_CHAT)


@post("/desk/duty", opt=_TAKE)
async def come_on_duty(page: Page, data: Form[DutyForm]) -> Response[Any]:
    """Come on duty, or choose again how many chats at once and whether distressing words are covered."""
    console, own = page.console, page.counsellor.id
    wanted = number_of(data.most)
    most = wanted if wanted in MOST_CHATS else USUAL_CHATS

    async def come() -> None:
        was_on = await console.presence.find(own)
        await console.presence.come(own, most=most, covers=data.covers == "yes", languages=data.languages())
        if was_on is None:
            await _log(page.me, page.staff, console, Action.CAME_ON_DUTY)
        console.fanout.publish(ALL_CONSOLES, "queue")

    return await perform(page, come)


@post("/desk/off", opt=_TAKE)
async def go_off_duty(page: Page) -> Response[Any]:
    """Go off duty; somebody with chats transfers or ends them first."""

    async def go() -> None:
        if await page.console.conversations.counsellor.chats_of(page.counsellor.id):
            raise HasOpenChats
        await end_duty(page.me, page.staff, page.console)

    return await perform(page, go)


async def end_duty(me: SignedIn, staff: StaffContext, console: ConsoleContext) -> None:
    """Go off duty; chats that are left go back to the front of the queue."""
    own = as_counsellor(me).id
    if await console.presence.find(own):
        await console.presence.go(own)
        await _log(me, staff, console, Action.WENT_OFF_DUTY)
    for call in await console.conversations.counsellor.chats_of(own):
        with contextlib.suppress(ConversationError):  # the person left, or the clock was faster
            await console.conversations.person.requeue(call.conversation, of=own)
    console.fanout.publish(ALL_CONSOLES, "queue")


async def _log(me: SignedIn, staff: StaffContext, console: ConsoleContext, action: Action) -> None:
    """Write into the action log; practice is no duty."""
    if console.is_practice:
        return
    async with staff.book.work() as records:
        await records.log.append(action, by=me.account.id, at=staff.clock.now())
