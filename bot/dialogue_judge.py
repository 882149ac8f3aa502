"""Compares what was said in one turn of a dialogue with what would have been right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.danger.detector import DANGER_ENTRIES, ENTRY
from bot.conversation.danger.ladders import LADDERS
from bot.conversation.danger.rungs import CHECK_LATER, DOUBTS, SAFETY_ENTRIES
from bot.conversation.model import Say
from bot.conversation.turns.repetition import mark_of
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import ASKS, Answers
from bot.guidance.questions import PREFIX
from bot.language import Language
from understanding.known import SKIPPED, UNKNOWN, names

MOST_ASKED = 2
"""A question may be asked this often in a conversation."""

FACT_GROUPS: Mapping[str, tuple[str, ...]] = {
    "age_and_platform": ("age_in_image", "platform"),
    "role_state_who": ("role", "state", "who"),
    "other_facts": ("age_now", "exposed", "file_on_device", "reported", "paid", "cannot_phone", "deadline"),
}
"""The facts that are measured together."""

_ASKED_FACT = {
    "ask.age": "age_in_image",
    "ask.platform": "platform",
    "ask.state": "state",
    "ask.role": "role",
    "ask.file_on_device": "file_on_device",
}
_ASKS_OF_DANGER = frozenset((CHECK_LATER, *(key for keys in DOUBTS.values() for key in keys)))
_IN_DANGER = DANGER_ENTRIES | {"crisis.other.going"}
"""What is said while danger lasts; the second one to who has just sent somebody there."""
_EASED = frozenset(key for key in SAFETY_ENTRIES if key.startswith("eased.")) | {"crisis.safe_now"}
EMERGENCY = ("police_emergency", "ambulance")
"""The numbers for an emergency: a question whose answer shows one of them first is answered with emergency words."""

_VIOLENT = ("violence", "meeting", "partner")


def _said_in(*, violence: bool) -> frozenset[str]:
    ladders = [ladder for name, ladder in LADDERS.items() if (name.removeprefix("other.") in _VIOLENT) is violence]
    own = (key for ladder in ladders for key in (*ladder.first, *ladder.rungs, *ladder.short, *ladder.text))
    entries = (key for intent, key in ENTRY.items() if (intent == "immediate_danger") is violence)
    return frozenset((*own, *entries, "crisis.not_safe"))


_KINDS = (_said_in(violence=True), _said_in(violence=False))
"""What is said in violence, and what is said of a wish to die or to hurt oneself; some is said in both."""


@dataclass(frozen=True, kw_only=True)
class ExpectedTurn:
    """What a person types, and what would be a right answer."""

    says: str = field(repr=False)
    right: frozenset[str]
    """Entries, or `question.ID`, of which any answers well; empty where the guidance has none yet."""
    never: frozenset[str]
    facts: Mapping[str, Any]
    """What is newly known after this turn."""
    danger: str
    question: str
    """A name for the question that was asked; empty where none was."""
    language: Language


@dataclass(frozen=True, kw_only=True)
class FactCounts:
    """Values of facts: known and right, known but wrong, not known; F1 is 2 right / (2 right + wrong + missed)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


@dataclass(frozen=True, kw_only=True)
class PlayedTurn:
    """What the assistant did with one turn; each count is 0 or more."""

    language: Language
    is_right: bool | None
    """None where the guidance has no words for it yet."""
    has_question: bool
    repeated: int
    """Bubbles said before in this conversation, word for word."""
    asked_again: int
    """Questions about something known, or asked more than twice."""
    said_never: int
    """Entries that would be wrong for this person here."""
    is_wrong_language: bool
    danger: str
    said_emergency: bool
    asked_about_danger: bool
    facts: Mapping[str, FactCounts]
    """By the groups of FACT_GROUPS."""


class Judge:
    """Compares the turns of one conversation with what was expected, remembering what was said and known before."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin with nothing said and nothing known."""
        self._catalogue = catalogue
        self._said: set[str] = {"welcome"}
        self._asked: list[str] = []
        self._expected: dict[str, set[str]] = {}
        self._known: Mapping[str, Any] = {}

    def judge(self, expected: ExpectedTurn, said: Sequence[Say], *, language: Language, answers: Answers) -> PlayedTurn:
        """Return how well one turn was answered."""
        for name, value in expected.facts.items():
            self._expected.setdefault(name, set()).update(_values(value))
        keys, marks = {say.key for say in said}, [mark_of(say) for say in said]
        named = {say.title for say in said if say.title}
        repeated = sum(mark in self._said for mark in marks)
        self._said.update(marks)
        facts = {group: self._facts(group, expected, answers.known) for group in FACT_GROUPS}
        self._known = answers.known
        return PlayedTurn(
            language=expected.language,
            is_right=self._is_right(expected, keys, named=named) if expected.right else None,
            has_question=bool(expected.question),
            repeated=repeated,
            asked_again=sum(self._is_asked_again(key) for key in sorted(keys) if key.startswith(ASKS)),
            said_never=len(keys & expected.never),
            is_wrong_language=language is not expected.language,
            danger=expected.danger,
            said_emergency=any(self._is_emergency(key) for key in keys),
            asked_about_danger=bool(keys & _ASKS_OF_DANGER),
            facts=facts,
        )

    def _is_emergency(self, key: str) -> bool:
        contacts = self._catalogue.entries[key].contacts if key.startswith(PREFIX) else ()
        return key in _IN_DANGER or (bool(contacts) and contacts[0] in EMERGENCY)

    def _is_right(self, expected: ExpectedTurn, keys: set[str], *, named: set[str]) -> bool:
        """Tell whether a right entry is said, or named with a way back to it where it was said before."""
        found = keys | named
        return not keys & expected.never and any(self._fits(key, right) for key in found for right in expected.right)

    def _fits(self, key: str, right: str) -> bool:
        """Tell whether an entry is the right one: itself, the same choice for another role or age, or the same help in danger."""
        if key == right or key.startswith(f"{right}."):
            return True
        if right in DANGER_ENTRIES:
            return any({key, right} <= kind for kind in _KINDS)
        if right in _EASED:
            return key in _EASED
        choice = self._catalogue.plans.choice_of(right)
        return bool(choice) and self._catalogue.plans.choice_of(key) == choice

    def _is_asked_again(self, key: str) -> bool:
        asked = key.removesuffix(".again")
        self._asked.append(asked)
        return _ASKED_FACT.get(asked, "") in self._expected or self._asked.count(asked) > MOST_ASKED

    def _facts(self, group: str, expected: ExpectedTurn, known: Mapping[str, Any]) -> FactCounts:
        right = wrong = missed = 0
        for name in FACT_GROUPS[group]:
            now, before = _values(known.get(name)), _values(self._known.get(name))
            wanted = _values(expected.facts.get(name))
            right += len(wanted & now)
            missed += len(wanted - now)
            wrong += len(now - before - self._expected.get(name, set()))
        return FactCounts(right=right, wrong=wrong, missed=missed)


def _values(value: Any) -> set[str]:
    return {name for name in names(str(value) if isinstance(value, int) else value) if name not in (SKIPPED, UNKNOWN)}
