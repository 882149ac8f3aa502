"""Papers that a person makes on their own device: lines with gaps, chosen by who writes, the age in the image, and the place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.guidance.facts import Texts
from bot.guidance.plan import AGES, ROLES
from bot.language import Language

POST = "post"
"""The kind of every place that no other kind names."""

UNKNOWN_PLACE = "unknown"
"""A place that has no name in platforms.yml, or that the person does not know."""

NUMBER = "n"
"""The gap that holds the number of a thing in a list."""

MAKERS = ("maker", "maker_parent")
CONDITIONS = ("role", "age", "kind", "place")
"""What a line may depend on."""

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """For whom a paper is drawn: who writes (`` if not known), the age in the image, and where it is (`` if not asked)."""

    role: str = ""
    age: str = "careful"
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Some roles at some ages in the image."""

    roles: tuple[str, ...] = ROLES
    ages: tuple[str, ...] = AGES


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a paper, or one thing that is said before it."""

    texts: Texts
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: bool = False
    """It is left out while all its gaps are empty."""
    each: bool = False
    """It is repeated for each thing in the list."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return the gaps in it, in order."""
        return gaps_in(self.texts[Language.JA])

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Tell whether every condition holds."""
        return all(facts.get(name, "") in allowed for name, allowed in self.when.items())


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose, and what then stands in the text."""

    label: Texts
    text: Texts


@dataclass(frozen=True, kw_only=True)
class Field:
    """What fills a gap: typed in so many rows, or chosen where it has options."""

    label: Texts
    hint: Texts
    otherwise: Texts
    """What stands in the text while it is empty."""
    blank: Texts
    """What stands there in brackets instead; without either, a line to write on."""
    rows: int = 1
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper; `note` tells editors what it must do, `confirm` who should confirm it: `paps`, `lawyer`, `police`."""

    key: str
    note: str
    confirm: tuple[str, ...]
    audiences: tuple[Audience, ...]
    title: Texts
    about: Texts
    limits: tuple[Line, ...]
    fields: Mapping[str, Field]
    lines: tuple[Line, ...]
    asks_place: bool = False
    """Its text depends on where the image is."""
    repeats: bool = False
    """It is a list: some of its lines are repeated."""
    contacts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    kind_links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Links for places of a kind, beside the place's own."""
    beside: tuple[str, ...] = ()
    """The entries under which it is offered."""

    @property
    def shown_links(self) -> tuple[str, ...]:
        """Return every link that it can show of its own."""
        return (*self.links, *(link for named in self.kind_links.values() for link in named))

    def fits(self, *, role: str, age: str) -> bool:
        """Tell whether it may be offered to this role, with this age in the image."""
        known = role if role in ROLES else ""
        return any(known in one.roles and age in one.ages for one in self.audiences)


class Papers(Mapping[str, Paper]):
    """All papers by key, and the kinds of places."""

    def __init__(
        self, papers: Mapping[str, Paper] | None = None, *, kinds: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Hold papers; a kind lists the keys of its places."""
        self._papers = dict(papers or {})
        self.kinds = dict(kinds or {})

    def __getitem__(self, key: str) -> Paper:
        """Return a paper."""
        return self._papers[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys, in the order of the file."""
        return iter(self._papers)

    def __len__(self) -> int:
        """Return the number of papers."""
        return len(self._papers)

    def kind_of(self, place: str) -> str:
        """Return the kind of a place."""
        return next((kind for kind, places in self.kinds.items() if place in places), POST)

    def offered(self, *, role: str, age: str, beside: str = "") -> list[Paper]:
        """Return the papers for this role and age, only those offered under an entry if one is given."""
        fitting = (paper for paper in self.values() if paper.fits(role=role, age=age))
        return [paper for paper in fitting if not beside or beside in paper.beside]

    def chosen(self, lines: tuple[Line, ...], situation: Situation) -> list[Line]:
        """Return the lines that are for a situation."""
        facts = {
            "role": situation.role if situation.role in ROLES else "",
            "age": situation.age,
            "place": situation.place,
            "kind": self.kind_of(situation.place),
        }
        return [line for line in lines if line.fits(facts)]


def gaps_in(text: str) -> tuple[str, ...]:
    """Return the names of the gaps of a text, in order, each once."""
    return tuple(dict.fromkeys(_GAP.findall(text)))


def pieces_of(text: str) -> list[tuple[str, str]]:
    """Return a text as pieces in order: what stands there, and the gap that follows it (`` after the last)."""
    parts = _GAP.split(text)
    return [(parts[at], parts[at + 1] if at + 1 < len(parts) else "") for at in range(0, len(parts), 2)]
