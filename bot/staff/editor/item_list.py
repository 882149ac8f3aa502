"""All items as rows: searched by words in either language, filtered by kind and state. Pure."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.approval import hashed
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import fields_of
from bot.guidance.ports import Shipped
from bot.guidance.questions import PREFIX
from bot.guidance.revisions import Item, ItemHistory, Part, Revision, Status
from bot.guidance.rules import SHORT
from bot.guidance.workflow import REPLY
from bot.language import Language
from bot.staff.editor.diff import shift_line
from bot.staff.editor.labels import ItemKind, State
from bot.staff.editor.usage import Usage

BUTTON = "button."
_KINDS: Mapping[Part, ItemKind] = {
    Part.CONTACT: ItemKind.CONTACTS,
    Part.LINK: ItemKind.LINKS,
    Part.PLATFORM: ItemKind.PLACES,
    Part.HOURS: ItemKind.HOURS,
}
_PREFIXES: Mapping[str, ItemKind] = {
    **dict.fromkeys(SHORT, ItemKind.BUTTONS),
    REPLY: ItemKind.REPLIES,
    PREFIX: ItemKind.QUESTIONS,
}


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """One item as the list shows it."""

    item: Item
    kind: ItemKind
    first: Mapping[Language, str]
    """Its first words, of a fact its name."""
    states: Mapping[State, tuple[Language | None, ...]]
    """Its states, each with the languages it holds for (None: the item as a whole)."""
    searched: str


def histories_of(shipped: Shipped, revisions: Iterable[Revision]) -> list[ItemHistory]:
    """Return every item with its revisions, in the order of the files."""
    of: defaultdict[Item, list[Revision]] = defaultdict(list)
    for revision in revisions:
        of[revision.item].append(revision)
    return [ItemHistory(item=item, shipped=shipped.bodies(item), revisions=of[item]) for item in shipped.all_items()]


def row_of(history: ItemHistory, *, catalogue: Catalogue, usage: Usage, topics: Mapping[str, str]) -> ItemRow:
    """Return the row of an item; `topics` holds what each topic is called, in all languages."""
    item = history.item
    bodies = [history.body(language) for language in item.languages]
    bodies += [one.body for language in item.languages if (one := history.open(language))]
    entry = catalogue.entries.get(item.key) if item.part is Part.WORDS else None
    used = [f"{name} {topics.get(name, '')}" for name in usage.topics(item)]
    facts = [catalogue.contacts[key] for key in entry.contacts] if entry else []
    names = [name for fact in facts for name in (*fact.name.values(), fact.phone)]
    note = entry.note if entry else ""
    return ItemRow(
        item=item,
        kind=kind_of(item),
        first=_first(history),
        states=states_of(history),
        searched=plain("\n".join([item.key, item.part.value, *bodies, note, *used, *names])),
    )


def kind_of(item: Item) -> ItemKind:
    """Return what editors call an item."""
    if item.part is not Part.WORDS:
        return _KINDS[item.part]
    return next((kind for prefix, kind in _PREFIXES.items() if item.key.startswith(prefix)), ItemKind.ENTRIES)


def states_of(history: ItemHistory) -> dict[State, tuple[Language | None, ...]]:
    """Return an item's states, each with the languages it holds for."""
    languages = history.item.languages
    found = {
        State.DRAFT: [one for one in languages if _status(history, one) is Status.DRAFT],
        State.IN_REVIEW: [one for one in languages if _status(history, one) is Status.IN_REVIEW],
        State.OUT_OF_DATE: [one for one in languages if history.is_out_of_date(one)],
        State.UPGRADED: [one for one in languages if history.upgraded(one, shipped=hashed(history.shipped[one]))],
        State.RETIRED: [one for one in languages if history.is_retired(one)],
        State.PUBLISHED: [
            one for one in languages if history.published(one) and history.body(one) != history.shipped[one]
        ],
    }
    return {state: tuple(where) for state, where in found.items() if where}


def found(rows: Iterable[ItemRow], *, query: str, kind: ItemKind | None, state: State | None) -> Sequence[ItemRow]:
    """Return the rows in which every word of a query occurs: those named so first, then facts, for many words show a fact."""
    words = plain(query).split()
    kept = [
        row
        for row in rows
        if (kind is None or row.kind is kind)
        and (state is None or state in row.states)
        and all(word in row.searched for word in words)
    ]
    if not words:
        return kept
    return sorted(
        kept, key=lambda row: (not all(word in plain(row.item.key) for word in words), row.item.part is Part.WORDS)
    )


def plain(text: str) -> str:
    """Return a text as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def _status(history: ItemHistory, language: Language | None) -> Status | None:
    one = history.open(language)
    return one.status if one else None


def _first(history: ItemHistory) -> dict[Language, str]:
    item = history.item
    if item.part is Part.WORDS:
        return {language: history.body(language).partition("\n")[0] for language in Language}
    if item.part is Part.HOURS:
        shifts = json.loads(history.body(None)).get("shifts") or []
        line = " / ".join(shift_line(shift, {}) for shift in shifts)
        return dict.fromkeys(Language, line or "–")
    fields = fields_of(history.body(None))
    return {language: fields[f"name_{language.value}"] for language in Language}
