"""Danger is looked for before anything else: in every stage, in both languages, within this process."""

from dataclasses import dataclass, replace

from bot.conversation.danger.ladders import DANGER_RUNGS
from bot.conversation.danger.model import DangerModel
from bot.conversation.danger.moves import State
from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import ALMOST_NONE, as_likely, combine
from understanding.danger_text import KINDS, VIOLENCE
from understanding.normalise import normalise
from understanding.reading import CLEAR, DOUBT, NONE, Danger, Reading

DANGER_INTENTS = KINDS
ENTRY: dict[str, str] = {
    "immediate_danger": "crisis.immediate",
    "crisis_suicide": "crisis.suicide",
    "crisis_self_harm": "crisis.self_harm",
}
"""The entry that answers each kind of danger."""

DANGER_ENTRIES = frozenset({*ENTRY.values(), *DANGER_RUNGS, "crisis.not_safe"})
"""Every entry that answers danger."""

THRESHOLD = 0.97
"""The model's probability of danger, 0 to 1, from which it is believed."""

BELIEVED_FROM, ASKED_FROM = 0.5, 0.15
"""The model's probability from which an emergency, and a doubt, that the assistant alone hears is believed in an ordinary conversation; after
doubt and danger a single word means much, and it is believed by itself."""

FALLBACK_THRESHOLD = 0.5
"""The probability from which it counts when the assistant, which is more accurate, cannot be asked."""


@dataclass(frozen=True, kw_only=True)
class DangerDetector:
    """Finds danger by rules and, where one was trained, by the model."""

    model: DangerModel | None = None

    def assess(self, text: str, *, context: Context, alone: bool = False) -> Danger:
        """Return the danger in a text said into a context.

        Beside the assistant only the rules speak before it is asked: what it reads by meaning is surer than spelling. When it cannot be
        asked (`alone`), the model counts too, and may doubt.
        """
        by_rules = read_danger(text, context=context)
        if not alone:
            is_clear = by_rules.level == CLEAR
            return as_likely(by_rules, self._chance(text), text=text, context=context) if is_clear else by_rules
        return combine(
            by_rules,
            text=text,
            chances=self._chances(text),
            context=context,
            ask_from=FALLBACK_THRESHOLD,
            emergency_from=THRESHOLD,
        )

    def detect(self, text: str, *, alone: bool = False) -> str | None:
        """Return the danger intent of a text that belongs to no known context, None where it shows none."""
        chances = self._chances(text)
        kind = max(chances, key=lambda name: chances[name], default="")
        if alone and kind and chances[kind] >= FALLBACK_THRESHOLD:
            return kind
        found = self.assess(text, context=Context(), alone=True)
        return found.kind if found.level == CLEAR else None

    def join(self, before: Danger, reading: Reading | None, *, text: str, context: Context) -> Danger:
        """Return the danger by what was seen before the assistant was asked and by what the assistant read, if anything.

        What the assistant alone hears by meaning, in an ordinary conversation, must be likely by spelling too before somebody is asked
        whether they want to die.
        """
        if reading is None or before.level == CLEAR or before.parting:
            return before
        is_surer = reading.danger.level == CLEAR or (before.level == NONE and not before.passed)
        if not is_surer:
            return before
        heard = replace(reading.danger, told=before.told)
        is_alone = before.level == NONE and heard.level != NONE and context.safety == State.CALM
        chance = self._chance(text) if is_alone else 1.0
        if chance >= (BELIEVED_FROM if heard.level == CLEAR else ASKED_FROM):
            return heard
        # despair is often said in words that nobody else uses
        least = ASKED_FROM if heard.kind == VIOLENCE else ALMOST_NONE
        is_doubted = heard.level == CLEAR and chance >= least
        return replace(heard, level=DOUBT) if is_doubted else before

    def _chance(self, text: str) -> float:
        """Return the chance of any danger by spelling, 0 to 1; 1 where no model was trained."""
        return max(self._chances(text).values(), default=1.0)

    def _chances(self, text: str) -> dict[str, float]:
        if self.model is None:
            return {}
        intent, chance = self.model.predict(normalise(text))
        return {intent: chance}
