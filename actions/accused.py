"""What is said to somebody who is accused of a deed and says that they did not do it: no journey of a maker, and none of somebody harmed."""

from actions.topics import THREAT, is_accused
from actions.turn import Decision, Said, Turn

_NAMED, _ACCUSED = "question.accused_named_online", "question.accused_wrongly"
_READ, _ASKED = "heard.more.told", "asked"
_NAMED_BY = ("doxxed", "takedown_how")
"""Topics that somebody sounds like who is named in public as the one who did it."""


def accused(turn: Turn) -> Decision | None:
    """Who is accused and tells more is answered as that, each answer once; then what they write was read."""
    tells_of_it = turn.table.has_plan(turn.first) or (not turn.first and (turn.news or turn.reading.asks))
    if not is_accused(turn.reading, turn.context) or turn.topic == THREAT or not tells_of_it:
        return None
    is_named = turn.first in _NAMED_BY or bool(turn.places)
    keys = [key for key in ([_NAMED] if is_named else []) + [_ACCUSED] if not turn.context.has_said(key)]
    heard = Said(key=_ASKED if turn.reading.asks else _READ, questions=turn.reading.near)
    said = Said(key=keys[0]) if keys and not turn.reading.asks else heard
    return Decision(said=(said,), facts=turn.facts, offered=turn.context.offered)
