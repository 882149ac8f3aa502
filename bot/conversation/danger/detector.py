"""Danger is looked for before anything else: in every stage, in both languages, within this process."""

import re
from dataclasses import dataclass

from bot.conversation.danger.model import DangerModel
from bot.conversation.danger.patterns import EXCEPTIONS, SIGNS
from understanding.normalise import normalise

DANGER_INTENTS = ("immediate_danger", "crisis_suicide", "crisis_self_harm")
ENTRY: dict[str, str] = {
    "immediate_danger": "crisis.immediate",
    "crisis_suicide": "crisis.suicide",
    "crisis_self_harm": "crisis.self_harm",
}
"""The entry that answers each kind of danger."""

DANGER_ENTRIES = frozenset({*ENTRY.values(), "crisis.suicide.again", "crisis.not_safe"})

THRESHOLD = 0.97
"""The model's probability of danger, 0 to 1, from which it is believed before the assistant is asked."""

FALLBACK_THRESHOLD = 0.5
"""The probability from which it is believed when the assistant, which is more accurate, cannot be asked."""

_EXCEPTIONS = re.compile("|".join(EXCEPTIONS))
_SIGNS = tuple((intent, re.compile("|".join(patterns))) for intent, patterns in SIGNS)
_GAPS = re.compile(r"(?<=[ぁ-ヿ一-鿿]) (?=[ぁ-ヿ一-鿿])")


@dataclass(frozen=True, kw_only=True)
class DangerDetector:
    """Finds danger by patterns and, where one was trained, by the model."""

    model: DangerModel | None = None

    def detect(self, text: str, *, alone: bool = False) -> str | None:
        """Return the danger intent of a text, None where it shows none; `alone` when the assistant cannot be asked."""
        words = normalise(text)
        signs = _EXCEPTIONS.sub(" … ", _GAPS.sub("", words))
        found = next((intent for intent, pattern in _SIGNS if pattern.search(signs)), None)
        if found or self.model is None:
            return found
        intent, chance = self.model.predict(words)
        return intent if chance >= (FALLBACK_THRESHOLD if alone else THRESHOLD) else None
