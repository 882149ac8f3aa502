"""The path to an entry as a person would see it, with all drafts; each request plays it from the start and stores nothing."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.conversation.conversations import Conversations
from bot.conversation.errors import ConversationError
from bot.conversation.model import Address, Conversation, ConversationId, Message, Nonce, Say
from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import UnknownEntry
from bot.guidance.overlay import overlay
from bot.guidance.revisions import Item, ItemHistory, Part, Published
from bot.language import Language
from bot.staff.context import AnyRequest, Staff
from bot.staff.editor import labels
from bot.staff.editor.context import EDIT, Editor, EditorContext
from bot.staff.editor.item_list import histories_of
from bot.staff.editor.paths import NEXT, PathStart, entry_of, ways_to

Drafted = frozenset[tuple[Item, Language | None]]
"""What has a draft, and in which language."""
MOST_PRESSES = 30
MOST_TRIED = 3
"""Ways that are tried before the entry is said by itself."""
_STEPS_ON = 12
_SAY, _ELSEWHERE, _WELCOME = "say:", "do:", "welcome"
_EXAMPLES = {Language.JA: "青木", Language.EN: "Aoki"}


@dataclass(frozen=True, kw_only=True)
class SandboxRun:
    """A conversation after some presses; `way` are those that were possible."""

    conversation: Conversation
    messages: Sequence[Message]
    way: tuple[str, ...]


@get("/guidance/play", opt=EDIT)
async def play(
    request: AnyRequest,
    staff: Staff,
    editor: Editor,
    item: Annotated[str, QueryParameter(name="piece")] = "",
    way: FromQuery[list[str] | None] = None,
) -> Response[Any]:
    """Show the way to an item in both languages; `way` are the payloads pressed so far, found where there are none."""
    wanted = _piece(item, editor)
    key = entry_of(wanted, editor.live)
    if not key:
        return Redirect(f"/guidance/{wanted.part.value}/{wanted.key}", status_code=HTTP_303_SEE_OTHER)
    async with editor.editing.book.look() as drafts:
        histories = histories_of(editor.editing.shipped, await drafts.revisions())
    catalogue, drafted = with_drafts(editor, histories)
    async with editor.sandbox(catalogue) as conversations:
        presses = (
            await way_to(conversations, catalogue, key) if way is None else tuple(filter(None, way))[:MOST_PRESSES]
        )
        talks = {language: await played(conversations, catalogue, presses, language) for language in Language}
    return staff.page(
        request,
        "editor/play.html",
        item=wanted,
        key=key,
        talks=[_talk(editor, catalogue, talk, wanted, drafted) | {"lang": language.value} for language, talk in talks.items()],
        names={language.value: staff.say(request, name) for language, name in labels.LANGUAGES.items()},
        presses=len(presses),
        most=MOST_PRESSES,
        is_found=presses[:1] != (f"{_SAY}{key}",),
        is_drafted=bool(drafted),
        beginning=f"/guidance/play?{urlencode({'piece': str(wanted)})}",
        before=_address(wanted, presses[:-1]) if presses else "",
    )  # fmt: skip


def with_drafts(editor: EditorContext, histories: Sequence[ItemHistory]) -> tuple[Catalogue, Drafted]:
    """Return the guidance as it would be with everybody's drafts, and what has one; unfit facts are left out."""
    catalogue, parts = overlay(editor.live, on_hours=lambda _hours: None)
    bodies = {
        (history.item, language): one.body
        for history in histories
        for language in history.item.languages
        if (one := history.open(language)) and _can_be_shown(editor, history, language, one.body)
    }
    parts.show(Published(version=0, bodies=bodies))
    return catalogue, frozenset(bodies)


