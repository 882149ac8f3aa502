"""What editing needs from outside; each port has one contract test for all that keep it."""

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


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        ...


class Shipped(Protocol):
    """The guidance as it was shipped: revision zero."""

    def all_items(self) -> Sequence[Item]:
        """Return everything that can be edited, in the order of the files."""
        ...

    def bodies(self, item: Item) -> Mapping[Language | None, str]:
        """Return the shipped text of an item in each language, of a fact its fields as JSON; raise UnknownEntry."""
        ...


class Drafts(Protocol):
    """Revisions within one unit of work."""

    async def history(self, item: Item, shipped: Mapping[Language | None, str]) -> ItemHistory:
        """Return everything about an item, its revisions held until the end."""
        ...

    async def revisions(self) -> Sequence[Revision]:
        """Return all revisions of all items that are open or published, oldest first."""
        ...

    async def revision(self, revision: RevisionId) -> Revision | None:
        """Return one revision."""
        ...

    async def add(self, revision: Revision) -> Revision:
        """Keep a new revision; return it with its id."""
        ...

    async def update(self, revision: Revision) -> None:
        """Keep the new state of a revision."""
        ...

    async def publish(self, *, by: EditorId, at: datetime, is_emergency: bool) -> Publication:
        """Begin a publication and return it."""
        ...

    async def publications(self, *, unreviewed: bool = False, most: int = 100) -> Sequence[Publication]:
        """Return publications, newest first; only emergencies that nobody has looked at since, where asked."""
        ...

    async def review(self, publication: int, *, by: EditorId) -> None:
        """Note who looked at an emergency publication."""
        ...

    async def comment(self, item: Item, comment: Comment) -> None:
        """Keep a comment."""
        ...

    async def log_action(self, action: Action, *, by: EditorId, at: datetime, about: str, reason: str = "") -> None:
        """Write an action into the action log; keys and ids only."""
        ...


class GuidanceBook(Protocol):
    """Where revisions are kept."""

    def work(self) -> AbstractAsyncContextManager[Drafts]:
        """Begin a unit of work: everything in it happens, or nothing."""
        ...

    def look(self) -> AbstractAsyncContextManager[Drafts]:
        """Begin a look: nothing may be changed in it, and nobody waits for it."""
        ...

    async def version(self) -> int:
        """Return the number of the newest publication, quickly; 0 where there is none."""
        ...

    async def published(self) -> Published:
        """Return all that was published, as it is at one moment."""
        ...
