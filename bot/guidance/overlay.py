"""Overlays published guidance on the shipped catalogue; a publication replaces the whole overlay between two turns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.guidance.catalogue import Catalogue, Words
from bot.guidance.fact_json import edited_contact, edited_link, edited_platform
from bot.guidance.facts import Contact, Link, Platform
from bot.guidance.revisions import Item, Part, Published, Revision
from bot.language import Language

T = TypeVar("T")


class OverlaidWords:
    """Published words, or the shipped ones where none are published."""

    def __init__(self, shipped: Words) -> None:
        """Start with what is shipped."""
        self._shipped = shipped
        self._published: Mapping[tuple[str, Language], str] = {}
        self._retired: frozenset[str] = frozenset()
        self._history: Mapping[tuple[str, Language], Sequence[Revision]] = {}
        self._edition = 0

    def edition(self) -> int:
        """Return the newest publication that is shown; 0 if there is none."""
        return self._edition

    def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
        """Return the words of a key, None if there are none or they were retired.

        With an edition they are those of then, also where they were replaced or retired since.
        """
        if edition is not None:
            return self._text_at(key, language, edition)
        if key in self._retired:
            return None
        return self._published.get((key, language)) or self._shipped.text(key, language=language)

    def show(self, published: Published) -> None:
        """Show other published words from now on."""
        self._edition = published.version
        self._published = _words_of(published.bodies)
        self._history = _words_of(published.history)
        self._retired = frozenset(item.key for item in published.retired)

    def _text_at(self, key: str, language: Language, edition: int) -> str | None:
        """Return the words of an edition; those that a retirement ended are still the last that were said."""
        until_then = [one for one in self._history.get((key, language), ()) if (one.publication or 0) <= edition]
        return until_then[-1].body if until_then else self._shipped.text(key, language=language)


def _words_of(published: Mapping[tuple[Item, Language | None], T]) -> Mapping[tuple[str, Language], T]:
    return {
        (item.key, language): found
        for (item, language), found in published.items()
        if item.part is Part.WORDS and language is not None
    }


class OverlaidTable(Mapping[str, T], Generic[T]):
    """Facts by key, with published fields instead of shipped ones."""

    def __init__(self, shipped: Mapping[str, T], edited: Callable[[T, str], T]) -> None:
        """Start with what is shipped."""
        self._shipped = shipped
        self._edited = edited
        self._now = dict(shipped)

    def __getitem__(self, key: str) -> T:
        """Return a fact."""
        return self._now[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys, in the order of the file."""
        return iter(self._now)

    def __len__(self) -> int:
        """Return the number of facts."""
        return len(self._now)

    def show(self, published: Mapping[str, str]) -> None:
        """Show other published fields from now on."""
        self._now = {
            key: self._edited(fact, published[key]) if key in published else fact for key, fact in self._shipped.items()
        }


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """The replaceable part of a catalogue in use, and a callback for published opening hours."""

    words: OverlaidWords
    contacts: OverlaidTable[Contact]
    links: OverlaidTable[Link]
    platforms: OverlaidTable[Platform]
    on_hours: Callable[[str | None], None]

    def show(self, published: Published) -> None:
        """Show what was published, all of it at once."""
        facts: dict[Part, dict[str, str]] = {part: {} for part in Part}
        for (item, _), body in published.bodies.items():
            facts[item.part][item.key] = body
        self.contacts.show(facts[Part.CONTACT])
        self.links.show(facts[Part.LINK])
        self.platforms.show(facts[Part.PLATFORM])
        self.words.show(published)
        self.on_hours(facts[Part.HOURS].get("hours"))


def overlay(shipped: Catalogue, *, on_hours: Callable[[str | None], None]) -> tuple[Catalogue, Overlay]:
    """Return a catalogue that follows what is published, and the overlay that updates it."""
    parts = Overlay(
        words=OverlaidWords(shipped.words),
        contacts=OverlaidTable(shipped.contacts, edited_contact),
        links=OverlaidTable(shipped.links, edited_link),
        platforms=OverlaidTable(shipped.platforms, edited_platform),
        on_hours=on_hours,
    )
    catalogue = replace(
        shipped, words=parts.words, contacts=parts.contacts, links=parts.links, platforms=parts.platforms
    )
    return catalogue, parts
