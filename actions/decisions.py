"""The custom action of domain.yml: it hands what Rasa read to the decision, and says the keys."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.decide import decide
from actions.table import Table, read_table
from understanding.context import Context, context_of
from understanding.reading import NO, VALUE, YES, Need, Reading, reading_of

Events = list[dict[str, Any]]
LIKELIEST = 3
NO_TOPICS = frozenset(
    {
        "affirm", "deny", "greet", "goodbye", "thanks", "chitchat", "abusive_to_bot", "out_of_scope", "change_language",
        "help_menu", "crisis_suicide", "crisis_self_harm",
    }
)  # fmt: skip
"""Intents that are not offered as topics when a message was not understood."""


class Decide(Action):
    """Decides every turn."""

    def __init__(self, table: Table | None = None) -> None:
        """Use a table, by default the guidance's."""
        self._table = table or read_table()

    def name(self) -> str:
        """Return the name in domain.yml."""
        return "action_decide"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """Say the decision's keys, each with the facts and the needs that are left; it sets no slots."""
        message = tracker.latest_message
        context = context_of(message.get("metadata"))
        decision = decide(_reading(message, context), context=context, table=self._table)
        for said in decision.said:
            topics = list(said.topics) or (_likeliest(message) if said.key == "unclear" else [])
            dispatcher.utter_message(
                response=said.key,
                slots=dict(decision.facts),
                topics=topics,
                questions=list(said.questions),
                offered=list(decision.offered),
                platform=said.platform,
                correct=said.correct,
            )
        return []


def _reading(message: dict[str, Any], context: Context) -> Reading:
    """Return what a text was read into; a pressed button is read as what it says."""
    if message.get("reading"):
        return reading_of(message["reading"])
    intent = str((message.get("intent") or {}).get("name") or "")
    facts = {entity["entity"]: entity["value"] for entity in message.get("entities") or []}
    if facts:
        return Reading(facts=_listed(facts), answer=VALUE)
    answer = {"affirm": YES, "deny": NO}.get(intent, "none") if context.asked else "none"
    return Reading(needs=(Need(intent, 1.0),), answer=answer)


def _listed(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: [value] if name in ("platform", "state") else value for name, value in facts.items()}


def _likeliest(message: dict[str, Any]) -> list[str]:
    ranking = message.get("intent_ranking") or []
    return [entry["name"] for entry in ranking if entry["name"] not in NO_TOPICS][:LIKELIEST]
