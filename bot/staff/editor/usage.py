"""Where a text or a fact is used: which topics, plans, entries and buttons lead to it, computed from the guidance itself."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.guidance.catalogue import Catalogue, Entry
from bot.guidance.plan import AGES, Plans
from bot.guidance.report_routes import ROUTES
from bot.guidance.revisions import Item, Part

SAY = "say:"
_PLAN = "plan."


class UsageKind(StrEnum):
    """How something leads to an item."""

    TOPIC = "topic"
    """A topic that a person asks about begins with it."""
    PLAN = "plan"
    """It is a step of a plan."""
    QUESTION = "question"
    """It answers a question."""
    BUTTON = "button"
    """A button says it; or, of a button, an entry offers it."""
    ENTRY = "entry"
    """An entry shows it."""
    PLACE = "place"
    """A place has it as its way to report."""


@dataclass(frozen=True, kw_only=True, order=True)
class Use:
    """One thing that leads to an item; `key` is a topic, a plan, a question, a button, an entry or a place."""

    way: UsageKind
    key: str


@dataclass(frozen=True, kw_only=True)
class Usage:
    """What leads to each item."""

    _uses: Mapping[Item, dict[Use, None]] = field(default_factory=dict)

    def of(self, item: Item) -> list[Use]:
        """Return what leads to an item, in the order of the guidance; empty where the program says it by itself."""
        return list(self._uses.get(item, {}))

    def topics(self, item: Item) -> list[str]:
        """Return the topics and plans that lead to an item, by one button or entry in between too."""
        near = self.of(item)
        between = [
            use
            for one in near
            if one.way in (UsageKind.BUTTON, UsageKind.ENTRY)
            for use in self.of(Item(part=Part.WORDS, key=one.key))
        ]
        return list(dict.fromkeys(use.key for use in (*near, *between) if use.way in (UsageKind.TOPIC, UsageKind.PLAN)))


_kept: deque[tuple[tuple[object, ...], Usage]] = deque(maxlen=4)
"""What was worked out last, with what from: guidance is replaced as a whole when it changes, and a page asks several times."""


def usage_of(catalogue: Catalogue) -> Usage:
    """Return where everything in a catalogue is used."""
    parts = (catalogue.plans, catalogue.entries, catalogue.buttons, catalogue.platforms, catalogue.questions.shown)
    for known, usage in _kept:
        if all(part is other for part, other in zip(parts, known, strict=True)):
            return usage
    uses: defaultdict[Item, dict[Use, None]] = defaultdict(dict)
    for item, use in _all(catalogue):
        uses[item][use] = None
    _kept.appendleft((parts, Usage(_uses=dict(uses))))
    return _kept[0][1]


def _all(catalogue: Catalogue) -> Iterator[tuple[Item, Use]]:
    yield from _topics(catalogue.plans)
    yield from _questions(catalogue)
    for entry in catalogue.entries.values():
        yield from _entry(entry)
    for button in catalogue.buttons.values():
        if button.payload.startswith(SAY):
            for key in _said(button.payload.removeprefix(SAY), catalogue.plans):
                yield _words(key), Use(way=UsageKind.BUTTON, key=f"button.{button.key}")
    for place in catalogue.platforms.values():
        for link in dict.fromkeys((*place.links, *place.minor_links)):
            yield Item(part=Part.LINK, key=link), Use(way=UsageKind.PLACE, key=place.key)


def _topics(plans: Plans) -> Iterator[tuple[Item, Use]]:
    for name, topic in plans.topics.items():
        for key in (*topic.say, *((f"{_PLAN}{topic.heard}",) if topic.heard else ())):
            for said in _said(key, plans):
                yield _words(said), Use(way=UsageKind.TOPIC, key=name)
    for name, steps in plans.plans.items():
        for step in steps:
            for said in _choice(step, plans):
                yield _words(said), Use(way=UsageKind.PLAN, key=name)


def _questions(catalogue: Catalogue) -> Iterator[tuple[Item, Use]]:
    for question in catalogue.questions.values():
        for variant in question.variants:
            for key in _said(variant.say, catalogue.plans):
                yield _words(key), Use(way=UsageKind.QUESTION, key=question.id)


def _entry(entry: Entry) -> Iterator[tuple[Item, Use]]:
    use = Use(way=UsageKind.ENTRY, key=entry.key)
    for part, keys in ((Part.CONTACT, entry.contacts), (Part.LINK, entry.links)):
        for key in keys:
            yield Item(part=part, key=key), use
    for button in entry.buttons:
        yield _words(f"button.{button}"), use


def _said(key: str, plans: Plans) -> Iterator[str]:
    """Yield the entries that a key stands for: itself, or every line of the choice that it names."""
    choice = key.removeprefix(_PLAN)
    if key.startswith(_PLAN) and choice in plans.choices:
        yield from _choice(choice, plans)
    else:
        yield key


def _choice(name: str, plans: Plans) -> Iterator[str]:
    for key in (key for variant in plans.choices.get(name, ()) for key in variant.keys):
        for age in AGES:
            for route in ROUTES:
                yield key.format(age=age, route=route)


def _words(key: str) -> Item:
    return Item(part=Part.WORDS, key=key)
