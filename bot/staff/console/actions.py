"""What counsellors do with chats: take, answer, give on, note, label, hand back, close. Each deed is written down by the core."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from bot.conversation.case import Label, Outcome
from bot.conversation.errors import TooMany
from bot.conversation.model import ConversationId, Counsellor, CounsellorId, Nonce
from bot.permissions import Permission
from bot.staff.console.context import ConsoleContext, as_counsellor, desk_of
from bot.staff.console.labels import (
    FAULTS,
    ColleagueAway,
    ColleagueFull,
    EntryUnfit,
    NoteMissing,
    OffDuty,
    OutcomeMissing,
)
from bot.staff.console.live_updates import console_of
from bot.staff.console.pages import drawing_for, news_of
from bot.staff.console.responses import deed, refused, to_the_desk
from bot.staff.console.search import is_whole, may_be_sent
from bot.staff.context import AnyRequest, Me, SignedIn, staff_context_of
from bot.staff.guards import needs
from bot.web.forms import is_live, nonce_of, number_of

_TAKE, _REPLY = needs(Permission.TAKE_CHAT), needs(Permission.REPLY_CHAT)


@post("/chats/{conversation:str}/take", opt=_TAKE)
async def take(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Take somebody who waits."""
    desk, own = desk_of(request), as_counsellor(me)

    async def do() -> None:
        duty = await desk.presence.duty_of(own.id)
        if duty is None:
            raise OffDuty
        await desk.service.counsellor.take(ConversationId(conversation), own, most=duty.most)

    return await deed(request, me, do, chat=conversation)


@post("/chats/{conversation:str}/messages", opt=_REPLY)
async def reply(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Say something to the person: own words, or an entry of the guidance in their language."""
    desk, form, chat = desk_of(request), await request.form(), ConversationId(conversation)
    text, key, after = str(form.get("text", "")), str(form.get("key", "")), number_of(form.get("after"))
    try:
        if key and not _may_send(desk, key):
            raise EntryUnfit
        nonce = Nonce(nonce_of(form.get("nonce")))
        await desk.service.counsellor.reply(chat, as_counsellor(me), nonce=nonce, text=text, key=key, read_up_to=after)
    except tuple(FAULTS) as fault:
        return await refused(request, me, fault, chat=conversation, drafts={"text": text})
    if is_live(request):
        return await news_of(request, me, chat, after=after)
    return to_the_desk(request, chat=conversation)


@post("/chats/{conversation:str}/notes", opt=_REPLY)
async def write_note(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Write something down for colleagues; the person never sees it."""
    desk, form, chat = desk_of(request), await request.form(), ConversationId(conversation)
    text = str(form.get("note", ""))

    async def do() -> None:
        await desk.service.notes.write(chat, as_counsellor(me), text=text)
        _tell_own_tabs(desk, me, chat)

    return await deed(request, me, do, chat=conversation, drafts={"note": text})


@post("/chats/{conversation:str}/labels", opt=_REPLY)
async def set_labels(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Choose the labels of a chat."""
    desk, form, chat = desk_of(request), await request.form(), ConversationId(conversation)
    labels = frozenset(Label(name) for name in form.getall("label", []) if name in set(Label))

    async def do() -> None:
        await desk.service.notes.set_labels(chat, as_counsellor(me).id, labels=labels)
        _tell_own_tabs(desk, me, chat)

    return await deed(request, me, do, chat=conversation)


@post("/chats/{conversation:str}/transfer", opt=_REPLY)
async def transfer(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Give a chat to a colleague who is there, with a note for them."""
    desk, form, chat = desk_of(request), await request.form(), ConversationId(conversation)
    note, to = str(form.get("note", "")), CounsellorId(str(form.get("to", "")))
    heavy = await _is_heavy(request, me, chat)

    async def do() -> None:
        duty = next((one for one in await desk.presence.present() if one.id == to), None)
        if duty is None:
            raise ColleagueAway
        if not note.strip():
            raise NoteMissing
        colleague = await _named(request, to)
        await _keep_note(desk, me, chat, note)
        try:
            await desk.service.counsellor.transfer(chat, as_counsellor(me).id, colleague, most=duty.most)
        except TooMany as fault:
            raise ColleagueFull from fault

    return await deed(request, me, do, chat=conversation, drafts={"handing_note": note, "to": to}, pause=heavy)


@post("/chats/{conversation:str}/hand-back", opt=_REPLY)
async def hand_back(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """Leave a chat to the program again."""
    desk, chat = desk_of(request), ConversationId(conversation)
    heavy = await _is_heavy(request, me, chat)

    async def do() -> None:
        await desk.service.counsellor.hand_back(chat, as_counsellor(me).id)

    return await deed(request, me, do, chat=conversation, pause=heavy)


@post("/chats/{conversation:str}/close", opt=_REPLY)
async def close(request: AnyRequest, me: Me, conversation: FromPath[str]) -> Response[Any]:
    """End a chat and say how it ended."""
    desk, form, chat = desk_of(request), await request.form(), ConversationId(conversation)
    outcome = str(form.get("outcome", ""))
    heavy = await _is_heavy(request, me, chat)

    async def do() -> None:
        if outcome not in set(Outcome):
            raise OutcomeMissing
        await desk.service.counsellor.close(chat, as_counsellor(me).id, outcome=Outcome(outcome))

    return await deed(request, me, do, chat=conversation, pause=heavy)


def _may_send(desk: ConsoleContext, key: str) -> bool:
    catalogue = desk.service.catalogue
    return key in catalogue.entries and may_be_sent(key) and is_whole(catalogue, key)


def _tell_own_tabs(desk: ConsoleContext, me: SignedIn, chat: ConversationId) -> None:
    desk.fanout.publish(console_of(as_counsellor(me).id), "case", chat)


async def _keep_note(desk: ConsoleContext, me: SignedIn, chat: ConversationId, text: str) -> None:
    """Keep a note once, however often the transfer that it belongs to is tried."""
    own = as_counsellor(me)
    notes = (await desk.service.notes.of(chat, own.id)).notes
    if not (notes and notes[-1].by == own.id and notes[-1].text == text.strip()):
        await desk.service.notes.write(chat, own, text=text)


async def _named(request: AnyRequest, who: CounsellorId) -> Counsellor:
    everybody = await staff_context_of(request).accounts.everybody()
    name = next((account.display_name for account in everybody if CounsellorId(account.id) == who), "")
    if not name:
        raise ColleagueAway
    return Counsellor(id=who, name=name)


async def _is_heavy(request: AnyRequest, me: SignedIn, chat: ConversationId) -> bool:
    """Tell whether there was danger in a chat, or distressing words: after it somebody may need a break."""
    found = await desk_of(request).service.counsellor.own_chat(chat, as_counsellor(me).id)
    if found is None:
        return False
    drawing = await drawing_for(request, me)
    return found.call.danger or found.conversation.calm_turns is not None or drawing.is_heavy(found.messages)
