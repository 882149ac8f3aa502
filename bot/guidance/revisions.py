"""The model of editing: who changed which words or facts, who approved, and what people see now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.guidance.errors import NotPossible
from bot.language import Language

EditorId = NewType("EditorId", str)
"""The random id of a staff member."""

RevisionId = NewType("RevisionId", int)
"""The number of a revision, counted over all items; 0 is the shipped baseline."""

BASELINE = RevisionId(0)


class Part(StrEnum):
    """The kind of an item."""

    WORDS = "words"
    """The words of an entry or, with the key `button.KEY`, a button's title; each language has its own revisions."""
    CONTACT = "contact"
    LINK = "link"
    PLATFORM = "platform"
    HOURS = "hours"
    """The opening hours; one item, with the key `hours`."""


@dataclass(frozen=True, kw_only=True, order=True)
class Item:
    """One thing that is edited, reviewed and published on its own."""

    part: Part
    key: str

    def __str__(self) -> str:
        """Return its name in URLs and files."""
        return f"{self.part.value}:{self.key}"

    @property
    def languages(self) -> tuple[Language | None, ...]:
        """Return what has its own revisions: each language of words, or None for a fact as a whole."""
        return tuple(Language) if self.part is Part.WORDS else (None,)


class Status(StrEnum):
    """The status of a revision."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    RETIRED = "retired"
    """Nobody sees it: the revision was discarded, or its entry was taken out of use."""


class ReviewStep(StrEnum):
    """A step in the review of a revision."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    """The reviewer asks for changes."""
    PUBLISH = "publish"
    DISCARD = "discard"
    RETIRE = "retire"


REVIEW_STEPS: Mapping[tuple[Status, ReviewStep], Status] = {
    (Status.DRAFT, ReviewStep.SUBMIT): Status.IN_REVIEW,
    (Status.DRAFT, ReviewStep.DISCARD): Status.RETIRED,
    (Status.IN_REVIEW, ReviewStep.WITHDRAW): Status.DRAFT,
    (Status.IN_REVIEW, ReviewStep.RETURN): Status.DRAFT,
    (Status.IN_REVIEW, ReviewStep.DISCARD): Status.RETIRED,
    (Status.IN_REVIEW, ReviewStep.PUBLISH): Status.PUBLISHED,
    (Status.PUBLISHED, ReviewStep.RETIRE): Status.RETIRED,
}
"""The status after each step; only a submitted revision can be published."""


def after(status: Status, step: ReviewStep) -> Status:
    """Return the status after a step; raise NotPossible if the step is impossible."""
    led = REVIEW_STEPS.get((status, step))
    if led is None:
        raise NotPossible(f"{step.value} of what is {status.value}")
    return led


class Significance(StrEnum):
    """How much a change matters to the other language."""

    TYPO = "typo"
    MEANING = "meaning"


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One version of an item, or of one of its languages."""

    id: RevisionId
    item: Item
    language: Language | None
    body: str
    """The words, or a fact's fields as JSON."""
    author: EditorId
    at: datetime
    based_on: RevisionId
    """The revision of the other language that it matches; BASELINE for the shipped one."""
    significance: Significance
    comment: str
    status: Status
    version: int
    """Counts how often it was saved, so that nobody overwrites a version that they have not seen."""
    shipped: str
    """A hash of the shipped text that it replaced; a different hash means that an upgrade changed that text."""
    needs: frozenset[str] = frozenset()
    """The placeholders of the shipped text, without which it cannot be published."""
    reviewer: EditorId | None = None
    publication: int | None = None
    """The publication that published it or, if it was retired, removed it."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Revisions that were published together, at one moment."""

    id: int
    at: datetime
    by: EditorId
    is_emergency: bool
    """Published without anybody else's review."""
    reviewed_by: EditorId | None
    """Who has reviewed an emergency publication since."""


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A comment of an editor about an item."""

    by: EditorId
    at: datetime
    text: str


@dataclass(frozen=True, kw_only=True)
class ItemHistory:
    """Everything about one item: its shipped text, all revisions, oldest first, and comments."""

    item: Item
    shipped: Mapping[Language | None, str]
    revisions: Sequence[Revision] = ()
    comments: Sequence[Comment] = field(default=())

    def published(self, language: Language | None) -> Revision | None:
        """Return the revision that people see, None if they see the shipped text."""
        out = [one for one in self._of(language) if one.status is Status.PUBLISHED]
        return max(out, key=lambda one: (one.publication or 0, one.id), default=None)

    def open(self, language: Language | None) -> Revision | None:
        """Return the revision in progress, None if there is none."""
        working = [one for one in self._of(language) if one.status in (Status.DRAFT, Status.IN_REVIEW)]
        return working[-1] if working else None

    def body(self, language: Language | None) -> str:
        """Return the text that people see now."""
        out = self.published(language)
        return out.body if out else self.shipped[language]

    def now(self, language: Language | None) -> RevisionId:
        """Return the id of the revision that people see now."""
        out = self.published(language)
        return out.id if out else BASELINE

    def is_retired(self, language: Language | None) -> bool:
        """Tell whether it was taken out of use."""
        out = [one for one in self._of(language) if one.publication is not None]
        newest = max(out, key=lambda one: (one.publication or 0, one.id), default=None)
        return newest is not None and newest.status is Status.RETIRED

    def is_out_of_date(self, language: Language | None) -> bool:
        """Tell whether the other language has changed its meaning since these words were written to match it."""
        if language is None:
            return False
        mine = self.published(language)
        base = mine.based_on if mine else BASELINE
        return any(
            one.id > base and one.significance is Significance.MEANING
            for one in self._of(language.other)
            if one.publication is not None and (mine is None or one.publication != mine.publication)
        )

    def upgraded(self, language: Language | None, *, shipped: str) -> bool:
        """Tell whether an upgrade changed the shipped text that the published words replaced."""
        out = self.published(language)
        return out is not None and out.shipped != shipped and out.body != self.shipped[language]

    def _of(self, language: Language | None) -> list[Revision]:
        return [one for one in self.revisions if one.language is language]


@dataclass(frozen=True, kw_only=True)
class Published:
    """Everything that is published in place of the shipped guidance, at one moment."""

    version: int
    """The newest publication; 0 if there is none."""
    bodies: Mapping[tuple[Item, Language | None], str]
    retired: frozenset[Item] = frozenset()
    history: Mapping[tuple[Item, Language | None], Sequence[Revision]] = field(default_factory=dict)
    """Every revision that was ever published, or took something out of use, oldest first."""
