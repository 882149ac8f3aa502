"""What the tests of decisions share: readings in few words, and a conversation that goes on from turn to turn."""

from dataclasses import replace
from typing import Any

from actions.decide import decide
from actions.table import Table
from actions.turn import Decision
from understanding.context import Context
from understanding.known import merge
from understanding.reading import Need, Reading


def read(*needs: str, confidence: float = 0.9, **fields: Any) -> Reading:
    """Return a reading in few words."""
    return Reading(**{"language": "ja", "needs": tuple(Need(need, confidence) for need in needs), **fields})


def keys(decision: Decision) -> list[str]:
    return [said.key for said in decision.said]


class Conversation:
    """Goes through several turns, handing over what became known, as the conversation does."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.context = Context()

    def hear(self, reading: Reading) -> list[str]:
        decision = decide(reading, context=self.context, table=self.table)
        facts = {name: value for name, value in decision.facts.items() if name != "topic"}
        names = {
            "plan.ask_age": "age_in_image",
            "plan.ask_platform": "platform",
            "plan.ask_state": "state",
            "plan.ask_role": "role",
        }
        said = tuple(key.replace("plan.ask_", "ask.") for key in keys(decision))
        self.context = replace(
            self.context,
            asked=names.get(keys(decision)[-1], ""),
            topic=str(decision.facts.get("topic") or self.context.topic),
            known=merge(self.context.known, facts, answered=self.context.asked),
            said=(*self.context.said, *said),
            offered=decision.offered,
        )
        return keys(decision)
