"""Editing over a database of its own, and ways to use it in few words."""

from dataclasses import dataclass, replace

from bot.guidance.approval import Actor, current_revision
from bot.guidance.catalogue import Catalogue
from bot.guidance.overlay import overlay
from bot.guidance.revisions import EditorId, Item, Part, Revision, Significance
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.store.revisions import SqlGuidanceBook
from tests.fakes.database import Database

AKI, UME = Actor(id=EditorId("a" * 32)), Actor(id=EditorId("b" * 32))
ADMIN = Actor(id=EditorId("c" * 32), is_administrator=True)
MENU = Item(part=Part.WORDS, key="menu")
JOINED = Item(part=Part.WORDS, key="counsellor.joined")
PAPS = Item(part=Part.CONTACT, key="paps")
CRISIS = Item(part=Part.WORDS, key="crisis.suicide")
REPLY = Item(part=Part.WORDS, key="reply.greeting")
NEW = {Language.JA: "なにを知りたいですか。", Language.EN: "What would you like to know?"}


@dataclass(frozen=True)
class Room:
    """Editing over a database, and the guidance as people see it after every look."""

    editing: Editing
    book: SqlGuidanceBook
    database: Database
    shipped: Catalogue

    async def seen(self, key: str, language: Language) -> str | None:
        """Return the words of a key as people see them now."""
        catalogue, parts = overlay(self.shipped, on_hours=lambda _hours: None)
        parts.show(await self.book.published())
        return catalogue.words.text(key, language=language)

    async def drafted(
        self,
        item: Item,
        language: Language | None,
        body: str,
        *,
        by: Actor = AKI,
        submit: bool = True,
        **also: Significance,
    ) -> Revision:
        """Save a draft and ask for its review."""
        expects = current_revision(await self.editing.history(item), language)
        one = await self.editing.save(item, language, body, by=by, expects=expects, **also)
        if submit:
            await self.editing.submit(one.id, by=by)
        return one

    async def published(self, item: Item = MENU, words: dict[Language, str] | None = None) -> list[Revision]:
        """Publish words in both languages."""
        both = [await self.drafted(item, language, text) for language, text in (words or NEW).items()]
        await self.editing.publish([one.id for one in both], by=replace(UME, is_administrator=True))
        return both
