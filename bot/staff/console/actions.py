"""What counsellors do with chats: take, answer, transfer, note, label, hand back, close. The core logs each action."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from bot.conversation.case import NoteKind, Outcome
from bot.conversation.danger.moves import State
from bot.conversation.errors import TooMany
from bot.conversation.model import ConversationId, Counsellor, CounsellorId, Nonce
from bot.permissions import Permission
from bot.staff.console.forms import CloseForm, HelpForm, LabelsForm, NoteForm, ReplyForm, RequeueForm, TransferForm
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
from bot.staff.console.page import ConsolePage, Page
from bot.staff.console.pages import news_of
from bot.staff.console.responses import back_to_console, perform, refuse
from bot.staff.console.search import is_whole, may_be_sent
from bot.staff.guards import needs
from bot.web.forms import Form, is_live, nonce_of, number_of

_TAKE, _REPLY = needs(Permission.TAKE_CHAT), needs(Permission.REPLY_CHAT)


@post("/chats/{conversation:str}/take", opt=_TAKE)
async def take(page: Page, conversation: FromPath[str]) -> Response[Any]:
    """Take somebody from the queue."""

    async def do() -> None:
        duty = await page.console.presence.find(page.counsellor.id)
        if duty is None:
            raise OffDuty
        await page.console.conversations.counsellor.take(ConversationId(conversation), page.counsellor, most=duty.most)

    return await perform(page, do, chat=conversation)


@post("/chats/{conversation:str}/messages", opt=_REPLY)
async def reply(page: Page, conversation: FromPath[str], data: Form[ReplyForm]) -> Response[Any]:
    """Say something to the person: own words, or an entry of the guidance in their language."""
    chat, after = ConversationId(conversation), number_of(data.after)
    try:
        if data.key and not _may_send(page, data.key):
            raise EntryUnfit
        await page.console.conversations.counsellor.reply(
            chat,
            page.counsellor,
            nonce=Nonce(nonce_of(data.nonce)),
            text=data.text,
            key=data.key,
            read_up_to=min(after, number_of(data.read)) if data.read else after,
        )
    except tuple(FAULTS) as fault:
        return await refuse(page, fault, chat=conversation, drafts={"text": data.text})
    if is_live(page.request):
        return await news_of(page, chat, after=after)
    return back_to_console(page, chat=conversation)


@post("/chats/{conversation:str}/notes", opt=_REPLY)
async def write_note(page: Page, conversation: FromPath[str], data: Form[NoteForm]) -> Response[Any]:
    """Write something down for colleagues; the person never sees it."""
    chat = ConversationId(conversation)

    async def do() -> None:
        await page.console.conversations.notes.write(chat, page.counsellor, text=data.note)
        _tell_own_tabs(page, chat)

    return await perform(page, do, chat=conversation, drafts={"note": data.note})


@post("/chats/{conversation:str}/labels", opt=_REPLY)
async def set_labels(page: Page, conversation: FromPath[str], data: Form[LabelsForm]) -> Response[Any]:
    """Choose the labels of a chat."""
    chat = ConversationId(conversation)

    async def do() -> None:
        await page.console.conversations.notes.set_labels(chat, page.counsellor.id, labels=data.labels())
        _tell_own_tabs(page, chat)

    return await perform(page, do, chat=conversation)


@post("/chats/{conversation:str}/transfer", opt=_REPLY)
async def transfer(page: Page, conversation: FromPath[str], data: Form[TransferForm]) -> Response[Any]:
    """Give a chat to a colleague who is there, with a note for them."""
    chat, to = ConversationId(conversation), CounsellorId(data.to)
    heavy = await _is_heavy(page, chat)

    async def do() -> None:
        duty = next((one for one in await page.console.presence.present() if one.id == to), None)
        if duty is None:
            raise ColleagueAway
        if not data.note.strip():
            raise NoteMissing
        colleague = await _named(page, to)
        await _write_note_once(page, chat, data.note, kind=NoteKind.BECAUSE)
        try:
            await page.console.conversations.counsellor.transfer(chat, page.counsellor.id, colleague, most=duty.most)
        except TooMany as fault:
            raise ColleagueFull from fault

    drafts = {"handing_note": data.note, "to": to}
    return await perform(page, do, chat=conversation, drafts=drafts, pause=heavy)


@post("/chats/{conversation:str}/requeue", opt=_REPLY)
async def requeue(page: Page, conversation: FromPath[str], data: Form[RequeueForm]) -> Response[Any]:
    """Give a chat back to the front of the queue, with a note for whoever takes it."""
    chat, own = ConversationId(conversation), page.counsellor.id
    heavy = await _is_heavy(page, chat)

    async def do() -> None:
        if not data.because.strip():
            raise NoteMissing
        await _write_note_once(page, chat, data.because, kind=NoteKind.BECAUSE)
        await page.console.conversations.person.requeue(chat, of=own, by=own)

    return await perform(page, do, chat=conversation, drafts={"because": data.because}, pause=heavy)


@post("/chats/{conversation:str}/help", opt=_REPLY)
async def call_for_help(page: Page, conversation: FromPath[str], data: Form[HelpForm]) -> Response[Any]:
    """Call the supervisors to a chat, or say that it is well again."""

    async def do() -> None:
        await page.console.conversations.supervision.call_for_help(
            ConversationId(conversation), page.counsellor.id, wanted=data.wanted == "yes"
        )

    return await perform(page, do, chat=conversation)


@post("/chats/{conversation:str}/hand-back", opt=_REPLY)
async def hand_back(page: Page, conversation: FromPath[str]) -> Response[Any]:
    """Leave a chat to the program again."""
    chat = ConversationId(conversation)
    heavy = await _is_heavy(page, chat)

    async def do() -> None:
        await page.console.conversations.counsellor.hand_back(chat, page.counsellor.id)

    return await perform(page, do, chat=conversation, pause=heavy)


@post("/chats/{conversation:str}/close", opt=_REPLY)
async def close(page: Page, conversation: FromPath[str], data: Form[CloseForm]) -> Response[Any]:
    """End a chat and say how it ended."""
    chat = ConversationId(conversation)
    heavy = await _is_heavy(page, chat)

    async def do() -> None:
        if data.outcome not in set(Outcome):
            raise OutcomeMissing
        await page.console.conversations.counsellor.close(chat, page.counsellor.id, outcome=Outcome(data.outcome))

    return await perform(page, do, chat=conversation, pause=heavy)


def _may_send(page: ConsolePage, key: str) -> bool:
    catalogue = page.console.views.catalogue
    return key in catalogue.entries and may_be_sent(key) and is_whole(catalogue, key)


def _tell_own_tabs(page: ConsolePage, chat: ConversationId) -> None:
    page.console.fanout.publish(console_of(page.counsellor.id), "case", chat)


async def _write_note_once(page: ConsolePage, chat: ConversationId, text: str, *, kind: NoteKind) -> None:
    """Write the note for the next counsellor once, however often giving the chat on is tried."""
    own, conversations = page.counsellor, page.console.conversations
    notes = (await conversations.notes.of(chat, own.id)).notes
    if not (notes and notes[-1].by == own.id and notes[-1].text == text.strip()):
        await conversations.notes.write(chat, own, text=text, kind=kind)


async def _named(page: ConsolePage, who: CounsellorId) -> Counsellor:
    everybody = await page.staff.accounts.everybody()
    name = next((account.display_name for account in everybody if CounsellorId(account.id) == who), "")
    if not name:
        raise ColleagueAway
    return Counsellor(id=who, name=name)


async def _is_heavy(page: ConsolePage, chat: ConversationId) -> bool:
    """Tell whether there was danger in a chat, or distressing words: after it somebody may need a break."""
    found = await page.console.conversations.counsellor.own_chat(chat, page.counsellor.id)
    if found is None:
        return False
    view = await page.view()
    return found.call.danger or found.conversation.safety.state is not State.CALM or view.is_heavy(found.messages)
