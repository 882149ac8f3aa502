"""Tells whether somebody goes on with what they came for by themselves, after danger or doubt."""

from understanding.reading import DONE, NEXT, Reading

CERTAIN = 0.5
"""Confidence from which a need counts as meant."""

CERTAIN_BESIDE_RELIEF = 0.7
"""Trust from which a question is believed beside relief: what is told there is near to many a question."""

_FELT = "now_"
"""The beginning of questions that are about the moment, not about the image."""

FORM = frozenset(
    {"platform", "age_in_image", "age_now", "state", "exposed", "file_on_device", "reported", "paid", "prefecture"}
)
"""Facts that the way to help depends on; who tells one goes on."""

_NOT_MEANT = frozenset(
    {
        "affirm", "chitchat", "deny", "emotional_distress", "goodbye", "greet", "thanks", "abusive_to_bot", "out_of_scope",
        "crisis_suicide", "crisis_self_harm", "immediate_danger",
    }
)  # fmt: skip
"""Needs that ask for nothing of the form."""


def goes_on(reading: Reading) -> bool:
    """Tell whether a message goes on with the form or the plan: a fact for it, a wish that is meant, or asking what comes next."""
    meant = any(need.confidence >= CERTAIN and need.intent not in _NOT_MEANT for need in reading.needs)
    least = CERTAIN_BESIDE_RELIEF if reading.danger.passed else 0.0
    asks = bool(reading.question) and reading.question_confidence >= least and not reading.question.startswith(_FELT)
    return meant or asks or bool(FORM & {*reading.facts}) or reading.answer in (DONE, NEXT)
