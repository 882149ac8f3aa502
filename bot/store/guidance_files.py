"""Reads the shipped guidance: facts and structure from YAML, words from gettext catalogues."""

import gettext
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.additions import Addition
from bot.guidance.catalogue import Button, Catalogue, Entry
from bot.guidance.confirm import CONFIRM, note_with_confirm
from bot.guidance.errors import GuidanceError
from bot.guidance.plan import AGES, ROLES, Detour, Plans, Topic, Variant
from bot.guidance.question_entries import with_questions
from bot.guidance.questions import Questions
from bot.language import Language
from bot.store.fact_files import contact_of, link_of, platform_of, source_of
from bot.store.paper_file import read_papers
from bot.store.question_files import FOLDER, read_questions
from bot.store.yaml_text import read_yaml

DOMAIN = "guidance"


class ShippedWords:
    """The words in locales/*/LC_MESSAGES/guidance.mo."""

    def __init__(self, locales: Path) -> None:
        """Read both catalogues; raise GuidanceError if one is not compiled."""
        self._words = {language: _catalogue(locales, language) for language in Language}

    def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
        """Return the words of a key; files have no editions."""
        del edition
        words = self._words[language].gettext(key)
        return words if words != key else None


def _catalogue(locales: Path, language: Language) -> gettext.GNUTranslations:
    file = locales / language.value / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.exists():
        raise GuidanceError(f"{file} is missing: run scripts/run or scripts/test once, they compile it")
    with file.open("rb") as opened:
        return gettext.GNUTranslations(opened)


def read_catalogue(*, folder: Path, locales: Path) -> Catalogue:
    """Return the shipped guidance; raise GuidanceError with file and key if a file is invalid.

    A question with a fault is left out and the fault is noted in `questions.faults`: it keeps nobody from being answered.
    """
    read = {
        name: _yaml(folder / f"{name}.yml")
        for name in ("entries", "buttons", "contacts", "links", "platforms", "sources", "plans")
    }
    sources = _each(read, "sources", source_of)
    catalogue = Catalogue(
        entries=_each(read, "entries", _entry),
        buttons=_each(read, "buttons", _button),
        contacts=_each(read, "contacts", contact_of(sources)),
        links=_each(read, "links", link_of(sources)),
        platforms=_each(read, "platforms", platform_of),
        sources=sources,
        plans=_plans(read["plans"]),
        words=ShippedWords(locales),
        papers=read_papers(folder),
    )
    checked = read_questions(folder / FOLDER, catalogue=catalogue)
    faults = [str(fault) for fault in checked.faults]
    return with_questions(catalogue, Questions(checked.questions, faults=faults))


def _yaml(file: Path) -> dict[str, Any]:
    try:
        content = read_yaml(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault
    if not isinstance(content, dict):
        raise GuidanceError(f"{file}: expected a mapping")
    return content


def _each(read: Mapping[str, Any], name: str, build: Any) -> dict[str, Any]:
    built = {}
    for key, fields in read[name][name].items():
        try:
            built[str(key)] = build(str(key), fields, read[name])
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise GuidanceError(f"data/guidance/{name}.yml: {key}: {type(fault).__name__} {fault}") from fault
    return built


def _entry(key: str, fields: Mapping[str, Any], _file: Mapping[str, Any]) -> Entry:
    lists = {name: tuple(fields.get(name) or ()) for name in ("contacts", "links", "buttons")}
    whom = fields.get("for") or {}
    _refuse_unknown(whom, ("roles", "ages"))
    confirm = tuple(fields.get("confirm") or ())
    _refuse_unknown(confirm, tuple(CONFIRM))
    return Entry(
        key=key,
        note=note_with_confirm(fields["note"], confirm),
        confirm=confirm,
        platform_links=bool(fields.get("platform_links")),
        roles=_among(whom.get("roles", ROLES), ROLES),
        ages=_among(whom.get("ages", AGES), AGES),
        **lists,
    )


def _among(names: Any, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return names of a closed list; `skipped` is the same as not known. Raise ValueError for any other."""
    found = tuple(dict.fromkeys("" if name == "skipped" else str(name) for name in names))
    _refuse_unknown(found, allowed)
    if not found:
        raise ValueError("nobody is named")
    return found


def _refuse_unknown(names: Any, allowed: tuple[str, ...]) -> None:
    unknown = sorted({str(name) for name in names} - set(allowed))
    if unknown:
        raise ValueError(f"unknown {', '.join(unknown)}")


def _button(key: str, fields: Mapping[str, Any], _file: Mapping[str, Any]) -> Button:
    return Button(key=key, payload=fields["payload"])


def _plans(content: Mapping[str, Any]) -> Plans:
    return Plans(
        choices={
            name: tuple(_of("choice", name, line, _variant) for line in lines)
            for name, lines in content["choices"].items()
        },
        plans={name: tuple(steps) for name, steps in content["plans"].items()},
        topics={name: _of("topic", name, fields, _topic) for name, fields in content["topics"].items()},
        by_role=tuple(_of("by_role", str(line), line, _detour) for line in content.get("by_role") or ()),
        instead={str(step): str(way) for step, way in (content.get("instead") or {}).items()},
        added=tuple(_of("added", str(line), line, _addition) for line in content.get("added") or ()),
        phrases=tuple(content.get("phrases") or ()),
    )


def _of(kind: str, name: str, fields: Mapping[str, Any], build: Any) -> Any:
    try:
        return build(fields)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise GuidanceError(f"data/guidance/plans.yml: {kind} {name}: {type(fault).__name__} {fault}") from fault


def _variant(line: Mapping[str, Any]) -> Variant:
    return Variant(say=line["say"], when=_when(line), then=tuple(line.get("then") or ()))


def _topic(fields: Mapping[str, Any]) -> Topic:
    return Topic(
        plan=fields.get("plan") or "",
        say=tuple(fields.get("say", ())),
        heard=fields.get("heard") or "",
        asks=tuple(fields.get("asks") or ()),
        role=_among([fields.get("role") or ""], ROLES)[0],
    )


def _detour(line: Mapping[str, Any]) -> Detour:
    asks = line.get("asks")
    return Detour(when=_when(line), plan=line.get("plan") or "", asks=None if asks is None else tuple(asks))


def _addition(line: Mapping[str, Any]) -> Addition:
    after, before = line.get("after") or "", line.get("before") or ""
    return Addition(step=line["step"], when=_when(line), after=after, before=before)


def _when(line: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the conditions of a line; roles and ages are of closed lists."""
    when = {name: tuple(allowed) for name, allowed in (line.get("when") or {}).items()}
    closed = {"role": ROLES, "age": AGES}
    return {name: _among(allowed, closed[name]) if name in closed else allowed for name, allowed in when.items()}
