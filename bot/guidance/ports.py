"""The ports of editing; each has one contract test for all its implementations."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from bot.action_log import Action
from bot.guidance.revisions import (
    Comment,
    EditorId,
    Item,
    ItemHistory,
    Publication,
    Published,
    Revision,
    RevisionId,
)
from bot.language import Language


class Shipped(Protocol):
    """The shipped guidance: revision zero."""

    def all_items(self) -> Sequence[Item]:
        """Return everything that can be edited, in the order of the files."""
        ...

    def bodies(self, item: Item) -> Mapping[Language | None, str]:
        """Return the shipped text of an item by language, or a fact's fields as JSON; raise UnknownEntry."""
        ...


class Drafts(Protocol):
    """Revisions within one unit of work."""

    async def history(self, item: Item, shipped: Mapping[Language | None, str]) -> ItemHistory:
        """Return everything about an item; its revisions stay locked until the unit of work ends."""
        ...

    async def revisions(self) -> Sequence[Revision]:
        """Return all revisions of all items that are open or published, oldest first."""
        ...

    async def revision(self, revision: RevisionId) -> Revision | None:
        """Return one revision."""
        ...

    async def add(self, revision: Revision) -> Revision:
        """Store a new revision; return it with its id."""
        ...

    async def update(self, revision: Revision) -> None:
        """Store the new state of a revision."""
        ...

    async def publish(self, *, by: EditorId, at: datetime, is_emergency: bool) -> Publication:
        """Begin a publication and return it."""
        ...

    async def publications(self, *, unreviewed: bool = False, most: int = 100) -> Sequence[Publication]:
        """Return publications, newest first; with `unreviewed`, only emergencies that nobody has reviewed."""
        ...

    async def review(self, publication: int, *, by: EditorId) -> None:
        """Note who reviewed an emergency publication."""
        ...

    async def comment(self, item: Item, comment: Comment) -> None:
        """Store a comment."""
        ...

    async def log_action(self, action: Action, *, by: EditorId, at: datetime, about: str, reason: str = "") -> None:
        """Log an action by ids and keys."""
        ...


class GuidanceBook(Protocol):
    """Stores the revisions."""

    def work(self) -> AbstractAsyncContextManager[Drafts]:
        """Begin a unit of work, which is stored as a whole or not at all."""
        ...

    def look(self) -> AbstractAsyncContextManager[Drafts]:
        """Begin a read-only unit of work, which blocks no writer."""
        ...

    async def version(self) -> int:
        """Return the number of the newest publication, 0 if there is none; this is quick."""
        ...

    async def published(self) -> Published:
        """Return everything that is published, as one consistent state."""
        ...
