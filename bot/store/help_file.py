"""Reads which help pages there are, and for whom, from data/guidance/help.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError
from bot.guidance.facts import Texts
from bot.guidance.help_pages import HelpPlan, HelpTopic, Reader
from bot.guidance.plan import AGES, ROLES
from bot.language import Language

NAME = "help.yml"
_GROUPS = ("harmed", "near", "made")


def read_help(folder: Path) -> HelpPlan:
    """Return the plan of the help pages; raise GuidanceError with the key if the file is invalid."""
    content = _content(folder / NAME)
    readers = {key: _of(key, fields, _reader) for key, fields in content["readers"].items()}
    topics = {key: _of(key, {"for": list(readers), **fields}, _topic) for key, fields in content["topics"].items()}
    for topic in topics.values():
        if unknown := set(topic.readers) - set(readers):
            raise GuidanceError(f"data/guidance/{NAME}: {topic.key}: unknown {', '.join(sorted(unknown))}")
    return HelpPlan(readers=readers, topics=topics, urgent=tuple(content["urgent"]), listens=tuple(content["listens"]))


def _content(file: Path) -> Mapping[str, Any]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        return {name: content[name] for name in ("readers", "topics", "urgent", "listens")}
    except (OSError, yaml.YAMLError, TypeError, KeyError) as fault:
        raise GuidanceError(f"data/guidance/{NAME}: {fault}") from fault


def _of(key: str, fields: Mapping[str, Any], build: Any) -> Any:
    try:
        return build(key, fields)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise GuidanceError(f"data/guidance/{NAME}: {key}: {type(fault).__name__} {fault}") from fault


def _reader(key: str, fields: Mapping[str, Any]) -> Reader:
    return Reader(
        key=key,
        group=_GROUPS[_GROUPS.index(fields["group"])],
        roles=(ROLES[ROLES.index(fields["role"])],),
        age=AGES[AGES.index(fields["age"])],
        name=_texts(fields["name"]),
        about=_texts(fields["about"]),
    )


def _topic(key: str, fields: Mapping[str, Any]) -> HelpTopic:
    return HelpTopic(
        key=key,
        name=_texts(fields["name"]),
        about=_texts(fields["about"]),
        readers=tuple(fields["for"]),
        say=tuple(fields["say"]),
        intents=tuple(fields.get("intents") or ()),
        contacts=tuple(fields.get("contacts") or ()),
        has_places=bool(fields.get("places")),
    )


def _texts(texts: Mapping[str, str]) -> Texts:
    return {language: texts[language.value].strip() for language in Language}
