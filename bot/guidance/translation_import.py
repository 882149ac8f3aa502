"""Words from a translator's file as drafts: what differs becomes a draft, what cannot is named with its line and reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.action_log import Action
from bot.guidance.approval import Actor, standing
from bot.guidance.errors import NotPossible, Overtaken, UnknownEntry
from bot.guidance.revisions import Item, ItemHistory, Part, Status
from bot.guidance.rules import Fault, Finding
from bot.guidance.workflow import Editing
from bot.language import Language

LARGEST_FILE = 200_000
"""Characters of a file; the words of one language have a quarter of that."""
LONGEST = 2_000
"""Characters of one message that is kept at all; how long words may be is said when they are submitted."""
_NEVER_KEPT = frozenset({Fault.EMPTY, Fault.MARKUP, Fault.INVISIBLE})


@dataclass(frozen=True, kw_only=True)
class TranslatedMessage:
    """One message of a file, and the line it begins on."""

    key: str
    text: str = field(repr=False)
    line: int
    is_fuzzy: bool = False
    """The translator's tool marks it as unsure."""
    is_odd: bool = False
    """It has a plural or a context: no guidance has."""
    is_twice: bool = False


class Fate(StrEnum):
    """What became of a message."""

    DRAFTED = "drafted"
    SAME = "same"
    """People see these words already, or there is a draft of them."""
    UNKNOWN = "unknown"
    FUZZY = "fuzzy"
    ODD = "odd"
    TWICE = "twice"
    UNFIT = "unfit"
    """Empty, HTML, characters that nobody can see, or far too long: not kept even as a draft."""
    TAKEN = "taken"
    """Somebody else has a draft, or it is in review: nothing was overwritten."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One message, and what became of it; the findings say what is wrong with it, of a draft before it can be reviewed."""

    key: str
    line: int
    fate: Fate
    findings: Sequence[Finding] = ()


async def import_words(
    editing: Editing, messages: Iterable[TranslatedMessage], *, language: Language, by: Actor
) -> list[Told]:
    """Make drafts of the messages that say something else than people see now; return what became of each."""
    told = [await _import(editing, message, language=language, by=by) for message in messages]
    async with editing.book.work() as drafts:
        await drafts.log_action(
            Action.GUIDANCE_IMPORTED, by=by.id, at=editing.clock.now(), about="", reason=language.value
        )
    return told


async def _import(editing: Editing, message: TranslatedMessage, *, language: Language, by: Actor) -> Told:
    item = Item(part=Part.WORDS, key=message.key)
    try:
        history = await editing.history(item)
    except UnknownEntry:
        return Told(key=message.key, line=message.line, fate=Fate.UNKNOWN)
    found = editing.findings(item, language, message.text[:LONGEST], history=history)
    fate = _fate(message, found, history, language=language, by=by)
    if fate is Fate.DRAFTED:
        try:
            await editing.save(item, language, message.text, by=by, expects=standing(history, language))
        except (Overtaken, NotPossible):
            fate = Fate.TAKEN
    return Told(
        key=message.key, line=message.line, fate=fate, findings=found if fate in (Fate.DRAFTED, Fate.UNFIT) else ()
    )


def _fate(
    message: TranslatedMessage, found: Sequence[Finding], history: ItemHistory, *, language: Language, by: Actor
) -> Fate:
    begun = history.open(language)
    reasons = (
        (message.is_twice, Fate.TWICE),
        (message.is_odd, Fate.ODD),
        (message.is_fuzzy, Fate.FUZZY),
        (message.text == history.body(language), Fate.SAME),
        (begun is not None and begun.body == message.text, Fate.SAME),
        (len(message.text) > LONGEST or any(one.fault in _NEVER_KEPT for one in found), Fate.UNFIT),
        (begun is not None and (begun.author != by.id or begun.status is Status.IN_REVIEW), Fate.TAKEN),
    )
    return next((fate for holds, fate in reasons if holds), Fate.DRAFTED)
