"""Figures of understanding: how many sentences were read rightly, by language and by style."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.danger.detector import DANGER_INTENTS
from understanding.reading import CLEAR, DOUBT, NONE

NO_QUESTION, NOT_IN_CATALOGUE = "-", "?"
"""Label a sentence that asks no question of the catalogue, and one that asks something the catalogue has not."""

STYLES = ("short", "long", "slang", "kana", "romaji", "esl", "story", "plain")
DANGERS = ("none", "near", "doubt", "suicide", "harm", "violence")
NEAR = "near"
"""Labels what only sounds like danger."""

OTHERS = ".other"
"""Ends the label of a danger that is somebody else's."""

MOST_CONFUSIONS = 10


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence, and what is right for it."""

    language: str
    label: str
    """The intent that a careful reader would serve first."""
    secondary: str = ""
    """Another intent that would be just as right."""
    question: str = ""
    """The question of the catalogue that is asked, NO_QUESTION, NOT_IN_CATALOGUE, or `` where nobody labelled it."""
    danger: str = ""
    """One of DANGERS, also with OTHERS, or `` where the intent alone tells it."""
    style: str = ""
    """One of STYLES, or `` where nobody labelled it."""
    text: str = field(repr=False)

    @property
    def is_danger(self) -> bool:
        """Tell whether a careful reader would answer with emergency words or a direct question."""
        if self.danger:
            return self.danger.removesuffix(OTHERS) not in (NONE, NEAR)
        return self.label in DANGER_INTENTS

    @property
    def is_calm(self) -> bool:
        """Tell whether neither emergency words nor a direct question about danger are called for."""
        return not self.is_danger and (bool(self.danger) or self.secondary not in DANGER_INTENTS)


@dataclass(frozen=True, kw_only=True)
class UnderstoodSentence:
    """How one sentence was understood."""

    sentence: Sentence
    intent: str
    ranking: tuple[str, ...]
    confidence: float = 0.0
    """Of the intent, 0 to 1."""
    question: str = ""
    """The question of the catalogue that would be answered, `` for none."""
    question_confidence: float = 0.0
    """How far that match is trusted, 0 to 1."""
    near: tuple[str, ...] = ()
    """Questions that would be offered as buttons."""
    danger: str = NONE
    """What `talk` would do about danger: CLEAR is answered with emergency words, DOUBT with a direct question."""


def row_of(understood: UnderstoodSentence) -> dict[str, Any]:
    """Return what was right and what was understood, as JSON without words."""
    sentence = understood.sentence
    return {
        "language": sentence.language,
        "label": sentence.label,
        "secondary": sentence.secondary,
        "question": sentence.question,
        "danger": sentence.danger,
        "style": sentence.style,
        "intent": understood.intent,
        "confidence": understood.confidence,
        "question_read": understood.question,
        "question_confidence": understood.question_confidence,
        "danger_read": understood.danger,
    }


def figures(understood: Sequence[UnderstoodSentence], language: str) -> dict[str, Any]:
    """Return the figures of one language, or of both for ``; shares are 0 to 1, or None where there was nothing to measure.

    `danger_recall`: rows of danger that get emergency words or a direct question. `danger_false_positive_rate`, `danger_asked_rate`: calm rows that get
    emergency words, or a direct question; `near_...` the same of rows that only sound like danger. `question_right`: rows that ask a
    question of the catalogue and get its answer; `question_offered` counts those too that get it as a button. `no_question_right`: rows
    that ask none and are answered none.
    """
    mine = [one for one in understood if language in ("", one.sentence.language)]
    wrong = Counter((one.sentence.label, one.intent) for one in mine if one.intent != one.sentence.label)
    styles = {style: [one for one in mine if one.sentence.style == style] for style in STYLES}
    return {
        **_shares(mine),
        "confusions": [
            {"label": label, "understood": intent, "count": count}
            for (label, intent), count in wrong.most_common(MOST_CONFUSIONS)
        ],
        "styles": {style: _shares(found) for style, found in styles.items() if found},
    }


def _shares(mine: Sequence[UnderstoodSentence]) -> dict[str, Any]:
    calm = [one for one in mine if one.sentence.is_calm]
    near = [one for one in calm if one.sentence.danger == NEAR]
    asking = [one for one in mine if one.sentence.question not in ("", NO_QUESTION, NOT_IN_CATALOGUE)]
    return {
        "rows": len(mine),
        "top1": _share([one.intent == one.sentence.label for one in mine]),
        "top1_secondary": _share([one.intent in (one.sentence.label, one.sentence.secondary) for one in mine]),
        "top3": _share([one.sentence.label in one.ranking[:3] for one in mine]),
        "danger_recall": _share([one.danger in (CLEAR, DOUBT) for one in mine if one.sentence.is_danger]),
        "danger_false_positive_rate": _share([one.danger == CLEAR for one in calm]),
        "danger_asked_rate": _share([one.danger == DOUBT for one in calm]),
        "near_false_positive_rate": _share([one.danger == CLEAR for one in near]),
        "near_asked_rate": _share([one.danger == DOUBT for one in near]),
        "question_right": _share([one.question == one.sentence.question for one in asking]),
        "question_offered": _share([one.sentence.question in (one.question, *one.near) for one in asking]),
        "no_question_right": _share([not one.question for one in mine if one.sentence.question == NO_QUESTION]),
    }


def _share(hits: Sequence[bool]) -> float | None:
    return round(sum(hits) / len(hits), 4) if hits else None
