"""The pages of the console: the queue with the counsellor's chats, and the fragments that keep it live."""

import secrets
from collections.abc import Mapping
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter

from bot.conversation.errors import ConversationGone, HandoverRefused
from bot.conversation.handover.chat import Chat
from bot.conversation.handover.stages import Stage
from bot.conversation.model import ConversationId
from bot.guidance.errors import UnknownEntry
from bot.language import Language
from bot.permissions import Permission
from bot.staff.console import labels as told
from bot.staff.console.colleagues import colleagues_of, in_their_languages
from bot.staff.console.page import ConsolePage, Page
from bot.staff.console.search import may_be_sent, ready_made, search
from bot.staff.console.views import CounsellorView, fills_for
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
"""What is raised where a chat is not with the counsellor who asks for it."""
After = Annotated[int, QueryParameter(ge=0, le=2**31 - 1)]


@get("/desk", opt=_SEE)
async def console_home(page: Page) -> Response[str]:
    """Show the queue and the counsellor's chats side by side."""
    await page.console.presence.hear(page.counsellor.id)
    asked = page.request.query_params
    chat, key = asked.get("chat", ""), asked.get("words", "")
    drafts = {chat: {"text": await _words_for(page, chat, key)}} if chat and key else {}
    return await whole_page(page, drafts=drafts, pause=asked.get("pause") == "1")


@get("/desk/rail", opt=_LOOK)
async def rail(page: Page) -> Response[str]:
    """Show who is on duty, the queue and the counsellor's chats, as a fragment."""
    return await page.render("console/rail.html", **await _rail(page))


@get("/chats/{conversation:str}", opt=_READ)
async def pane(page: Page, conversation: FromPath[str]) -> Response[str]:
    """Show one chat as a fragment for a page that does not have it yet."""
    try:
        return await page.render("console/pane.html", pane=await _pane(page, ConversationId(conversation)))
    except NOT_THEIRS:
        return await _gone(page, ConversationId(conversation))


@get("/chats/{conversation:str}/messages", opt=_HEAR)
async def newer_messages(page: Page, conversation: FromPath[str], after: After = 0) -> Response[str]:
    """Show what is new in a chat that the page has, as a fragment; the whole chat is logged as read."""
    return await news_of(page, ConversationId(conversation), after=after)


@get("/chats/{conversation:str}/case", opt=_HEAR)
async def case(page: Page, conversation: FromPath[str]) -> Response[str]:
    """Show notes, labels and colleagues who could take the chat, as a fragment."""
    try:
        return await page.render("console/case.html", pane=await _case(page, ConversationId(conversation)))
    except NOT_THEIRS:
        return await _gone(page, ConversationId(conversation))


@get("/desk/guidance", opt=_READ)
async def guidance(page: Page) -> Response[str]:
    """Find entries by words of the counsellor's language, to send them in the person's."""
    query, asked = (page.request.query_params.get(name, "") for name in ("q", "chat"))
    conversations, view = page.console.conversations, await page.view()
    try:
        chat = await conversations.counsellor.chat(ConversationId(asked), page.counsellor.id, after=NO_MESSAGES)
    except NOT_THEIRS:
        return await _gone(page, ConversationId(asked))
    person, answers = chat.conversation.language, chat.conversation.answers
    fills = fills_for(answers, counsellor=page.counsellor.name)
    found = search(page.console.views.catalogue, query[:100], person=person, own=view.language, fills=fills)
    template = "console/found.html" if is_live(page.request) else "console/guidance.html"
    shown = {"id": asked, "found": view.entries(found, person=person), "query": query[:100]}
    return await page.render(template, pane=shown)


async def whole_page(
    page: ConsolePage,
    *,
    notice: str = "",
    status: int = 200,
    drafts: Mapping[str, Mapping[str, str]] | None = None,
    pause: bool = False,
) -> Response[str]:
    """Return the whole console; what was typed and refused is still in its field."""
    shown = await _rail(page)
    mine = [call.conversation for call in await page.console.conversations.counsellor.chats_of(page.counsellor.id)]
    panes = [found for one in mine if (found := await _pane_or_none(page, one))]
    words = page.say(notice) if notice else ""
    filled = {"panes": panes, "notice": words, "pause": pause, "drafts": drafts or {}, **shown}
    return await page.render("console/console.html", status=status, **filled)


async def news_of(page: ConsolePage, conversation: ConversationId, *, after: int, status: int = 200) -> Response[str]:
    """Return the fragment with what came after a number."""
    handover, counsellor = page.console.conversations.counsellor, page.counsellor.id
    try:
        if after:
            chat = await handover.chat(conversation, counsellor, after=after)
        else:
            chat = await handover.read(conversation, counsellor)
    except NOT_THEIRS:
        return await _gone(page, conversation)
    return await page.render("console/news.html", status=status, pane=_news(page, await page.view(), chat))


