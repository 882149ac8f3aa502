"""What supervisors see: the queue, who is on duty, who has which chat; and a colleague's chat, for a reason that is logged."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from gettext import NullTranslations
from typing import Any

from litestar import Response, get, post
from litestar.enums import MediaType
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from bot.conversation.case import WatchReason
from bot.conversation.errors import ConversationGone
from bot.conversation.handover.chat import Chat
from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import Author, Call, Conversation, ConversationId, CounsellorId, Message, Share
from bot.i18n import mark as _
from bot.japan import TOKYO
from bot.permissions import Permission
from bot.staff.console.colleagues import colleagues_of
from bot.staff.console.context import Console, ConsoleContext
from bot.staff.console.forms import ReasonForm
from bot.staff.console.labels import CHANNELS, LANGUAGES, TOPICS, WATCH_REASONS
from bot.staff.console.live_updates import ALL_CONSOLES
from bot.staff.console.statistics import waited
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import needs
from bot.web.fanout import sent
from bot.web.forms import Form

GONE = (
    _("This chat is not with a counsellor any more"),
    _("There is nothing to look into. Please go on from the overview."),
)
_SUPERVISE = needs(Permission.SUPERVISE)
_BY_ITSELF = needs(Permission.SUPERVISE, by_hand=False)
_GONE, _UNUSABLE = 410, 422
_WEEK = timedelta(days=6)
Conversing = FromPath[str]


@get("/supervise", opt=_SUPERVISE)
async def overview(request: AnyRequest, me: Me, staff: Staff, console: Console) -> Response[str]:
    """Show the queue, who is on duty and who has which chat; nothing that anybody wrote."""
    return staff.page(request, "supervise/overview.html", **await _overview(me, staff, console))


@get("/supervise/now", opt=_BY_ITSELF)
async def overview_now(me: Me, staff: Staff, console: Console) -> Response[str]:
    """Return the part of the overview that changes."""
    values = await _overview(me, staff, console)
    return Response(
        staff.pages.render("supervise/_now.html", language=me.account.language, **values), media_type=MediaType.HTML
    )


@get("/supervise/events", opt=_BY_ITSELF)
async def overview_events(me: Me, staff: Staff, console: Console) -> ServerSentEvent:
    """Tell an open overview when something has changed, and nothing about what."""
    return ServerSentEvent(_signals(me, staff, console, topic=ALL_CONSOLES, told={"queue"}))


@get("/supervise/chats/{conversation:str}", opt=_SUPERVISE)
async def ask_for_reason(
    request: AnyRequest, me: Me, staff: Staff, console: Console, conversation: Conversing
) -> Response[str]:
    """Ask for the reason to look into a chat; nothing of it is shown."""
    return await _ask(request, me, staff, console, ConversationId(conversation))


@post("/supervise/chats/{conversation:str}", opt=_SUPERVISE, status_code=200)
async def look_into(
    request: AnyRequest, me: Me, staff: Staff, console: Console, *, conversation: Conversing, data: Form[ReasonForm]
) -> Response[str]:
    """Show a chat, and log who looked into it and why, every time it is opened."""
    return await show_chat(request, me, staff, console, conversation=ConversationId(conversation), reason=data.reason)


async def show_chat(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    console: ConsoleContext,
    *,
    conversation: ConversationId,
    reason: str,
    status: int = 200,
    done: str = "",
    refused: str = "",
    typed: str = "",
) -> Response[str]:
    """Return a chat as a supervisor reads it, which is logged; without a reason they are asked for one.

    `done` and `refused` say what became of what they did, `typed` is what was refused.
    """
    if reason not in set(WatchReason):
        return await _ask(request, me, staff, console, conversation, refused=True)
    own, why = CounsellorId(me.account.id), WatchReason(reason)
    try:
        chat = await console.conversations.counsellor.watch(conversation, own, reason=why)
    except ConversationGone:
        return _no_chat(request, staff)
    words = staff.interface[me.account.language]
    has_it = chat.call.counsellor.id if chat.call.counsellor else ""
    return staff.page(
        request,
        "supervise/chat.html",
        status=status,
        chat=_line(me, staff, chat.call, chat.conversation),
        reason=why.value,
        why=words.gettext(WATCH_REASONS[why]),
        colleagues=[one for one in await colleagues_of(staff, console, own=own) if one["id"] != has_it],
        is_on_duty=await console.presence.find(own) is not None,
        done=staff.say(request, done) if done else "",
        refused=staff.say(request, refused) if refused else "",
        typed=typed,
        bubbles=_bubbles(console, chat),
        share=chat.call.share.value,
        spoken=chat.conversation.language.value,
    )


@get("/supervise/chats/{conversation:str}/events", opt=_BY_ITSELF)
async def chat_events(me: Me, staff: Staff, console: Console, conversation: Conversing) -> ServerSentEvent:
    """Tell a page that shows a chat that it is out of date; opening it again, which is logged, shows what is new."""
    return ServerSentEvent(_signals(me, staff, console, topic=conversation, told={"news", "status"}))


async def _signals(
    me: SignedIn, staff: StaffContext, console: ConsoleContext, *, topic: str, told: set[str]
) -> AsyncIterator[ServerSentEventMessage]:
    """Yield signals as long as the supervisor is signed in and keeps the permission."""
    sessions = staff.sessions
    async for event, _data in console.fanout.listen([topic]):
        account = await sessions.account_of(me.token, by_hand=False)
        if account is None or Permission.SUPERVISE not in account.permissions:
            return
        if event in told or not event:
            yield sent(event and "changed", "now")


async def _ask(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    console: ConsoleContext,
    conversation: ConversationId,
    *,
    refused: bool = False,
) -> Response[str]:
    taken = {call.conversation: (call, current) for call, current in await console.conversations.counsellor.taken()}
    if conversation not in taken:
        return _no_chat(request, staff)
    words = staff.interface[me.account.language]
    return staff.page(
        request,
        "supervise/ask.html",
        status=_UNUSABLE if refused else 200,
        chat=_line(me, staff, *taken[conversation]),
        reasons=[(reason.value, words.gettext(name)) for reason, name in WATCH_REASONS.items()],
        refused=refused,
    )


def _no_chat(request: AnyRequest, staff: StaffContext) -> Response[str]:
    heading, advice = (staff.say(request, text) for text in GONE)
    return staff.page(request, "error.html", status=_GONE, heading=heading, advice=advice)


async def _overview(me: SignedIn, staff: StaffContext, console: ConsoleContext) -> dict[str, Any]:
    now = staff.clock.now()
    today = now.astimezone(TOKYO).date()
    statistics, waiting = console.statistics, await console.conversations.counsellor.waiting()
    present, lost = await console.presence.present(), await console.presence.lost()
    names = {CounsellorId(account.id): account.display_name for account in await staff.accounts.everybody()}
    duty = partial(_duty, names=names, load=await console.conversations.counsellor.load())
    return {
        "time": f"{now.astimezone(TOKYO):%H:%M}",
        "waiting": [_line(me, staff, *found) for found in waiting],
        "not_shown": len(await console.conversations.person.queue()) - len(waiting),
        "on_duty": [*(duty(one, lost=False) for one in present), *(duty(one, lost=True) for one in lost)],
        "chats": _helped_first([_line(me, staff, *found) for found in await console.conversations.counsellor.taken()]),
        "waits_today": waited(await statistics.waited(first=today, last=today)),
        "waits_week": waited(await statistics.waited(first=today - _WEEK, last=today)),
    }


def _helped_first(chats: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(chats, key=lambda line: (not line["help"], line["help"]))


def _duty(
    one: OnDuty, *, lost: bool, names: Mapping[CounsellorId, str], load: Mapping[CounsellorId, int]
) -> dict[str, Any]:
    return {
        "name": names.get(one.id, "–"),
        "chats": load.get(one.id, 0),
        "most": one.most,
        "heard": f"{one.heard_at.astimezone(TOKYO):%H:%M:%S}",
        "lost": lost,
    }


def _line(me: SignedIn, staff: StaffContext, call: Call, current: Conversation) -> dict[str, Any]:
    """Return a call as the templates need it: times, keys and names, no words."""
    words, now = staff.interface[me.account.language], staff.clock.now()
    since = call.taken_at or call.called_at
    topic = "" if call.share is Share.NOTHING else TOPICS.get(current.answers.topic, "")
    return {
        "id": call.conversation,
        "danger": call.danger,
        "later": call.later,
        "front": call.front,
        "since": f"{since.astimezone(TOKYO):%H:%M}",
        "minutes": _minutes(now - since),
        "language": words.gettext(LANGUAGES[current.language]),
        "channel": _named(CHANNELS, current.channel, words),
        "topic": words.gettext(topic) if topic else "",
        "counsellor": call.counsellor.name if call.counsellor else "",
        "mine": call.counsellor is not None and call.counsellor.id == CounsellorId(me.account.id),
        "lost": _since(call.lost_at),
        "help": _since(call.help_at),
    }


def _bubbles(console: ConsoleContext, chat: Chat) -> list[dict[str, Any]]:
    """Return what the counsellor may read of a chat, in the person's language; links are words here."""
    current = chat.conversation
    shown = console.views.messages(chat.messages, language=current.language, age=current.answers.age)
    return [
        {**bubble, "name": message.name, "covered": _is_covered(console, message)}
        for bubble, message in zip(shown, chat.messages, strict=True)
    ]


def _is_covered(console: ConsoleContext, message: Message) -> bool:
    return message.author is Author.PERSON and console.flagged.covers(message.text)


def _minutes(span: timedelta) -> int:
    return max(int(span.total_seconds() // 60), 0)


def _since(at: datetime | None) -> str:
    return f"{at.astimezone(TOKYO):%H:%M}" if at else ""


def _named(names: Mapping[str, str], key: str, words: NullTranslations) -> str:
    return words.gettext(names[key]) if key in names else key
