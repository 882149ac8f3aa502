"""What is said to somebody who asks what nothing here answers: that, and what may come near, before anything else goes on."""

from actions.topics import FEELING, GENERAL, REMOVAL, SEARCH
from actions.trust import CERTAIN_BESIDE
from actions.turn import Decision, Said, Turn
from understanding.reading import NO_ANSWER

_ASKED, _HEARD = "asked", "plan.heard_distress"
_ANSWERED_BY_STEPS = (REMOVAL, SEARCH)
"""Questions that the next steps answer."""

_NEAR_EVERYTHING = ("helping_someone",)
"""Topics whose sentences are so many that nearly anything asked in them is near."""


def insisted(turn: Turn) -> tuple[Said, ...]:
    """Return that no answer is ready, for who says once more what they asked; nothing for everybody else."""
    reading = turn.reading
    is_insisted = reading.asks and reading.protests and not reading.question
    return (Said(key=_ASKED, questions=reading.near),) if is_insisted else ()


def unanswered(turn: Turn) -> Decision | None:
    """Who asks something in the middle of a journey, and no answer is near, is told so: a step in its place would pass the question over."""
    reading = turn.reading
    is_open = reading.asks and not reading.question and reading.answer == NO_ANSWER
    if not is_open or turn.opens_topic or not turn.table.has_plan(turn.topic):
        return None
    is_of_topic = turn.first in (*_ANSWERED_BY_STEPS, turn.topic) and turn.first not in _NEAR_EVERYTHING
    is_served = is_of_topic and turn.confidence >= CERTAIN_BESIDE
    if is_served or turn.first not in ("", FEELING, turn.topic, *GENERAL):
        return None
    heard = (Said(key=_HEARD),) if FEELING in turn.needs and not turn.context.has_said("heard.distress") else ()
    return Decision(
        said=(*heard, Said(key=_ASKED, questions=reading.near)),
        facts={**turn.facts, "topic": turn.topic},
        offered=turn.context.offered,
    )
