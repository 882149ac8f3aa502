"""The pages of the console: the desk with its queue and chats, and the fragments that keep it live."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter

from bot.conversation.errors import ConversationGone, HandoverRefused
from bot.conversation.handover.counsellor import Chat
from bot.conversation.handover.stages import Stage
from bot.conversation.model import ConversationId, CounsellorId
from bot.guidance.errors import UnknownEntry
from bot.permissions import Permission
from bot.staff.console import labels as told
from bot.staff.console.context import ConsoleContext, as_counsellor, desk_of, really_waiting, where
from bot.staff.console.ports import OnDuty
from bot.staff.console.search import may_be_sent, ready_made, search
from bot.staff.console.views import Drawing, fills_for
from bot.staff.context import AnyRequest, Me, SignedIn, staff_context_of
from bot.staff.guards import needs
from bot.web.forms import is_live

NO_LONGER = 410
MOST_CHATS = (1, 2, 3, 4)
"""How many chats somebody may choose to have at once."""
USUAL_CHATS = 2
NO_MESSAGES = 2**31 - 2
"""After this number there is none."""
_SEE, _READ = needs(Permission.SEE_QUEUE), needs(Permission.REPLY_CHAT)
_LOOK, _HEAR = needs(Permission.SEE_QUEUE, by_hand=False), needs(Permission.REPLY_CHAT, by_hand=False)
NOT_THEIRS = (HandoverRefused, ConversationGone)
"""What is raised where a chat is not (any more) with whoever asks."""
After = Annotated[int, QueryParameter(ge=0, le=2**31 - 1)]


@get("/desk", opt=_SEE)
async def desk_page(request: AnyRequest, me: Me) -> Response[str]:
    """Show the queue and the counsellor's chats side by side."""
    await desk_of(request).presence.hear(as_counsellor(me).id)
    chat, key = (request.query_params.get(name, "") for name in ("chat", "words"))
    drafts = {chat: {"text": await _words_for(request, me, chat, key)}} if chat and key else {}
    return await drawn_desk(request, me, drafts=drafts, pause=request.query_params.get("pause") == "1")


@get("/desk/rail", opt=_LOOK)
async def rail(request: AnyRequest, me: Me) -> Response[str]:
    """Show who is on duty, who waits and the counsellor's chats, as a fragment."""
    return staff_context_of(request).page(request, "console/rail.html", **await rail_of(request, me))


