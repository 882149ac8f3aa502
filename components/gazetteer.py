"""Extracts entities by lists (services, roles, states, prefectures) and ages by patterns."""

from pathlib import Path
from typing import Any, Dict, List, Tuple

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from understanding.ages import ages, band
from understanding.gazetteer import Tables
from understanding.normalise import normalise

HELPING = "helping_someone"
THREAT = "threatened_extortion"


def tables(*, platforms: Path, words: Path) -> Tables:
    """Return the lists of the YAML files (see data/guidance/platforms.yml and data/gazetteer.yml)."""
    services = yaml.safe_load(platforms.read_text(encoding="utf-8"))["platforms"]
    return Tables(platforms=services, words=yaml.safe_load(words.read_text(encoding="utf-8")))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GazetteerExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities platform, age, age_in_image, role, state and prefecture; it runs after the intent classifier."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the paths of the lists, relative to the project's root."""
        return {"platforms": "data/guidance/platforms.yml", "words": "data/gazetteer.yml"}

    def __init__(self, config: Dict[str, Any]) -> None:
        """Read the lists."""
        self._tables = tables(platforms=Path(config["platforms"]), words=Path(config["words"]))

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "GazetteerExtractor":
        """Create the component."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the entities of each message that has text."""
        for message in messages:
            if message.get(TEXT):
                intent = (message.get(INTENT) or {}).get("name", "")
                found = self._entities(normalise(message.get(TEXT)), intent)
                known = message.get(ENTITIES, [])
                message.set(ENTITIES, known + self.add_extractor_name(found), add_to_output=True)
        return messages

    def _entities(self, text: str, intent: str) -> List[Dict[str, Any]]:
        found = [_entity("platform", *hit) for hit in self._tables.services(text)]
        years = ages(text)
        found += [_entity("age", age.value, age.start, age.end) for age in years]
        in_image = band(years, about_self=intent != HELPING)
        if in_image:
            found.append(_entity("age_in_image", in_image, years[0].start, years[0].end))
        found += [_entity("role", *hit) for hit in self._role(text, intent)]
        found += [_entity("state", *hit) for hit in self._state(text, intent)]
        return found + [_entity("prefecture", *hit) for hit in self._tables.first("prefecture", text)[:1]]

    def _role(self, text: str, intent: str) -> List[Tuple[str, int, int]]:
        hits = self._tables.first("role", text)
        return [hit for hit in hits if (hit[0] != "self") == (intent == HELPING)][:1]

    def _state(self, text: str, intent: str) -> List[Tuple[str, int, int]]:
        hits = self._tables.first("state", text)
        order = ("threatened", "posted", "made") if intent == THREAT else ("posted", "made", "threatened")
        return sorted(hits, key=lambda hit: order.index(hit[0]))[:1]


def _entity(entity: str, value: str, start: int, end: int) -> Dict[str, Any]:
    return {"entity": entity, "value": value, "start": start, "end": end}
