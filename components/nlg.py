"""How Rasa speaks to the conversation: keys, with what was understood beside them."""

from typing import Any, Dict, Optional

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

RANKED = 5
"""Intents of the ranking that are passed on."""


class KeySpeaker(TemplatedNaturalLanguageGenerator):
    """Give each response's key (`custom: {say: ...}`) with the turn's understanding and the slots; never words."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None) -> None:
        """Take the responses of the domain."""
        super().__init__((domain or Domain.empty()).responses)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        """Return `{"custom": {"say", "with", "understood"}}`.

        A rule's response has its key in the domain; an action gives the key itself, which is no name in the domain.
        """
        response = await super().generate(utter_action, tracker, output_channel)
        said = response["custom"] if response else {"say": utter_action}
        return {"custom": {**said, "with": kwargs, "understood": _understood(tracker)}}


def _understood(tracker: DialogueStateTracker) -> Dict[str, Any]:
    heard = tracker.latest_message.parse_data if tracker.latest_message else {}
    ranking = [entry for entry in heard.get("intent_ranking", []) if entry["name"] != "nlu_fallback"]
    return {
        "intent": heard.get("intent", {}),
        "ranking": ranking[:RANKED],
        "entities": [{key: entity[key] for key in ("entity", "value")} for entity in heard.get("entities", [])],
        "slots": {name: value for name, value in tracker.current_slot_values().items() if value is not None},
    }
