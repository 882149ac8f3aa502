"""What is said to somebody who only begins: that they are heard, before anything is asked or any step is named."""

from collections.abc import Mapping
from typing import Any

from actions.topics import FEELING, GENERAL
from actions.trust import CERTAIN_BESIDE, CERTAIN_BESIDE_HARM
from actions.turn import Decision, Said, Turn
from understanding.people import HELPERS

_GREETING, _FOR_WHOM = "greet", "plan.greet_for_somebody"
_TELLS_NOTHING = frozenset({"role", "age_now", "prefecture"})
"""Facts that tell who somebody is, and nothing of what happened."""

_OF_WHOM = frozenset({"age_in_image"})
"""The same of somebody for whom they write: `my daughter, she is 16`."""

_UNTOLD = ("helping_someone", "i_made_or_shared_it")
"""What a message may sound like that says nothing of what happened."""

_ASKED_OF_THEM = "greet."
"""How the keys begin that ask somebody who writes for another what happened."""


def opening(turn: Turn) -> Decision | None:
    """Who greets, or announces what they want to tell, and tells nothing of it yet, is heard and may begin where they like."""
    if turn.context.topic:
        return None
    role = turn.reading.facts.get("role") or turn.context.role
    if role in HELPERS:
        return _opened(turn, _FOR_WHOM, facts=turn.reading.facts) if _tells_only_for_whom(turn) else None
    facts = {name: value for name, value in turn.reading.facts.items() if name != "role"}
    return _opened(turn, _GREETING, facts=facts) if _tells_nothing(turn) and role in ("", "self", None) else None


def _opened(turn: Turn, key: str, *, facts: Mapping[str, Any]) -> Decision:
    said = Said(key=key, questions=turn.reading.near)
    return Decision(said=(said,), facts=facts, offered=turn.context.offered)


def _tells_nothing(turn: Turn) -> bool:
    reading = turn.reading
    announces = reading.opens and turn.first in ("", _GREETING, FEELING, *GENERAL)
    is_begun = announces or _only_greets(turn) or (turn.first in _UNTOLD and not reading.names_harm)
    return is_begun and not (set(reading.facts) - _TELLS_NOTHING or reading.question)


def _tells_only_for_whom(turn: Turn) -> bool:
    """Tell whether somebody says for whom they write and nothing else: on which side that person is, nobody knows yet."""
    reading = turn.reading
    is_told = reading.names_harm or set(reading.facts) - _TELLS_NOTHING - _OF_WHOM
    is_asked = bool(reading.question) and reading.question_confidence >= CERTAIN_BESIDE_HARM
    is_open = turn.first in ("", _GREETING, *GENERAL) and not turn.context.has_said(_ASKED_OF_THEM)
    return is_open and not is_told and not is_asked


def _only_greets(turn: Turn) -> bool:
    sure = [need.intent for need in turn.reading.needs if need.confidence >= CERTAIN_BESIDE]
    return sure == [_GREETING]