async def _words_for(page: ConsolePage, chat: str, key: str) -> str:
    """Return an entry's words in the person's language, to be changed before they are sent."""
    if not may_be_sent(key):
        return ""
    conversations = page.console.conversations
    try:
        found = await conversations.counsellor.chat(ConversationId(chat), page.counsellor.id, after=NO_MESSAGES)
        fills = fills_for(found.conversation.answers, counsellor=page.counsellor.name)
        return page.console.views.catalogue.say(key, language=found.conversation.language, fills=fills).text
    except (*NOT_THEIRS, UnknownEntry):
        return ""


async def _rail(page: ConsolePage) -> dict[str, Any]:
    """Return what the left side shows."""
    handover, counsellor = page.console.conversations.counsellor, page.counsellor.id
    duty = await page.console.presence.find(counsellor)
    view = await page.view(duty=duty)
    waiting, mine = await handover.waiting(), await handover.taken(by=counsellor)
    return {
        "duty": duty,
        "most_chats": MOST_CHATS,
        "usual_chats": USUAL_CHATS,
        "queue": in_their_languages([view.waiting(call, current) for call, current in waiting], duty),
        "languages": [(one.value, view.words.gettext(name)) for one, name in told.LANGUAGES.items()],
        "spoken": [one.value for one in (duty.languages if duty else Language)],
        "mine": [view.mine(call, current) for call, current in mine],
        "full": duty is not None and len(mine) >= duty.most,
        "help": await _help_wanted(page, view),
    }


async def _help_wanted(page: ConsolePage, view: CounsellorView) -> list[dict[str, Any]]:
    """Return the chats of colleagues who call for help, to those who may look into them."""
    if page.console.is_practice or Permission.SUPERVISE not in page.me.account.permissions:
        return []
    taken = await page.console.conversations.counsellor.taken()
    return [
        view.helped(call, current)
        for call, current in taken
        if call.help_at and call.counsellor and call.counsellor.id != page.counsellor.id
    ]


async def _pane(page: ConsolePage, conversation: ConversationId) -> dict[str, Any]:
    """Return one chat as a pane, and log that it was read; raise HandoverRefused where it is not theirs."""
    conversations, view = page.console.conversations, await page.view()
    chat = await conversations.counsellor.read(conversation, page.counsellor.id)
    person = chat.conversation.language
    fills = fills_for(chat.conversation.answers, counsellor=page.counsellor.name)
    ready = ready_made(page.console.views.catalogue, person=person, own=view.language, fills=fills)
    return {
        **_news(page, view, chat),
        **await _case(page, conversation),
        "ready": view.entries(ready, person=person),
        "outcomes": [(one.value, view.words.gettext(name)) for one, name in told.OUTCOMES.items()],
        "nonce": secrets.token_hex(16),
        "found": [],
        "query": "",
    }


async def _pane_or_none(page: ConsolePage, conversation: ConversationId) -> dict[str, Any] | None:
    try:
        return await _pane(page, conversation)
    except NOT_THEIRS:  # it went while the page was made
        return None


async def _case(page: ConsolePage, conversation: ConversationId) -> dict[str, Any]:
    """Return what colleagues have noted about a chat, and who of them could take it."""
    view = await page.view()
    found = await page.console.conversations.notes.of(conversation, page.counsellor.id)
    return {
        "id": conversation,
        "case": view.case(found),
        "colleagues": await colleagues_of(page.staff, page.console, own=page.counsellor.id),
    }


async def _gone(page: ConsolePage, conversation: ConversationId) -> Response[str]:
    """Say what became of a chat that is not with the counsellor who asks for it."""
    current, call = await page.console.conversations.counsellor.state_and_call(conversation)
    if current is None:
        state = "erased"
    elif call is not None:
        state = "queued" if call.counsellor is None else "elsewhere"
    elif current.stage is Stage.CLOSED:
        state = "ended_by_person" if current.asked == "counsellor.ended_by_person" else "ended"
    else:
        state = "back"
    said = page.say(told.GONE[state])
    return await page.render("console/gone.html", status=NO_LONGER, state=state, said=said, id=conversation)


def _news(page: ConsolePage, view: CounsellorView, chat: Chat) -> dict[str, Any]:
    last = chat.messages[-1].seq if chat.messages else chat.call.visible_from - 1
    return {
        "id": chat.conversation.id,
        "lang": chat.conversation.language.value,
        "head": view.head(chat, kept_until=page.console.conversations.erasure.due_at(chat.conversation)),
        "messages": view.messages(chat),
        "from": chat.call.visible_from,
        "last": last,
        "seen_by_person": chat.call.seen_by_person,
        "seen": chat.call.seen_by_counsellor,
        "whispers": chat.call.whispers,
    }
