"""Reads data/guidance/papers.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError
from bot.guidance.facts import Texts
from bot.guidance.papers import CONDITIONS, Audience, Field, Line, Option, Paper, Papers
from bot.guidance.plan import AGES, ROLES
from bot.language import Language
from bot.store.yaml_text import read_yaml

FILE = "papers.yml"
_NAMED = f"data/guidance/{FILE}"
_LANGUAGES = tuple(language.value for language in Language)
_PAPER = (
    "note", "confirm", "for", "asks_place", "repeats", "title", "about", "limits", "fields", "text", "contacts",
    "links", "kind_links", "beside",
)  # fmt: skip
_LINE = ("when", "optional", "each", *_LANGUAGES)


def read_papers(folder: Path) -> Papers:
    """Return the papers in a folder; raise GuidanceError with file, paper and reason if the file is invalid."""
    try:
        content = read_yaml((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as fault:
        raise GuidanceError(f"{_NAMED}: {fault}") from fault
    if not isinstance(content, dict) or not isinstance(content.get("papers"), dict):
        raise GuidanceError(f"{_NAMED}: expected `papers:` with papers below it")
    kinds = {str(kind): tuple(places) for kind, places in (content.get("kinds") or {}).items()}
    return Papers({str(key): _read(str(key), fields) for key, fields in content["papers"].items()}, kinds=kinds)


def _read(key: str, fields: Any) -> Paper:
    try:
        return _paper(key, fields)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise GuidanceError(f"{_NAMED}: {key}: {type(fault).__name__} {fault}") from fault


def _paper(key: str, fields: Mapping[str, Any]) -> Paper:
    _only(fields, _PAPER)
    lists = {name: tuple(fields.get(name) or ()) for name in ("confirm", "contacts", "links", "beside")}
    return Paper(
        key=key,
        note=fields["note"],
        audiences=tuple(map(_audience, fields["for"])),
        title=_texts(fields["title"]),
        about=_texts(fields["about"]),
        limits=tuple(map(_line, fields["limits"])),
        fields={str(name): _field(one) for name, one in fields["fields"].items()},
        lines=tuple(map(_line, fields["text"])),
        asks_place=bool(fields.get("asks_place")),
        repeats=bool(fields.get("repeats")),
        kind_links={kind: tuple(links) for kind, links in (fields.get("kind_links") or {}).items()},
        **lists,
    )


def _audience(fields: Mapping[str, Any]) -> Audience:
    _only(fields, ("roles", "ages"))
    found = Audience(roles=tuple(fields.get("roles") or ROLES), ages=tuple(fields.get("ages") or AGES))
    _only(found.roles, ROLES)
    _only(found.ages, AGES)
    return found


def _line(fields: Mapping[str, Any]) -> Line:
    _only(fields, _LINE)
    when = {name: tuple(allowed) for name, allowed in (fields.get("when") or {}).items()}
    _only(when, CONDITIONS)
    _only(when.get("role", ()), ROLES)
    _only(when.get("age", ()), AGES)
    return Line(
        texts=_texts({language: fields[language] for language in _LANGUAGES}),
        when=when,
        optional=bool(fields.get("optional")),
        each=bool(fields.get("each")),
    )


def _field(fields: Mapping[str, Any]) -> Field:
    _only(fields, ("label", "hint", "blank", "rows", "options", "otherwise"))
    options = [Option(label=_texts(one["label"]), text=_texts(one["text"])) for one in fields.get("options") or ()]
    return Field(
        label=_texts(fields["label"]),
        hint=_texts(fields.get("hint")),
        blank=_texts(fields.get("blank")),
        otherwise=_texts(fields.get("otherwise")),
        rows=int(fields.get("rows") or 1),
        options=tuple(options),
    )


def _texts(texts: Any) -> Texts:
    _only(texts or {}, _LANGUAGES)
    return {language: str((texts or {}).get(language.value, "")).strip() for language in Language}


def _only(names: Any, allowed: tuple[str, ...]) -> None:
    """Raise ValueError for a name of no list, such as a field that is misspelt."""
    if unknown := sorted({str(name) for name in names} - set(allowed)):
        raise ValueError(f"unknown {', '.join(unknown)}")