@get("/chats/{conversation:str}", opt=_READ)
async def pane(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[str]:
    """Show one chat as a fragment for a page that does not have it yet."""
    try:
        drawn = await pane_of(request, me, ConversationId(conversation))
    except NOT_THEIRS:
        return await _gone(request, me, ConversationId(conversation))
    return staff_context_of(request).page(request, "console/pane.html", **await _common(request, me), pane=drawn)


@get("/chats/{conversation:str}/messages", opt=_HEAR)
async def newer_messages(request: AnyRequest, me: Me, conversation: FromPath[str], after: After = 0) -> Response[str]:
    """Show what is new in a chat that the page has, as a fragment; the whole chat is written down as read."""
    return await news_of(request, me, ConversationId(conversation), after=after)


@get("/chats/{conversation:str}/case", opt=_HEAR)
async def case(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[str]:
    """Show notes, labels and colleagues who could take the chat, as a fragment."""
    try:
        drawn = await case_of(request, me, ConversationId(conversation))
    except NOT_THEIRS:
        return await _gone(request, me, ConversationId(conversation))
    return staff_context_of(request).page(request, "console/case.html", **await _common(request, me), pane=drawn)


@get("/desk/guidance", opt=_READ)
async def guidance(request: AnyRequest, me: Me) -> Response[str]:
    """Find entries by words of the counsellor's language, to send them in the person's."""
    query, asked = (request.query_params.get(name, "") for name in ("q", "chat"))
    desk, drawing = desk_of(request), await drawing_for(request, me)
    try:
        chat = await desk.service.counsellor.chat(ConversationId(asked), as_counsellor(me).id, after=NO_MESSAGES)
    except NOT_THEIRS:
        return await _gone(request, me, ConversationId(asked))
    person, answers = chat.conversation.language, chat.conversation.answers
    fills = fills_for(answers, counsellor=me.account.display_name)
    found = search(desk.service.catalogue, query[:100], person=person, own=me.account.language, fills=fills)
    template = "console/found.html" if is_live(request) else "console/guidance.html"
    drawn = {"id": asked, "found": drawing.entries(found, person=person), "query": query[:100]}
    return staff_context_of(request).page(request, template, **await _common(request, me), pane=drawn)


async def drawing_for(request: AnyRequest, me: SignedIn, *, duty: OnDuty | None = None) -> Drawing:
    """Return what draws for whoever is signed in."""
    desk, office = desk_of(request), staff_context_of(request)
    duty = duty or await desk.presence.duty_of(as_counsellor(me).id)
    return Drawing(
        views=desk.views,
        care=desk.care,
        words=office.interface[me.account.language],
        language=me.account.language,
        now=desk.service.clock.now(),
        name=me.account.display_name,
        covers=duty is None or duty.covers,
    )


async def drawn_desk(
    request: AnyRequest,
    me: SignedIn,
    *,
    notice: str = "",
    status: int = 200,
    drafts: Mapping[str, Mapping[str, str]] | None = None,
    pause: bool = False,
) -> Response[str]:
    """Return the whole page; what was typed and refused stands where it was typed."""
    office, desk = staff_context_of(request), desk_of(request)
    shown = await rail_of(request, me)
    mine = [call.conversation for call in await desk.service.counsellor.chats_of(as_counsellor(me).id)]
    panes = [drawn for one in mine if (drawn := await _pane_or_none(request, me, one))]
    words = office.say(request, notice) if notice else ""
    filled = {"panes": panes, "notice": words, "pause": pause, "drafts": drafts or {}, **shown}
    return office.page(request, "console/desk.html", status=status, **filled)


async def _words_for(request: AnyRequest, me: SignedIn, chat: str, key: str) -> str:
    """Return an entry's words in the person's language, to be changed before they are sent."""
    desk = desk_of(request)
    if not may_be_sent(key):
        return ""
    try:
        current = (
            await desk.service.counsellor.chat(ConversationId(chat), as_counsellor(me).id, after=NO_MESSAGES)
        ).conversation
        fills = fills_for(current.answers, counsellor=me.account.display_name)
        return desk.service.catalogue.say(key, language=current.language, fills=fills).text
    except (*NOT_THEIRS, UnknownEntry):
        return ""


async def _pane_or_none(request: AnyRequest, me: SignedIn, conversation: ConversationId) -> dict[str, Any] | None:
    try:
        return await pane_of(request, me, conversation)
    except NOT_THEIRS:  # it went while the page was drawn
        return None


async def rail_of(request: AnyRequest, me: SignedIn) -> dict[str, Any]:
    """Return what the left side shows."""
    desk = desk_of(request)
    duty = await desk.presence.duty_of(as_counsellor(me).id)
    drawing = await drawing_for(request, me, duty=duty)
    waiting, mine = (
        await desk.service.counsellor.waiting(),
        await desk.service.counsellor.taken(by=as_counsellor(me).id),
    )
    return {
        **await _common(request, me),
        "duty": duty,
        "most_chats": MOST_CHATS,
        "usual_chats": USUAL_CHATS,
        "queue": [drawing.waiting(call, current) for call, current in waiting],
        "mine": [drawing.mine(call, current) for call, current in mine],
        "full": duty is not None and len(mine) >= duty.most,
    }


async def pane_of(request: AnyRequest, me: SignedIn, conversation: ConversationId) -> dict[str, Any]:
    """Return one chat as a pane, and write down that it was read; raises HandoverRefused where it is not theirs."""
    desk, drawing = desk_of(request), await drawing_for(request, me)
    chat = await desk.service.counsellor.read(conversation, as_counsellor(me).id)
    person, own = chat.conversation.language, me.account.language
    fills = fills_for(chat.conversation.answers, counsellor=me.account.display_name)
    ready = ready_made(desk.service.catalogue, person=person, own=own, fills=fills)
    return {
        **_news(desk, drawing, chat),
        **await case_of(request, me, conversation),
        "ready": drawing.entries(ready, person=person),
        "outcomes": [(one.value, drawing.words.gettext(name)) for one, name in told.OUTCOMES.items()],
        "nonce": desk.service.new_id(),
        "found": [],
        "query": "",
    }


async def case_of(request: AnyRequest, me: SignedIn, conversation: ConversationId) -> dict[str, Any]:
    """Return what colleagues keep about a chat, and who of them could take it."""
    desk, drawing = desk_of(request), await drawing_for(request, me)
    kept = await desk.service.notes.of(conversation, as_counsellor(me).id)
    colleagues = await _colleagues(request, me)
    return {"id": conversation, "case": drawing.case(kept), "colleagues": colleagues}


async def news_of(
    request: AnyRequest, me: SignedIn, conversation: ConversationId, *, after: int, status: int = 200
) -> Response[str]:
    """Return the fragment with what came after a number."""
    desk, counsellor = desk_of(request), as_counsellor(me).id
    try:
        if after:
            chat = await desk.service.counsellor.chat(conversation, counsellor, after=after)
        else:
            chat = await desk.service.counsellor.read(conversation, counsellor)
    except NOT_THEIRS:
        return await _gone(request, me, conversation)
    drawn = _news(desk, await drawing_for(request, me), chat)
    page = {**await _common(request, me), "pane": drawn}
    return staff_context_of(request).page(request, "console/news.html", status=status, **page)


async def _gone(request: AnyRequest, me: SignedIn, conversation: ConversationId) -> Response[str]:
    """Say what became of a chat that is not (any more) with whoever asks."""
    current, call = await desk_of(request).service.counsellor.where_it_went(conversation)
    if current is None:
        state = "erased"
    elif call is not None:
        state = "queued" if call.counsellor is None else "elsewhere"
    elif current.stage is Stage.CLOSED:
        state = "ended_by_person" if current.asked == "counsellor.ended_by_person" else "ended"
    else:
        state = "back"
    said = staff_context_of(request).say(request, told.GONE[state])
    page = {**await _common(request, me), "state": state, "said": said, "id": conversation}
    return staff_context_of(request).page(request, "console/gone.html", status=NO_LONGER, **page)


def _news(desk: ConsoleContext, drawing: Drawing, chat: Chat) -> dict[str, Any]:
    last = chat.messages[-1].seq if chat.messages else chat.call.visible_from - 1
    return {
        "id": chat.conversation.id,
        "lang": chat.conversation.language.value,
        "head": drawing.head(chat, kept_until=desk.service.keep.expiry_of(chat.conversation)),
        "messages": drawing.messages(chat),
        "last": last,
        "seen_by_person": chat.call.seen_by_person,
        "seen": chat.call.seen_by_counsellor,
    }


async def _colleagues(request: AnyRequest, me: SignedIn) -> Sequence[dict[str, Any]]:
    desk, own = desk_of(request), as_counsellor(me).id
    present = [one for one in await desk.presence.present() if one.id != own]
    if not present:
        return []
    load = await desk.service.counsellor.load()
    names = {
        CounsellorId(account.id): account.display_name
        for account in await staff_context_of(request).accounts.everybody()
    }
    return [
        {"id": one.id, "name": names[one.id], "free": max(0, one.most - load.get(one.id, 0))}
        for one in present
        if one.id in names
    ]


async def _common(request: AnyRequest, me: SignedIn) -> dict[str, Any]:
    """Return what every template of the console knows."""
    at, now = where(request), int(desk_of(request).service.clock.now().timestamp())
    return {"at": at, "own_id": me.account.id, "now": now, "really": await really_waiting(request) if at else 0}
