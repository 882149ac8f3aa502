"""What is said to somebody who only begins: that they are heard, before anything is asked or any step is named."""

from actions.topics import FEELING, GENERAL
from actions.trust import CERTAIN_BESIDE
from actions.turn import Decision, Said, Turn

_GREETING = "greet"
_TELLS_NOTHING = ("role", "age_now", "prefecture")
"""Facts that tell who somebody is, and nothing of what happened."""


def opening(turn: Turn) -> Decision | None:
    """Who greets, or announces what they want to tell, and tells nothing of it yet, is heard and may begin where they like."""
    reading = turn.reading
    tells = set(reading.facts) - set(_TELLS_NOTHING)
    is_open = not (turn.context.topic or tells or reading.question or reading.facts.get("role") not in (None, "self"))
    is_begun = reading.opens and turn.first in ("", _GREETING, FEELING, *GENERAL)
    if not is_open or not (is_begun or _only_greets(turn)):
        return None
    facts = {name: value for name, value in reading.facts.items() if name != "role"}
    return Decision(said=(Said(key=_GREETING, questions=reading.near),), facts=facts, offered=turn.context.offered)


def _only_greets(turn: Turn) -> bool:
    sure = [need.intent for need in turn.reading.needs if need.confidence >= CERTAIN_BESIDE]
    return sure == [_GREETING]
