"""Everything that can be edited as rows: searched by words in either language, filtered by kind and state. Pure."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.approval import hashed
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import fields_of
from bot.guidance.ports import Shipped
from bot.guidance.revisions import Edition, Part, Piece, Revision, Status
from bot.guidance.workflow import REPLY
from bot.language import Language
from bot.staff.editor.diff import shift_line
from bot.staff.editor.labels import Kind, State
from bot.staff.editor.usage import Usage

BUTTON = "button."
_KINDS: Mapping[Part, Kind] = {
    Part.CONTACT: Kind.CONTACTS,
    Part.LINK: Kind.LINKS,
    Part.PLATFORM: Kind.PLACES,
    Part.HOURS: Kind.HOURS,
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One piece as the list shows it."""

    piece: Piece
    kind: Kind
    first: Mapping[Language, str]
    """Its first words, of a fact its name."""
    states: Mapping[State, tuple[Language | None, ...]]
    """Where it stands, and in which languages (None: as a whole)."""
    searched: str


def editions_of(shipped: Shipped, revisions: Iterable[Revision]) -> list[Edition]:
    """Return every piece with its revisions, in the order of the files."""
    of: defaultdict[Piece, list[Revision]] = defaultdict(list)
    for revision in revisions:
        of[revision.piece].append(revision)
    return [Edition(piece=piece, shipped=shipped.bodies(piece), revisions=of[piece]) for piece in shipped.pieces()]


def row_of(edition: Edition, *, catalogue: Catalogue, usage: Usage, topics: Mapping[str, str]) -> Row:
    """Return the row of a piece; `topics` holds what each topic is called, in all languages."""
    piece = edition.piece
    bodies = [edition.body(language) for language in piece.languages]
    bodies += [one.body for language in piece.languages if (one := edition.open(language))]
    entry = catalogue.entries.get(piece.key) if piece.part is Part.WORDS else None
    used = [f"{name} {topics.get(name, '')}" for name in usage.topics(piece)]
    facts = [catalogue.contacts[key] for key in entry.contacts] if entry else []
    names = [name for fact in facts for name in (*fact.name.values(), fact.phone)]
    note = entry.note if entry else ""
    return Row(
        piece=piece,
        kind=kind_of(piece),
        first=_first(edition),
        states=states_of(edition),
        searched=plain("\n".join([piece.key, piece.part.value, *bodies, note, *used, *names])),
    )


def kind_of(piece: Piece) -> Kind:
    """Return what editors call a piece."""
    if piece.part is not Part.WORDS:
        return _KINDS[piece.part]
    if piece.key.startswith(BUTTON):
        return Kind.BUTTONS
    return Kind.REPLIES if piece.key.startswith(REPLY) else Kind.ENTRIES


def states_of(edition: Edition) -> dict[State, tuple[Language | None, ...]]:
    """Return where a piece stands, and in which languages."""
    languages = edition.piece.languages
    found = {
        State.DRAFT: [one for one in languages if _status(edition, one) is Status.DRAFT],
        State.IN_REVIEW: [one for one in languages if _status(edition, one) is Status.IN_REVIEW],
        State.OUT_OF_DATE: [one for one in languages if edition.is_out_of_date(one)],
        State.UPGRADED: [one for one in languages if edition.upgraded(one, shipped=hashed(edition.shipped[one]))],
        State.RETIRED: [one for one in languages if edition.is_retired(one)],
        State.PUBLISHED: [
            one for one in languages if edition.published(one) and edition.body(one) != edition.shipped[one]
        ],
    }
    return {state: tuple(where) for state, where in found.items() if where}


def found(rows: Iterable[Row], *, query: str, kind: Kind | None, state: State | None) -> Sequence[Row]:
    """Return the rows in which every word of a query occurs; those named so first."""
    words = plain(query).split()
    kept = [
        row
        for row in rows
        if (kind is None or row.kind is kind)
        and (state is None or state in row.states)
        and all(word in row.searched for word in words)
    ]
    return sorted(kept, key=lambda row: not all(word in plain(row.piece.key) for word in words)) if words else kept


def plain(text: str) -> str:
    """Return a text as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def _status(edition: Edition, language: Language | None) -> Status | None:
    one = edition.open(language)
    return one.status if one else None


def _first(edition: Edition) -> dict[Language, str]:
    piece = edition.piece
    if piece.part is Part.WORDS:
        return {language: edition.body(language).partition("\n")[0] for language in Language}
    if piece.part is Part.HOURS:
        shifts = json.loads(edition.body(None)).get("shifts") or []
        line = " / ".join(shift_line(shift, {}) for shift in shifts)
        return dict.fromkeys(Language, line or "–")
    fields = fields_of(edition.body(None))
    return {language: fields[f"name_{language.value}"] for language in Language}
