"""Who changed which words or facts, who agreed, and what people see now: the model of the editor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.guidance.errors import NotPossible
from bot.language import Language

EditorId = NewType("EditorId", str)
"""The random id of a member of staff."""

RevisionId = NewType("RevisionId", int)
"""Counts up through all revisions; 0 is the shipped baseline."""

BASELINE = RevisionId(0)


class Part(StrEnum):
    """What kind of thing is edited."""

    WORDS = "words"
    """The words of an entry or, `button.` before its key, the title of a button; a revision for each language."""
    CONTACT = "contact"
    LINK = "link"
    PLATFORM = "platform"
    HOURS = "hours"
    """The opening hours; one item, with the key `hours`."""


@dataclass(frozen=True, kw_only=True, order=True)
class Item:
    """One thing that is edited, reviewed and published by itself."""

    part: Part
    key: str

    def __str__(self) -> str:
        """Return it as addresses and files name it."""
        return f"{self.part.value}:{self.key}"

    @property
    def languages(self) -> tuple[Language | None, ...]:
        """Return what has revisions of its own: each language of words, a fact as a whole."""
        return tuple(Language) if self.part is Part.WORDS else (None,)


class Status(StrEnum):
    """Where a revision stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    RETIRED = "retired"
    """Nobody sees it: it was thrown away, or its entry was taken out of use."""


class ReviewStep(StrEnum):
    """What is done with a revision."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    """The reviewer asks for something else."""
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
"""The table of steps; only what was submitted is published."""


def after(status: Status, step: ReviewStep) -> Status:
    """Return where a step leads; raise NotPossible where it leads nowhere."""
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
    """One version of an item, in one language where it has languages."""

    id: RevisionId
    item: Item
    language: Language | None
    body: str
    """The words; of a fact its fields as JSON."""
    author: EditorId
    at: datetime
    based_on: RevisionId
    """The version of the other language that it says the same as; BASELINE for the shipped one."""
    significance: Significance
    comment: str
    status: Status
    version: int
    """Counts how often it was saved: who saves over a version they have not seen is told."""
    shipped: str
    """A hash of the shipped text that it took the place of: another one came with an upgrade."""
    needs: frozenset[str] = frozenset()
    """The placeholders that the shipped text has: without them it cannot be published."""
    reviewer: EditorId | None = None
    publication: int | None = None
    """The publication it went out with; of what was retired, the one it went away with."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What went out to people together, at one moment."""

    id: int
    at: datetime
    by: EditorId
    is_emergency: bool
    """Nobody else looked at it before."""
    reviewed_by: EditorId | None
    """Who looked at it since, where it was an emergency."""


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What editors say to each other about an item."""

    by: EditorId
    at: datetime
    text: str


@dataclass(frozen=True, kw_only=True)
class ItemHistory:
    """Everything about one item: what was shipped, all revisions, oldest first, and comments."""

    item: Item
    shipped: Mapping[Language | None, str]
    revisions: Sequence[Revision] = ()
    comments: Sequence[Comment] = field(default=())

    def published(self, language: Language | None) -> Revision | None:
        """Return what people see in place of the shipped text, None where they see that."""
        out = [one for one in self._of(language) if one.status is Status.PUBLISHED]
        return max(out, key=lambda one: (one.publication or 0, one.id), default=None)

    def open(self, language: Language | None) -> Revision | None:
        """Return what is being worked on."""
        working = [one for one in self._of(language) if one.status in (Status.DRAFT, Status.IN_REVIEW)]
        return working[-1] if working else None

    def body(self, language: Language | None) -> str:
        """Return what people see now."""
        out = self.published(language)
        return out.body if out else self.shipped[language]

    def now(self, language: Language | None) -> RevisionId:
        """Return the version that people see now."""
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
        """Tell whether an upgrade brought another text than the one that the published words took the place of."""
        out = self.published(language)
        return out is not None and out.shipped != shipped and out.body != self.shipped[language]

    def _of(self, language: Language | None) -> list[Revision]:
        return [one for one in self.revisions if one.language is language]


@dataclass(frozen=True, kw_only=True)
class Published:
    """All that was published in place of the shipped guidance, at one moment."""

    version: int
    """The newest publication; 0 where there was none."""
    bodies: Mapping[tuple[Item, Language | None], str]
    retired: frozenset[Item] = frozenset()
