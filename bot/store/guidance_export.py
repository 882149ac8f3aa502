"""Exports what is published into the repository's own files, changing nothing but the published words and fields."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.guidance.baseline import HOURS, Baseline
from bot.guidance.fact_json import FACT_FIELDS, LINK_FIELDS, PLATFORM_FIELDS, fields_of
from bot.guidance.revisions import Item, Part, Published
from bot.guidance.translation_import import TranslatedMessage
from bot.language import Language
from bot.store.guidance_files import DOMAIN
from bot.store.po_file import as_po, read_words
from bot.store.question_export import question_files
from bot.store.yaml_file import Value, put

FILES: Mapping[Part, str] = {
    Part.CONTACT: "data/guidance/contacts.yml",
    Part.LINK: "data/guidance/links.yml",
    Part.PLATFORM: "data/guidance/platforms.yml",
    Part.HOURS: "data/opening_hours.yml",
}
"""The files of the facts in the repository."""
_TABLES = {Part.CONTACT: "contacts", Part.LINK: "links", Part.PLATFORM: "platforms"}
_FIELDS = {Part.CONTACT: FACT_FIELDS, Part.LINK: LINK_FIELDS, Part.PLATFORM: PLATFORM_FIELDS}
_LISTS = frozenset({"speaks", "needs", "links", "minor_links"})
_ORDER = ("name", "names", "short_names", "phone", "mail", "url", "english_url", "hours", "speaks", "needs", "note", "source", "mark", "verified", "links", "minor_links")  # fmt: skip


def words_file(language: Language) -> str:
    """Return the path of a language's words in the repository."""
    return f"locales/{language.value}/LC_MESSAGES/{DOMAIN}.po"


@dataclass(frozen=True, kw_only=True)
class GuidanceFiles:
    """The guidance files below a folder, with the published words and fields in them."""

    root: Path
    shipped: Baseline

    def words(self, published: Published, *, language: Language) -> str:
        """Return the `.po` file of a language with the published words in it."""
        words = {
            item.key: body
            for (item, spoken), body in published.bodies.items()
            if item.part is Part.WORDS and spoken is language
        }
        return as_po(self.root / words_file(language), words)

    def facts(self, published: Published, *, part: Part) -> str:
        """Return the YAML file of one kind of facts with the published fields in it."""
        text = (self.root / FILES[part]).read_bytes().decode("utf-8")
        for (item, _), body in published.bodies.items():
            if item.part is part:
                text = self._hours(text, body) if part is Part.HOURS else self._fact(text, item, body)
        return text

    def everything(self, published: Published) -> Mapping[str, str]:
        """Return all files by their path in the repository."""
        words = {words_file(language): self.words(published, language=language) for language in Language}
        facts = {FILES[part]: self.facts(published, part=part) for part in FILES}
        return words | facts | question_files(self.root, published)

    def read(self, text: str, *, language: Language) -> Sequence[TranslatedMessage]:
        """Return the messages of a `.po` file; raise FileBroken if any of it is unreadable."""
        return read_words(text, language=language)

    def _fact(self, text: str, item: Item, body: str) -> str:
        before, now = fields_of(self.shipped.bodies(item)[None]), fields_of(body)
        for path, value in _changes(item.part, before, now):
            text = put(text, (_TABLES[item.part], item.key, *path), value, order=_ORDER)
        return text

    def _hours(self, text: str, body: str) -> str:
        before, now = json.loads(self.shipped.bodies(HOURS)[None]), json.loads(body)
        for name in ("shifts", "closed_on_holidays", "closed"):
            if before.get(name) != now.get(name):
                is_days = name == "closed"
                text = put(text, (name,), [date.fromisoformat(day) for day in now[name]] if is_days else now[name])
        return text


def _changes(
    part: Part, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], Value | None]]:
    """Yield each changed field of a fact in a file: its path below the fact and its new value, None if it is deleted."""
    for name in dict.fromkeys(name.removesuffix("_ja").removesuffix("_en") for name in _FIELDS[part]):
        if f"{name}_ja" in now:
            yield from _texts(name, before, now)
        elif before[name] != now[name]:
            yield (name,), _value(name, now[name])


def _texts(
    name: str, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], Value | None]]:
    names = [f"{name}_{language.value}" for language in Language]
    had, has = any(before[one] for one in names), any(now[one] for one in names)
    if had and has:
        yield from (((name, one[-2:]), now[one]) for one in names if before[one] != now[one])
    elif had != has:
        yield (name,), {one[-2:]: now[one] for one in names} if has else None


def _value(name: str, text: str) -> Value | None:
    if name == "verified":
        return date.fromisoformat(text)
    if name in _LISTS:
        return text.split() or ([] if name == "links" else None)
    return text or None
