"""A private site of one's own for each test, and an editor in it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.guidance.approval import Actor, current_revision
from bot.guidance.revisions import EditorId, Item, Part, Revision, Significance
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.permissions import Role
from bot.web.fanout import Fanout
from tests.fakes.database import sqlite_database
from tests.fakes.staff import Colleague, StaffSite, open_staff_site

OTHER = Actor(id=EditorId("b" * 32), is_administrator=True)
MENU = Item(part=Part.WORDS, key="menu")


@dataclass(frozen=True, kw_only=True)
class Room:
    """An editor called Aki, and what is published behind their back."""

    site: StaffSite
    aki: Colleague

    @property
    def editing(self) -> Editing:
        """Return what both sides work with."""
        return self.site.editor.editing

    async def drafted(
        self,
        item: Item,
        language: Language | None,
        body: str,
        *,
        by: Actor = OTHER,
        submit: bool = False,
        significance: Significance = Significance.MEANING,
    ) -> Revision:
        """Save a draft, somebody else's unless said otherwise."""
        expects = current_revision(await self.editing.history(item), language)
        one = await self.editing.save(item, language, body, by=by, expects=expects, significance=significance)
        if submit:
            await self.editing.submit(one.id, by=by)
        return one

    async def published(self, item: Item, bodies: dict[Language | None, str]) -> None:
        """Publish bodies together, and show them at once."""
        drafts = [await self.drafted(item, language, body, submit=True) for language, body in bodies.items()]
        approver = replace(OTHER, id=EditorId("c" * 32))
        await self.editing.publish([one.id for one in drafts], by=approver, leaves_stale=frozenset({item}))
        self.site.guidance.show(await self.editing.book.published())

    async def page(self, path: str, *, status: int = 200) -> str:
        """Return a page as Aki sees it."""
        answer = await self.aki.opens(path)
        assert answer.status_code == status, (path, answer.status_code)
        return answer.text


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with sqlite_database(tmp_path) as database, Fanout().running() as fanout:
        site = open_staff_site(database, fanout=fanout)
        yield Room(site=site, aki=await site.settled("aki", Role.EDITOR))
        await site.rooms.close()
