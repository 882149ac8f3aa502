"""Nothing twice: what was said before is named in half a line, said in other words, or left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.conversation.model import Say
from bot.guidance.catalogue import Catalogue
from bot.guidance.known import known_of
from bot.guidance.questions import PREFIX
from bot.language import Language

LONGEST_MEMORY = 300
"""Bubbles that are remembered in a conversation."""

LADDERS: Mapping[str, tuple[str, ...]] = {
    "unclear": ("unclear", "unclear.known", "unclear.again", "unclear.third", "unclear.fourth", "unclear.rest"),
    "heard.more.told": ("heard.more.told", "heard.more.told.again", "heard.more.told.third"),
    "asked": ("asked", "asked.again", "asked.third"),
    "misread": ("misread", "misread.again"),
    "noise": ("noise", "noise.again"),
    "thanks": ("thanks", "thanks.again", "thanks.third"),
    "greet": ("greet", "greet.again"),
    "menu": ("menu", "menu.again"),
    "chitchat": ("chitchat", "chitchat.again"),
    "abusive": ("abusive", "abusive.again"),
    "out_of_scope": ("out_of_scope", "out_of_scope.again"),
    "goodbye": ("goodbye", "goodbye.again"),
    "leaving.plan": ("leaving.plan", "thanks.again"),
    "leaving.wait": ("leaving.wait", "thanks.third"),
    "affirm.open": ("affirm.open", "affirm.open.again"),
    "deny.open": ("deny.open", "deny.open.again"),
    "distress.listen": ("distress.listen", "distress.stay", "distress.still"),
    "distress.listen.adult": ("distress.listen.adult", "distress.stay.adult", "distress.still.adult"),
    "distress.listen.supporter": ("distress.listen.supporter", "distress.stay.supporter", "distress.still.supporter"),
    "image.refused": ("image.refused", "image.refused.again"),
    "human": ("human", "human.again"),
    "human.offer": ("human.offer", "human.offer.again"),
    "human.later": ("human.later", "human.later.again"),
    "here": ("here", "here.again", "here.third", "here.fourth"),
}
"""What is said the first time, the second time and so on, where the same comes up again."""

_ANSWERED_EACH_TIME = (
    "unclear",
    "heard.more.told",
    "asked",
    "goodbye",
    "image.refused",
    "human",
    "human.offer",
    "human.later",
    "here",
)
"""Never left without words: where all of them were said, the one of the last two that was said longest ago."""

_POINTER = "again"
_NAMED = ("again", "again.more")
_ANSWERED = ("again.answer", "again.answer.more")
_FELT = ("again.feeling", "again.feeling.more")
"""What is said in place of something that was said before: of an entry, a question's answer, an answer to a feeling."""

FEELINGS = frozenset(
    {
        "now_stay", "now_wait_here", "now_alone", "now_sleep", "now_eat", "now_searching", "now_thinking", "now_numb", "now_my_fault",
        "now_end", "now_everyone", "now_dirty", "now_believe", "now_school", "now_work", "maker_my_fault", "maker_cannot_stop",
        "maker_parent_feel", "supporter_rage", "supporter_own_exhaustion", "school_classmates_laugh", "refused_family",
    }
)  # fmt: skip
"""Questions that tell a feeling: `I answered that earlier` would be cold."""

_SILENT = ("heard.", "ask.")
"""Left out where it was said before: thanks for telling, and questions."""

_ALWAYS = (
    "waiting.", "counsellor.", "delete.", "notice.", "language.", "telegram.", "scripted", "human.", "image.", "crisis.",
    "doubt.", "eased.", "question.now_panic", "question.now_emergency_words",
)  # fmt: skip
"""Tells how things stand, or helps in danger (which has its own order): said whenever it is true."""


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What was said so far in a conversation."""

    said: tuple[str, ...]

    def holds(self, say: Say) -> bool:
        """Tell whether something was said before, word for word."""
        return mark_of(say) in self.said

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the entries said so far, by key, oldest first."""
        return tuple(mark.partition("@")[0] for mark in self.said)

    def with_all(self, said: Sequence[Say]) -> "Memory":
        """Return the memory with more bubbles."""
        return Memory(said=(*self.said, *(mark_of(say) for say in said))[-LONGEST_MEMORY:])


def mark_of(say: Say) -> str:
    """Return what tells a bubble from others: its key, and what changes its words."""
    about = (say.title, say.platform, "+".join(say.known))
    return "@".join((say.key, *(part for part in about if part)))


def said_by(mark: str) -> Say:
    """Return what a mark says once more: an entry, with its platform, or with the name of another that it is about."""
    key, *about = mark.split("@")
    if key.startswith(_POINTER):
        return Say(key=key, title=about[0] if about else "", platform="".join(about[1:2]))
    return Say(key=key, platform="".join(about[:1]))


def not_again(say: Say, *, memory: Memory, catalogue: Catalogue, known: Mapping[str, object]) -> Say | None:
    """Return what to say in place of something that may have been said before, None for nothing."""
    ladder = LADDERS.get(say.key)
    if ladder:
        return _next_rung(say, ladder, memory=memory, catalogue=catalogue, known=known)
    if not memory.holds(say) or say.key.startswith(_ALWAYS):
        return say
    if say.key.startswith(_SILENT):
        return None
    if not catalogue.named(say.key, language=Language.JA):
        return None
    left = (key for key in _pointers(say.key) if key in _NAMED or key not in memory.keys)  # others name nothing
    named = replace(say, title=say.key)
    return next((replace(named, key=key) for key in left if not _was_named(named, key, memory, catalogue)), None)


def _was_named(named: Say, key: str, memory: Memory, catalogue: Catalogue) -> bool:
    """Tell whether something was named by a pointer in the same words: entries for other ages share a name."""
    pointers = [said for said in map(said_by, memory.said) if said.key == key]
    name = catalogue.named(named.title, language=Language.JA, platform=named.platform)
    return any(catalogue.named(said.title, language=Language.JA, platform=said.platform) == name for said in pointers)


def _pointers(key: str) -> tuple[str, ...]:
    if not key.startswith(PREFIX):
        return _NAMED
    return _FELT if key.removeprefix(PREFIX).partition(".")[0] in FEELINGS else _ANSWERED


def _next_rung(
    say: Say, ladder: tuple[str, ...], *, memory: Memory, catalogue: Catalogue, known: Mapping[str, object]
) -> Say | None:
    for key in ladder:
        rung = replace(say, key=key)
        if key == "unclear.known":
            rung = replace(rung, known=known_of(known))
            if not rung.known:
                continue
        if key in catalogue.entries and not memory.holds(rung):
            return rung
    if say.key not in _ANSWERED_EACH_TIME:
        return None
    last = [key for key in ladder[-2:] if key in catalogue.entries]
    return replace(say, key=min(last, key=lambda key: _last_said(replace(say, key=key), memory)))


def _last_said(say: Say, memory: Memory) -> int:
    mark = mark_of(say)
    return max((place for place, said in enumerate(memory.said) if said == mark), default=-1)