async def way_to(conversations: Conversations, catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """Return what to press until an entry is said; where nothing leads to it, it is said by itself."""
    for tried, begin in enumerate(islice(ways_to(key, catalogue), MOST_TRIED)):
        talk = await _open(conversations, Language.JA, name=f"way {tried}")
        if found := await _until_said(conversations, talk.id, begin):
            return found
    return () if key == _WELCOME else (f"{_SAY}{key}",)


async def played(
    conversations: Conversations, catalogue: Catalogue, presses: Sequence[str], language: Language
) -> SandboxRun:
    """Return a conversation after some presses; one that is not possible ends it."""
    talk, done = await _open(conversations, language, name=language.value), 0
    with suppress(ConversationError, UnknownEntry):
        for number, payload in enumerate(presses):
            await _press(conversations, catalogue, talk.id, payload, number=number, language=language)
            done = number + 1
    now, messages = await conversations.get(talk.id), await conversations.messages(talk.id)
    return SandboxRun(conversation=now or talk, messages=messages, way=tuple(presses[:done]))


async def _until_said(conversations: Conversations, talk: ConversationId, begin: PathStart) -> tuple[str, ...]:
    pressed: list[str] = []
    for payload in (*begin.presses, *[NEXT] * _STEPS_ON):
        try:
            turn = await conversations.turns.press(talk, payload, nonce=Nonce(f"{len(pressed)}"))
        except (ConversationError, UnknownEntry):
            return ()
        pressed.append(payload)
        if any(message.say is not None and message.say.key == begin.until for message in turn.messages):
            return (*pressed, begin.last) if begin.last else tuple(pressed)
    return ()


async def _open(conversations: Conversations, language: Language, *, name: str) -> Conversation:
    talk = await conversations.begin(address=Address(name), channel="sandbox", language=language)
    return await conversations.choose_language(talk.id, language)


async def _press(
    conversations: Conversations,
    catalogue: Catalogue,
    talk: ConversationId,
    payload: str,
    *,
    number: int,
    language: Language,
) -> None:
    has_button = any(button.payload == payload for button in catalogue.buttons.values())
    if number == 0 and payload.startswith(_SAY) and not has_button:
        key, place = payload.removeprefix(_SAY), next(iter(catalogue.platforms), "")
        catalogue.say(key, language=language)  # what nobody knows is not said
        await conversations.turns.say(talk, Say(key=key, platform=place, counsellor=_EXAMPLES[language], place=2))
    else:
        await conversations.turns.press(talk, payload, nonce=Nonce(f"{number}"))


def _can_be_shown(editor: EditorContext, history: ItemHistory, language: Language | None, body: str) -> bool:
    if language is not None or history.item.part is Part.HOURS:
        return language is not None and bool(body.strip())
    try:
        return not editor.editing.findings(history.item, None, body, history=history)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _talk(
    editor: EditorContext, catalogue: Catalogue, talk: SandboxRun, item: Item, drafted: Drafted
) -> dict[str, Any]:
    """Return a conversation as the template draws it: bubbles, and ways on where it can go on."""
    language, views = talk.conversation.language, replace(editor.views, catalogue=catalogue)
    bubbles = views.messages(talk.messages, language=language, age=talk.conversation.answers.age)
    for bubble, message in zip(bubbles, talk.messages, strict=True):
        key = message.say.key if message.say else ""
        bubble |= {
            "key": key,
            "is_draft": (Item(part=Part.WORDS, key=key), language) in drafted,
            "is_wanted": key == item.key,
        }
        for button in bubble["buttons"]:
            is_open = len(talk.way) < MOST_PRESSES and not button["payload"].startswith(_ELSEWHERE)
            button["href"] = _address(item, (*talk.way, button["payload"])) if is_open else ""
    for bubble in bubbles[:-1]:
        bubble["buttons"] = []
    return {"bubbles": bubbles, "spoken": language.value}


def _address(item: Item, presses: Sequence[str]) -> str:
    # an empty way is one too: the conversation at its beginning
    return f"/guidance/play?{urlencode({'piece': str(item), 'way': presses or ['']}, doseq=True)}"


def _piece(text: str, editor: EditorContext) -> Item:
    part, _, key = text.partition(":")
    if part not in set(Part):
        raise NotFoundException
    item = Item(part=Part(part), key=key)
    try:
        editor.editing.shipped.bodies(item)
    except UnknownEntry as fault:
        raise NotFoundException from fault
    return item
