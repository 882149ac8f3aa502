"""What one message was read into: several things at once, not one winner."""

from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Tuple

READING = "reading"
"""Where a parsed message holds its reading, as JSON."""

NONE, DOUBT, CLEAR = "none", "doubt", "clear"
"""The levels of danger."""

PASSED = "passed"
"""What stands in JSON for the level of a danger that is over."""

VALUE, YES, NO, SKIP, NO_ANSWER = "value", "yes", "no", "skip", "none"
"""What a message is to the question that was asked; NO_ANSWER is never taken for SKIP."""

NEXT = "next"
"""A message that answers no question and asks what comes next."""

WORDS = "words"
"""A message that answers no question and asks how to say it, without naming to whom."""

DONE = "done"
"""A message that answers no question and only says that a step was done."""

BYE, LATER, WAIT = "bye", "later", "wait"
"""A message that answers no question and takes leave, says what will be done later, or asks for a moment."""


@dataclass(frozen=True)
class Danger:
    """The danger in one message."""

    level: str = NONE
    kind: str = ""
    """crisis_suicide, crisis_self_harm or immediate_danger; `` where there is none."""
    about: str = "self"
    """self, or other where it is somebody else who is in danger."""
    passed: bool = False
    """It says that a danger is over, or that there is none: relief, or an honest no."""
    means: str = ""
    """What is at hand: pills, edge, rope, blade, tracks, attacker, partner, meeting, home, or missing for who cannot be reached; `` where nothing is named."""
    told: Tuple[str, ...] = ()
    """What the message tells that is known from then on, see danger_told: who is there, what was put away ..."""
    parting: str = ""
    """`plain` for a message that is nothing but a parting, `drops` where it gives up what was talked about with it."""


@dataclass(frozen=True)
class Need:
    """An intent that is above its own threshold, with its confidence, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Reading:
    """One message as it was read in its context."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    """Only what this message says: role, age_in_image, age_now, platform, state, who, exposed, file_on_device, reported, did
    (record, block), paid, cannot_phone, prefecture, deadline. Lists where several can be true: platform, state, exposed, reported, did. `not_platform` and
    `not_state` hold what it denies; `corrected` names the lists that take the place of what was known, instead of adding to it.
    `denied` (a role, threatened, money, images) stays known until it is told again, so that it is not read from the same words."""
    needs: Tuple[Need, ...] = ()
    """Likeliest first."""
    question: str = ""
    """The id of the nearest question of the catalogue, `` for none."""
    question_confidence: float = 0.0
    """How likely that question is the one that was asked, 0 to 1."""
    near: Tuple[str, ...] = ()
    """The questions that may be meant in place of `question` where none is sure enough, likeliest first."""
    also: str = ""
    """Another question that the message asks as surely in a sentence of its own, `` for none."""
    answer: str = NO_ANSWER
    danger: Danger = Danger()
    language: str = ""
    """ja or en, as it is written; `` where it cannot be told."""
    wished_language: str = ""
    """The language that it asks to go on in, `` for none."""
    tells: bool = False
    """It tells something, and neither asks nor wants anything."""
    asks: bool = False
    """It has the form of a question."""
    opens: bool = False
    """It announces what is to be told, or asks whether it may be."""
    names_harm: bool = True
    """It says something of what happened: an image, a threat, a deed, a danger."""
    protests: bool = False
    """It says that the last answer was about something else than what was written."""

    def as_json(self) -> Dict[str, Any]:
        """Return the reading as JSON."""
        return {
            "facts": dict(self.facts),
            "needs": [{"intent": need.intent, "confidence": round(need.confidence, 4)} for need in self.needs],
            "question": self.question or None,
            "question_confidence": round(self.question_confidence, 4),
            "near": list(self.near),
            "also": self.also or None,
            "answer": self.answer,
            "danger": PASSED if self.danger.passed else self.danger.level,
            "danger_kind": self.danger.kind,
            "danger_about": self.danger.about,
            "danger_means": self.danger.means,
            "danger_told": list(self.danger.told),
            "danger_parting": self.danger.parting,
            "language": self.language,
            "wished_language": self.wished_language,
            "tells": self.tells,
            "asks": self.asks,
            "opens": self.opens,
            "names_harm": self.names_harm,
            "protests": self.protests,
        }


def reading_of(read: Mapping[str, Any]) -> Reading:
    """Return the reading in JSON; raise KeyError, TypeError or ValueError where it is none."""
    return Reading(
        facts=dict(read["facts"]),
        needs=tuple(Need(str(need["intent"]), float(need["confidence"])) for need in read["needs"]),
        question=str(read["question"] or ""),
        question_confidence=float(read["question_confidence"]),
        near=tuple(str(question) for question in read.get("near") or ()),
        also=str(read.get("also") or ""),
        answer=str(read["answer"]),
        danger=Danger(
            level=NONE if read["danger"] == PASSED else str(read["danger"]),
            kind=str(read["danger_kind"]),
            about=str(read["danger_about"]),
            passed=read["danger"] == PASSED,
            means=str(read["danger_means"]),
            told=tuple(str(name) for name in read.get("danger_told") or ()),
            parting=str(read.get("danger_parting") or ""),
        ),
        language=str(read["language"]),
        wished_language=str(read["wished_language"]),
        tells=bool(read.get("tells")),
        asks=bool(read.get("asks")),
        opens=bool(read.get("opens")),
        names_harm=bool(read.get("names_harm", True)),
        protests=bool(read.get("protests")),
    )
