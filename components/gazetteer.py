"""Extracts entities by lists (services, roles, states, prefectures) and ages by patterns."""

import re
from pathlib import Path
from typing import Any, Dict, Iterable, List, Tuple

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from understanding.ages import ages, band
from understanding.normalise import normalise

HELPING = "helping_someone"
THREAT = "threatened_extortion"
_LATIN = re.compile(r"[a-z0-9]")
_KATAKANA = re.compile(r"[ァ-ヶー]")
_SHORT_AFTER = r"(?=に|で|の|から|上|へ|を|が|も|と|、|や|って|アカ|垢)"
_SHORT_BEFORE = r"\b(?:on|from|via|using|through|into|both|and) "


def _pattern(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Return a pattern that matches any of the names, longest first; Latin names match only as whole words."""
    parts = []
    for name in sorted({normalise(str(name)) for name in names}, key=len, reverse=True):
        left = r"(?<![a-z0-9])" if _LATIN.match(name[0]) else r"(?<![ァ-ヶー])" if _KATAKANA.match(name[0]) else ""
        right = r"(?![a-z0-9])" if _LATIN.match(name[-1]) else ""
        parts.append(left + re.escape(name) + right)
    return re.compile("|".join(parts)) if parts else None


def _short_pattern(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Return a pattern for names that are also common words or letters: they count only next to a particle or `on`."""
    parts = [re.escape(normalise(str(name))) for name in names]
    if not parts:
        return None
    any_name = "(?:" + "|".join(sorted(parts, key=len, reverse=True)) + ")"
    whole = rf"(?<![a-z0-9ァ-ヶー]){any_name}(?![a-z0-9])"
    return re.compile(
        rf"{_SHORT_BEFORE}{any_name}(?![a-z0-9])|{whole} ?{_SHORT_AFTER}|^{any_name}$|(?<![a-z0-9]){any_name}\.com"
    )


class Tables:
    """The lists as patterns, one for each value."""

    def __init__(self, *, platforms: Path, words: Path) -> None:
        """Read the YAML files (see data/guidance/platforms.yml and data/gazetteer.yml)."""
        services = yaml.safe_load(platforms.read_text(encoding="utf-8"))["platforms"]
        lists = yaml.safe_load(words.read_text(encoding="utf-8"))
        self.platform: List[Tuple[str, Any]] = []
        for key, service in services.items():
            self.platform.append((key, _pattern(service.get("names", []))))
            self.platform.append((key, _short_pattern(service.get("short_names", []))))
        self.lists = {
            entity: [(key, _pattern(names)) for key, names in values.items()] for entity, values in lists.items()
        }

    def services(self, text: str) -> List[Tuple[str, int, int]]:
        """Return (service, start, end) once for each service named, in the order of the text."""
        seen: Dict[str, Tuple[str, int, int]] = {}
        for hit in _search(self.platform, text):
            seen.setdefault(hit[0], hit)
        return list(seen.values())

    def first(self, entity: str, text: str) -> List[Tuple[str, int, int]]:
        """Return the matches of one list in the order of the text."""
        return _search(self.lists[entity], text)


def _search(patterns: Iterable[Tuple[str, Any]], text: str) -> List[Tuple[str, int, int]]:
    hits = [
        (key, match.start(), match.end()) for key, pattern in patterns if pattern for match in pattern.finditer(text)
    ]
    longest = [hit for hit in hits if not any(_inside(hit, other) for other in hits)]
    return sorted(longest, key=lambda hit: (hit[1], -hit[2]))


def _inside(hit: Tuple[str, int, int], other: Tuple[str, int, int]) -> bool:
    return other[1] <= hit[1] and hit[2] <= other[2] and (other[2] - other[1]) > (hit[2] - hit[1])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GazetteerExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities platform, age, age_in_image, role, state and prefecture; it runs after the intent classifier."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the paths of the lists, relative to the project's root."""
        return {"platforms": "data/guidance/platforms.yml", "words": "data/gazetteer.yml"}

    def __init__(self, config: Dict[str, Any]) -> None:
        """Read the lists."""
        self._tables = Tables(platforms=Path(config["platforms"]), words=Path(config["words"]))

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
