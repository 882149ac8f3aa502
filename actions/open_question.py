"""The one question that is asked beside an answer: for nothing that is known, nothing without an answer, and not again and again."""

from collections.abc import Mapping
from typing import Any

from actions.turn import Said, Turn
from understanding.known import names

MOST_TIMES_ASKED = 2
"""How often something is asked for in a conversation."""

ONCE = 1
"""The same where the person wants something else, or asks what comes next."""

ASKS = {"age_in_image": "age", "platform": "platform", "state": "state", "role": "role"}
"""The facts that are asked for, and the name of the choice (`ask_<name>`) that asks."""

SHOWN_AROUND = "shown_around"


def question_for(turn: Turn, *, most: int = MOST_TIMES_ASKED) -> tuple[Said, ...]:
    """Return the question that is open, nothing where everything is known or was asked `most` times in the conversation."""
    known = turn.known
    for fact in turn.table.asks(turn.topic, str(known.get("role") or "")):
        name = ASKS[fact]
        asked = sum(key in (f"ask.{name}", f"ask.{name}.again") for key in turn.context.said)
        if not (known.get(fact) or asked >= most or _is_needless(fact, known) or _was_passed_over(fact, turn)):
            return (Said(key=f"plan.ask_{name}"),)
    return ()


def _is_needless(fact: str, known: Mapping[str, Any]) -> bool:
    """Tell whether a question has no answer: what goes round among people who know each other is on no site."""
    return fact == "platform" and SHOWN_AROUND in names(known.get("state"))


def _was_passed_over(fact: str, turn: Turn) -> bool:
    """Tell whether the question was asked just now and the person told something else: that is taken up first, and it is asked again later."""
    return turn.context.asked == fact and turn.news
