"""Rasa's response generator: it returns keys, never words, with what Rasa understood."""

from typing import Any, Dict, Optional

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from understanding.reading import READING

RANKED = 5
"""The number of intents of the ranking that are returned."""


class KeyResponseGenerator(TemplatedNaturalLanguageGenerator):
    """Returns each response's key (`custom: {say: ...}`) with the turn's intents, entities and reading."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None) -> None:
        """Use the responses of the domain."""
        super().__init__((domain or Domain.empty()).responses)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        """Return `{"custom": {"say", "with", "understood"}}`.

        A rule's response has its key in the domain. An action passes the key itself, which is not in the domain.
        """
        response = await super().generate(utter_action, tracker, output_channel)
        said = response["custom"] if response else {"say": utter_action}
        return {"custom": {**said, "with": kwargs, "understood": _understood(tracker)}}


def _understood(tracker: DialogueStateTracker) -> Dict[str, Any]:
    parsed = tracker.latest_message.parse_data if tracker.latest_message else {}
    return {
        "intent": parsed.get("intent", {}),
        "ranking": parsed.get("intent_ranking", [])[:RANKED],
        "entities": [{key: entity[key] for key in ("entity", "value")} for entity in parsed.get("entities", [])],
        "reading": parsed.get(READING),
    }
