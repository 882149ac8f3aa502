"""Imports a translator's file: messages that differ become drafts; any that cannot is reported with line and reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.action_log import Action
from bot.guidance.approval import Actor, current_revision
from bot.guidance.errors import EditConflict, NotPossible, UnknownEntry
from bot.guidance.revisions import Item, ItemHistory, Part, Status
from bot.guidance.rules import Fault, Finding
from bot.guidance.workflow import Editing
from bot.language import Language

LARGEST_FILE = 200_000
"""The limit of a file in characters, four times the words of one language."""
LONGEST = 2_000
"""The limit of an imported message in characters; the limit of the words themselves is checked on submission."""
_NEVER_KEPT = frozenset({Fault.EMPTY, Fault.MARKUP, Fault.INVISIBLE})


@dataclass(frozen=True, kw_only=True)
class TranslatedMessage:
    """One message of a file, and the line where it begins."""

    key: str
    text: str = field(repr=False)
    line: int
    is_fuzzy: bool = False
    """The translator's tool marks it as fuzzy."""
    is_odd: bool = False
    """It has a plural or a context, which guidance never has."""
    is_twice: bool = False


class ImportOutcome(StrEnum):
    """What happened to a message."""

    DRAFTED = "drafted"
    SAME = "same"
    """These words are published already, or there is a draft of them."""
    UNKNOWN = "unknown"
    FUZZY = "fuzzy"
    ODD = "odd"
    TWICE = "twice"
    UNFIT = "unfit"
    """Empty, HTML, invisible characters or far too long: not stored even as a draft."""
    TAKEN = "taken"
    """Somebody else has a draft, or it is in review; nothing was overwritten."""


@dataclass(frozen=True, kw_only=True)
class ImportedMessage:
    """One message and what happened to it; the findings of a draft must be resolved before its review."""

    key: str
    line: int
    fate: ImportOutcome
    findings: Sequence[Finding] = ()


async def import_words(
    editing: Editing, messages: Iterable[TranslatedMessage], *, language: Language, by: Actor
) -> list[ImportedMessage]:
    """Store drafts of the messages that differ from what people see now; return what happened to each message."""
    told = [await _import(editing, message, language=language, by=by) for message in messages]
    async with editing.book.work() as drafts:
        await drafts.log_action(
            Action.GUIDANCE_IMPORTED, by=by.id, at=editing.clock.now(), about="", reason=language.value
        )
    return told


async def _import(editing: Editing, message: TranslatedMessage, *, language: Language, by: Actor) -> ImportedMessage:
    item = Item(part=Part.WORDS, key=message.key)
    try:
        history = await editing.history(item)
    except UnknownEntry:
        return ImportedMessage(key=message.key, line=message.line, fate=ImportOutcome.UNKNOWN)
    found = editing.findings(item, language, message.text[:LONGEST], history=history)
    fate = _fate(message, found, history, language=language, by=by)
    if fate is ImportOutcome.DRAFTED:
        try:
            await editing.save(item, language, message.text, by=by, expects=current_revision(history, language))
        except (EditConflict, NotPossible):
            fate = ImportOutcome.TAKEN
    return ImportedMessage(
        key=message.key,
        line=message.line,
        fate=fate,
        findings=found if fate in (ImportOutcome.DRAFTED, ImportOutcome.UNFIT) else (),
    )


def _fate(
    message: TranslatedMessage, found: Sequence[Finding], history: ItemHistory, *, language: Language, by: Actor
) -> ImportOutcome:
    begun = history.open(language)
    reasons = (
        (message.is_twice, ImportOutcome.TWICE),
        (message.is_odd, ImportOutcome.ODD),
        (message.is_fuzzy, ImportOutcome.FUZZY),
        (message.text == history.body(language), ImportOutcome.SAME),
        (begun is not None and begun.body == message.text, ImportOutcome.SAME),
        (len(message.text) > LONGEST or any(one.fault in _NEVER_KEPT for one in found), ImportOutcome.UNFIT),
        (begun is not None and (begun.author != by.id or begun.status is Status.IN_REVIEW), ImportOutcome.TAKEN),
    )
    return next((fate for holds, fate in reasons if holds), ImportOutcome.DRAFTED)
