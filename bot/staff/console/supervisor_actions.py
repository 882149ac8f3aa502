"""What supervisors do in a colleague's chat: whisper to the counsellor, take it over, give it to somebody else."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.conversation.errors import (
    ConversationError,
    ConversationGone,
    MessageEmpty,
    MessageTooLong,
    MoveRefused,
    NotTheirs,
    TooMany,
)
from bot.conversation.model import ConversationId, Counsellor, CounsellorId
from bot.i18n import mark as _
from bot.permissions import Permission
from bot.staff.console.context import Console, ConsoleContext, as_counsellor
from bot.staff.console.forms import AssignForm, WhisperForm
from bot.staff.console.labels import FAULTS, ColleagueAway, ColleagueFull, OffDuty
from bot.staff.console.live_updates import ALL_CONSOLES
from bot.staff.console.supervisor_pages import show_chat
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import needs
from bot.web.forms import Form

MOST_OF_A_SUPERVISOR = 20
"""Chats that a supervisor may have who takes over: more than anybody chooses to have, as nobody may be left alone."""

WHISPERED = _("Whispered. Only the counsellor sees it.")
GIVEN = _("The chat was given on. The person is told who answers now.")
_OFF_DUTY = _("Please come on duty first, on the page “Chats”. Then you can take the chat over.")
_SUPERVISE = needs(Permission.SUPERVISE)
_REFUSED = 409
_REFUSALS = (
    NotTheirs,
    ConversationGone,
    MoveRefused,
    MessageEmpty,
    MessageTooLong,
    OffDuty,
    ColleagueAway,
    ColleagueFull,
)


@post("/supervise/chats/{conversation:str}/whisper", opt=_SUPERVISE, status_code=200)
async def whisper(
    request: AnyRequest, me: Me, staff: Staff, console: Console, *, conversation: FromPath[str], data: Form[WhisperForm]
) -> Response[str]:
    """Say something to the counsellor that the person never sees."""
    chat = ConversationId(conversation)
    try:
        await console.conversations.supervision.whisper(chat, as_counsellor(me), text=data.whisper)
    except _REFUSALS as fault:
        return await _refuse(
            request, me, staff, console, chat=chat, reason=data.reason, fault=fault, typed=data.whisper
        )
    return await show_chat(request, me, staff, console, conversation=chat, reason=data.reason, done=WHISPERED)


@post("/supervise/chats/{conversation:str}/assign", opt=_SUPERVISE, status_code=200)
async def assign(
    request: AnyRequest, me: Me, staff: Staff, console: Console, *, conversation: FromPath[str], data: Form[AssignForm]
) -> Response[Any]:
    """Take a chat over, or give it to somebody who is on duty."""
    chat, own = ConversationId(conversation), as_counsellor(me)
    try:
        to, most = await _who_takes(staff, console, CounsellorId(data.to), own=own)
        await console.conversations.supervision.assign(chat, to, by=own.id, most=most)
    except TooMany:
        return await _refuse(request, me, staff, console, chat=chat, reason=data.reason, fault=ColleagueFull())
    except _REFUSALS as fault:
        return await _refuse(request, me, staff, console, chat=chat, reason=data.reason, fault=fault)
    console.fanout.publish(ALL_CONSOLES, "queue")
    if to.id == own.id:
        return Redirect(f"/desk#chat-{chat}", status_code=HTTP_303_SEE_OTHER)
    return await show_chat(request, me, staff, console, conversation=chat, reason=data.reason, done=GIVEN)


async def _who_takes(
    staff: StaffContext, console: ConsoleContext, to: CounsellorId, *, own: Counsellor
) -> tuple[Counsellor, int]:
    """Return who is to have the chat, and how many they may have; raise OffDuty or ColleagueAway."""
    if not to:
        if await console.presence.find(own.id) is None:
            raise OffDuty
        return own, MOST_OF_A_SUPERVISOR
    duty = next((one for one in await console.presence.present() if one.id == to), None)
    named = next((one for one in await staff.accounts.everybody() if CounsellorId(one.id) == to), None)
    if duty is None or named is None:
        raise ColleagueAway
    return Counsellor(id=to, name=named.display_name), duty.most


async def _refuse(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    console: ConsoleContext,
    *,
    chat: ConversationId,
    reason: str,
    fault: ConversationError,
    typed: str = "",
) -> Response[str]:
    """Show the chat again and say why nothing was done; what was typed stays in its field."""
    said = _OFF_DUTY if isinstance(fault, OffDuty) else FAULTS[type(fault)]
    return await show_chat(
        request, me, staff, console, conversation=chat, reason=reason, refused=said, typed=typed, status=_REFUSED
    )
