"""What the buttons about safety tell of danger."""

from bot.conversation.danger.detector import DANGER_INTENTS
from bot.conversation.danger.ladders import UNSAID
from bot.conversation.danger.moves import State
from bot.conversation.danger.state import SafetyState
from understanding.danger_text import VIOLENCE, WISH
from understanding.reading import CLEAR, Danger

SAFE, NOT_SAFE = "say:crisis.safe_now", "say:crisis.not_safe"
OTHER_SAFE, OTHER_NOT_SAFE = "say:eased.other", "say:crisis.other.ask"
RELIEF = {SAFE: Danger(passed=True), OTHER_SAFE: Danger(about="other", passed=True)}


def danger_of_button(payload: str, safety: SafetyState) -> Danger:
    """Return the danger that pressing a button tells of: clear, passed, or none; "not safe" is about what was spoken of."""
    kind, _, topic = payload.partition(":")
    if kind == "topic" and topic in DANGER_INTENTS:
        return Danger(level=CLEAR, kind=topic)
    if payload in (NOT_SAFE, OTHER_NOT_SAFE):
        return _not_safe(safety, about="other" if payload == OTHER_NOT_SAFE else "self")
    return RELIEF.get(payload, Danger())


def _not_safe(safety: SafetyState, *, about: str) -> Danger:
    if safety.state is not State.CALM and safety.kind and safety.about == about:
        return Danger(level=CLEAR, kind=safety.kind, about=about, means=safety.means)
    if about == "other":
        return Danger(level=CLEAR, kind=WISH, about=about)
    return Danger(level=CLEAR, kind=VIOLENCE, means=UNSAID)
