"""What was said stays as it was said: a publication changes what is said from then on."""

from dataclasses import dataclass

import pytest

from bot.container import LOCALES
from bot.conversation.model import Conversation, Counsellor, CounsellorId, Nonce, Say, Share
from bot.conversation.turns.turn import says
from bot.guidance.approval import Actor
from bot.guidance.revisions import BASELINE, EditorId, Item, Part
from bot.i18n import Interface
from bot.language import Language
from bot.presentation.views import Views
from bot.store.archive import SqlArchive
from tests.fakes.database import HASH
from tests.fakes.services import FakeServices, fake_services
from tests.staff.editor.editor_site import MENU, OTHER, Room

SATO = Counsellor(id=CounsellorId("5" * 32), name="Sato")
BUTTON = Item(part=Part.WORDS, key="button.topic.takedown_how")
REPLY = Item(part=Part.WORDS, key="reply.paps")
NEW: dict[Language | None, str] = {
    Language.JA: "なにを知りたいですか。",
    Language.EN: "What would you like to know?",
}
NEW_TITLE: dict[Language | None, str] = {Language.JA: "けしかたを知る", Language.EN: "Have it taken down"}
PUBLISHER = Actor(id=EditorId("c" * 32), is_administrator=True)


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A chat that reads the guidance as it is published, and how it is drawn."""

    room: Room
    services: FakeServices
    begun: Conversation

    async def drawn(self, number: int = -1) -> tuple[str, list[str]]:
        """Return the words and the buttons of one message, as they are drawn now."""
        views = Views(catalogue=self.room.site.editor.live, interface=Interface(LOCALES), keep_hours=24)
        kept = await self.services.conversations.messages(self.begun.id)
        bubble = views.messages(kept, language=self.begun.language)[number]
        return "\n\n".join(bubble["paragraphs"]), [button["title"] for button in bubble["buttons"]]

    async def says_the_menu(self) -> None:
        """Have the program say the menu."""
        async with self.services.archive.work() as records:
            await records.messages.append(self.begun.id, [says(Say(key=MENU.key), self.services.clock.now())])


@pytest.fixture(params=list(Language))
async def chat(room: Room, request: pytest.FixtureRequest) -> Chat:
    site = room.site
    archive = SqlArchive(
        site.database.engine, keyring=site.database.keyring, hash_key=HASH, edition=site.guidance.words.edition
    )
    services = fake_services(site.editor.live, archive=archive)
    return Chat(room=room, services=services, begun=await services.begin(language=request.param))


async def test_words_and_buttons_that_were_said_stay_as_they_were_said(room: Room, chat: Chat) -> None:
    await chat.says_the_menu()
    before = await chat.drawn()
    await room.published(MENU, dict(NEW))
    await room.published(BUTTON, dict(NEW_TITLE))
    assert await chat.drawn() == before
    await chat.says_the_menu()
    words, titles = await chat.drawn()
    assert words == NEW[chat.begun.language]
    assert NEW_TITLE[chat.begun.language] in titles


async def test_what_a_second_publication_replaces_and_a_rollback_takes_back_stays(room: Room, chat: Chat) -> None:
    await room.published(MENU, dict(NEW))
    await chat.says_the_menu()
    await room.published(MENU, {language: f"{words}!" for language, words in NEW.items()})
    for language in Language:
        await room.editing.roll_back(MENU, language, BASELINE, by=PUBLISHER)
    room.site.guidance.show(await room.editing.book.published())
    assert (await chat.drawn())[0] == NEW[chat.begun.language]


async def test_a_reply_taken_out_of_use_can_still_be_read_where_it_was_said(room: Room, chat: Chat) -> None:
    await chat.services.conversations.person.call(chat.begun.id, share=Share.EVERYTHING)
    await chat.services.conversations.counsellor.take(chat.begun.id, SATO, most=1)
    await chat.services.conversations.counsellor.reply(chat.begun.id, SATO, nonce=Nonce("n" * 16), key=REPLY.key)
    before = await chat.drawn()
    await room.editing.retire(REPLY, by=OTHER)
    room.site.guidance.show(await room.editing.book.published())
    assert await chat.drawn() == before
