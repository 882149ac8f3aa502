"""What completes an entry is kept with it, as it was said."""

from bot.conversation.model import Author, Message, Say
from bot.guidance.catalogue import Catalogue
from tests.fakes.clock import NOON
from tests.fakes.database import Database
from tests.fakes.services import fake_services

SAID = Say(
    key="waiting.begun",
    platform="x",
    buttons=("plan.next", "call.give_up"),
    counsellor="Sato",
    place=2,
    minutes=(5, 15),
    opens_at="2026-11-24T18:00:00+09:00",
)


async def test_what_was_said_is_read_as_it_was_said(catalogue: Catalogue, database: Database) -> None:
    services = fake_services(catalogue, archive=database.archive)
    conversation = await services.begin()
    async with services.archive.work() as records:
        await records.messages.append(conversation.id, [Message(seq=0, author=Author.ASSISTANT, at=NOON, say=SAID)])
    assert (await services.conversations.messages(conversation.id))[-1].say == SAID
