"""The work list: everything that needs an editor, from the revisions and the shipped guidance. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.guidance.approval import hashed
from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Fact, Mark
from bot.guidance.revisions import EditorId, Item, ItemHistory, Part, Publication, Status
from bot.language import Language

UNCONFIRMED = "to be confirmed by"
"""What a note says where PAPS, a lawyer or the police have not confirmed it yet."""


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
class WorklistItem:
    """One item that waits, in which language, since when and from whom, as far as that is known."""

    item: Item
    language: Language | None = None
    at: datetime | None = None
    by: EditorId | None = None
    day: date | None = None
    """Of a fact, when it was last looked at."""
    fact: Fact | None = None
    note: str = field(default="")


def worklist(
    histories: Sequence[ItemHistory], *, emergencies: Iterable[Publication], catalogue: Catalogue, today: date
) -> Mapping[Job, Sequence[WorklistItem]]:
    """Return what waits, by what is to be done."""
    found: dict[Job, list[WorklistItem]] = {job: [] for job in Job}
    for publication in emergencies:
        found[Job.EMERGENCY] += _of(publication, histories)
    for history in histories:
        for job, todo in _waiting(history):
            found[job].append(todo)
    facts = [WorklistItem(item=item, day=fact.verified, fact=fact) for item, fact in _facts(catalogue)]
    found[Job.UNVERIFIED] = [todo for todo in facts if todo.fact and todo.fact.mark is Mark.UNVERIFIED]
    found[Job.OVERDUE] = [todo for todo in facts if todo.fact and todo.fact.is_overdue(today=today)]
    found[Job.UNCONFIRMED] = [
        WorklistItem(item=Item(part=Part.WORDS, key=entry.key), note=entry.note)
        for entry in catalogue.entries.values()
        if UNCONFIRMED in " ".join(entry.note.casefold().split())
    ]
    found[Job.OVERDUE].sort(key=lambda todo: todo.day or today)
    return found


def _of(publication: Publication, histories: Sequence[ItemHistory]) -> Iterator[WorklistItem]:
    for history in histories:
        if any(one.publication == publication.id for one in history.revisions):
            yield WorklistItem(item=history.item, at=publication.at, by=publication.by)


def _waiting(history: ItemHistory) -> Iterator[tuple[Job, WorklistItem]]:
    for language in history.item.languages:
        begun = history.open(language)
        if begun is not None:
            job = Job.IN_REVIEW if begun.status is Status.IN_REVIEW else Job.DRAFT
            yield job, WorklistItem(item=history.item, language=language, at=begun.at, by=begun.author)
        if history.is_out_of_date(language):
            yield Job.OUT_OF_DATE, WorklistItem(item=history.item, language=language)
        if history.upgraded(language, shipped=hashed(history.shipped[language])):
            yield Job.UPGRADED, WorklistItem(item=history.item, language=language)


def _facts(catalogue: Catalogue) -> Iterator[tuple[Item, Fact]]:
    for key, contact in catalogue.contacts.items():
        yield Item(part=Part.CONTACT, key=key), contact
    for key, link in catalogue.links.items():
        yield Item(part=Part.LINK, key=key), link
