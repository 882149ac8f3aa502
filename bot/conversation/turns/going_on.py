"""Tells whether somebody goes on with what they came for by themselves, after danger or doubt."""

from understanding.reading import DONE, NEXT, Reading

CERTAIN = 0.5
"""Confidence from which a need counts as meant."""

CERTAIN_BESIDE_RELIEF = 0.7
"""Trust from which a question is believed beside relief: what is told there is near to many a question."""

_FELT = "now_"
"""The beginning of questions that are about the moment, not about the image: who only tells is near to many of them."""

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


_ONLY_TOLD = frozenset({"helping_someone", "i_am_minor"})
"""Needs that are told in passing: whom it is about, how old they are."""


def goes_on(reading: Reading) -> bool:
    """Tell whether a message goes on with the form or the plan: a fact for it, a wish that is meant, or asking what comes next."""
    is_told = not reading.danger.passed and bool(FORM & {*reading.facts} or _meant(reading) & _ONLY_TOLD)
    return asks_for_it(reading) or is_told or reading.answer in (DONE, NEXT)


def asks_for_it(reading: Reading) -> bool:
    """Tell whether a message wants something of the form or the plan, and does not only tell a fact for it."""
    least = CERTAIN_BESIDE_RELIEF if reading.danger.passed else 0.0
    is_felt = reading.tells and reading.question.startswith(_FELT)
    asks = bool(reading.question) and reading.question_confidence >= least and not is_felt
    return asks or bool(_meant(reading) - (_ONLY_TOLD if reading.tells else frozenset()))


def _meant(reading: Reading) -> frozenset[str]:
    return frozenset(need.intent for need in reading.needs if need.confidence >= CERTAIN) - _NOT_MEANT
