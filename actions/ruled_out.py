"""Which questions are not taken for asked, however near their wordings are: what is known rules them out."""

from actions.topics import OF_A_THREAT, QUESTIONS, REMOVAL, RULED_OUT, THREAT
from actions.trust import CERTAIN_AGAIN, CERTAIN_BESIDE, CERTAIN_IN_CALM, SURE, SURE_BESIDE_REMOVAL
from actions.turn import Turn
from understanding.ages import ADULT_FROM
from understanding.known import names
from understanding.people import HELPERS
from understanding.reading import NONE, Danger

IN_DANGER = frozenset(
    {
        "now_emergency_words",
        "now_panic",
        "now_ambulance_or_police",
        "now_ambulance_words",
        "now_pills_taken",
        "now_cannot_phone",
    }
)
"""Questions that are asked in danger: in calm, words for a call to the school are near to words for the ambulance."""

_OF_NO_HARM = "only_worried"
"""Not asked where harm is told in the same breath."""

_OF_WORK = "work_"
"""How the questions begin that somebody under 18 does not ask of a workplace: what they fear of school is near to it."""


def sure_from(turn: Turn) -> float:
    """Return from which trust a question is answered, by what else the message may be about; who insists is not left with a step."""
    if turn.reading.protests:
        return 0.0
    if turn.first == REMOVAL and turn.confidence >= CERTAIN_BESIDE:
        return SURE_BESIDE_REMOVAL
    return SURE if turn.first in QUESTIONS else 0.0


def is_ruled_out(turn: Turn) -> bool:
    """Tell whether what is known rules the question out, or it was answered before and is not clearly asked again.

    Somebody who is not threatened asks nothing about a threat: "not posted yet" alone is a fact.
    """
    was_answered = turn.context.has_said(f"question.{turn.reading.question}.")
    if was_answered and turn.reading.question_confidence < CERTAIN_AGAIN:
        return True
    is_calm = turn.context.safety == "calm" and turn.reading.danger.level == NONE
    if is_calm and turn.reading.question in IN_DANGER and turn.reading.question_confidence < CERTAIN_IN_CALM:
        return True
    is_threatened = THREAT in (turn.topic, *turn.needs) or "threatened" in names(turn.known.get("state"))
    if turn.reading.question.startswith(OF_A_THREAT) and not is_threatened:
        return True
    return is_against(turn.reading.question, turn)


def _is_without_harm(turn: Turn) -> bool:
    """Tell whether no harm or danger is told, nor for whom somebody writes."""
    return turn.reading.danger == Danger() and not (turn.known.get("state") or turn.known.get("role") in HELPERS)


def is_given(turn: Turn) -> bool:
    """Tell whether the answer that an intent has is of no use: what it advises was done, or it was given and is not clearly asked for again."""
    if turn.opens_topic and turn.reading.facts.get("state") and turn.confidence < CERTAIN_BESIDE:
        return True  # what happened is told for the first time, and nothing is surely asked
    if turn.first == "preserve_evidence" and turn.reading.facts.get("did"):
        return True
    return turn.context.has_said(turn.table.topic(turn.first).say[0]) and turn.confidence < CERTAIN_AGAIN


def is_against(question: str, turn: Turn) -> bool:
    """Tell whether what is known rules a question out."""
    if question == _OF_NO_HARM and not _is_without_harm(turn):
        return True
    fact, value = RULED_OUT.get(question, ("", ""))
    is_of_work = question.startswith(_OF_WORK) and str(turn.known.get("role") or "self") == "self"
    is_a_child = turn.known.get("age_in_image") == "under_18" and int(turn.known.get("age_now") or 0) < ADULT_FROM
    return (bool(fact) and value in names(turn.known.get(fact))) or (is_of_work and is_a_child)
