"""What is said to somebody who takes leave, says what they will do later, or asks for a moment: no step comes after it."""

from collections.abc import Mapping

from actions.topics import GENERAL, SMALL_TALK, WISHES
from actions.turn import Decision, Said, Turn
from understanding.reading import BYE, LATER, WAIT

_SAID: Mapping[str, str] = {BYE: "goodbye", LATER: "leaving.plan", WAIT: "leaving.wait"}


def leaving(turn: Turn) -> Decision | None:
    """Who leaves in other words than a farewell is let go kindly, in the middle of a journey too."""
    key = _SAID.get(turn.reading.answer)
    goes_on = turn.reading.asks or turn.reading.question or turn.news
    is_small = (
        turn.first in ("", "goodbye", turn.context.topic, *SMALL_TALK, *GENERAL) and turn.first not in WISHES[:-1]
    )
    if key is None or goes_on or not turn.context.topic or not is_small:
        return None
    return Decision(said=(Said(key=key),), facts=turn.facts, offered=turn.context.offered)
