"""What needs work: everything that waits for an editor, from what is kept and what is shipped. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.guidance.approval import hashed
from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Fact, Mark
from bot.guidance.revisions import Edition, EditorId, Part, Piece, Publication, Status
from bot.language import Language

UNCONFIRMED = "to be confirmed by paps"
"""What a note says where nobody of PAPS has confirmed it yet."""


class Job(StrEnum):
    """What is to be done, the most urgent first."""

    EMERGENCY = "emergency"
    IN_REVIEW = "in_review"
    OVERDUE = "overdue"
    UNVERIFIED = "unverified"
    OUT_OF_DATE = "out_of_date"
    UPGRADED = "upgraded"
    DRAFT = "draft"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, kw_only=True)
class Todo:
    """One piece that waits, in which language, since when and from whom, as far as that is known."""

    piece: Piece
    language: Language | None = None
    at: datetime | None = None
    by: EditorId | None = None
    day: date | None = None
    """Of a fact, when it was last looked at."""
    fact: Fact | None = None
    note: str = field(default="")


def worklist(
    editions: Sequence[Edition], *, emergencies: Iterable[Publication], catalogue: Catalogue, today: date
) -> Mapping[Job, Sequence[Todo]]:
    """Return what waits, by what is to be done."""
    found: dict[Job, list[Todo]] = {job: [] for job in Job}
    for publication in emergencies:
        found[Job.EMERGENCY] += _of(publication, editions)
    for edition in editions:
        for job, todo in _waiting(edition):
            found[job].append(todo)
    facts = [Todo(piece=piece, day=fact.verified, fact=fact) for piece, fact in _facts(catalogue)]
    found[Job.UNVERIFIED] = [todo for todo in facts if todo.fact and todo.fact.mark is Mark.UNVERIFIED]
    found[Job.OVERDUE] = [todo for todo in facts if todo.fact and todo.fact.is_overdue(today=today)]
    found[Job.UNCONFIRMED] = [
        Todo(piece=Piece(part=Part.WORDS, key=entry.key), note=entry.note)
        for entry in catalogue.entries.values()
        if UNCONFIRMED in " ".join(entry.note.casefold().split())
    ]
    found[Job.OVERDUE].sort(key=lambda todo: todo.day or today)
    return found


def _of(publication: Publication, editions: Sequence[Edition]) -> Iterator[Todo]:
    for edition in editions:
        if any(one.publication == publication.id for one in edition.revisions):
            yield Todo(piece=edition.piece, at=publication.at, by=publication.by)


def _waiting(edition: Edition) -> Iterator[tuple[Job, Todo]]:
    for language in edition.piece.languages:
        begun = edition.open(language)
        if begun is not None:
            job = Job.IN_REVIEW if begun.status is Status.IN_REVIEW else Job.DRAFT
            yield job, Todo(piece=edition.piece, language=language, at=begun.at, by=begun.author)
        if edition.is_out_of_date(language):
            yield Job.OUT_OF_DATE, Todo(piece=edition.piece, language=language)
        if edition.upgraded(language, shipped=hashed(edition.shipped[language])):
            yield Job.UPGRADED, Todo(piece=edition.piece, language=language)


def _facts(catalogue: Catalogue) -> Iterator[tuple[Piece, Fact]]:
    for key, contact in catalogue.contacts.items():
        yield Piece(part=Part.CONTACT, key=key), contact
    for key, link in catalogue.links.items():
        yield Piece(part=Part.LINK, key=key), link
