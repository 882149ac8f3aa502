"""A conversation disappears when the person says so, and by the clock otherwise: no row is left, in any table."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation.errors import ConversationGone
from bot.conversation.model import Address
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from bot.store.database import metadata
from tests.fakes.assistant import reply
from tests.fakes.database import Database, sqlite_database
from tests.fakes.services import KEEP, FakeServices, fake_services

NOTHING = {table.name: 0 for table in metadata.sorted_tables}
OWED = {**NOTHING, "owed_forgettings": 1}
SECOND = timedelta(seconds=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with sqlite_database(tmp_path) as opened:
        yield opened


@pytest.fixture
def services(catalogue: Catalogue, database: Database) -> FakeServices:
    return fake_services(catalogue, archive=database.archive)


async def test_forgetting_leaves_no_row_and_gives_a_receipt(services: FakeServices, database: Database) -> None:
    conversation = await services.begin()
    await services.write(conversation, "こんにちは")
    assert await database.rows() == {**NOTHING, "conversations": 1, "messages": 3, "outbox": 3}
    receipt = await services.conversations.erasure.forget(conversation.id)
    assert (receipt.messages, receipt.at) == (3, services.clock.now())
    assert await database.rows() == OWED
    await services.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert services.assistant.forgotten == [conversation.assistant_id]
    assert await services.conversations.messages(conversation.id) == []


async def test_nobody_waits_for_the_assistant_to_forget(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.conversations.erasure.forget(conversation.id)
    assert services.assistant.forgotten == []


async def test_a_forgotten_conversation_is_gone(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.conversations.erasure.forget(conversation.id)
    with pytest.raises(ConversationGone):
        await services.conversations.erasure.forget(conversation.id)
    with pytest.raises(ConversationGone):
        await services.write(conversation, "こんにちは")


async def test_the_same_browser_can_begin_again_without_what_was(services: FakeServices) -> None:
    address = Address("web:same")
    first = await services.conversations.begin(address=address, channel="web", language=Language.JA)
    assert await services.conversations.begin(address=address, channel="web", language=Language.EN) == first
    await services.conversations.erasure.forget(first.id)
    assert await services.conversations.find(address) is None
    second = await services.conversations.begin(address=address, channel="web", language=Language.JA)
    assert second.id != first.id
    assert second.assistant_id != first.assistant_id
    assert len(await services.conversations.messages(second.id)) == 1


async def test_one_person_forgetting_leaves_the_others(services: FakeServices, database: Database) -> None:
    going, staying = await services.begin(), await services.begin()
    await services.write(staying, "こんにちは")
    await services.conversations.erasure.forget(going.id)
    assert (await database.rows())["messages"] == 3
    assert len(await services.conversations.messages(staying.id)) == 3


async def test_an_assistant_that_is_away_forgets_later(services: FakeServices, database: Database) -> None:
    conversation = await services.begin()
    services.assistant.otherwise = "not reachable"
    await services.conversations.erasure.forget(conversation.id)
    await services.conversations.erasure.settle()
    assert await database.rows() == OWED
    services.assistant.otherwise = reply("menu")
    await services.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert services.assistant.forgotten == [conversation.assistant_id]


async def test_the_clock_removes_everything_the_kept_time_after_the_last_message(
    services: FakeServices, database: Database
) -> None:
    conversation = await services.begin()
    await services.write(conversation, "こんにちは")
    services.clock.forward(KEEP - SECOND)
    assert await services.conversations.erasure.sweep() == 0
    assert (await database.rows())["messages"] == 3
    services.clock.forward(SECOND)
    assert await services.conversations.erasure.sweep() == 1
    await services.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert await services.conversations.erasure.sweep() == 0


@pytest.mark.parametrize("sign_of_life", ["write", "press"])
async def test_every_message_starts_the_clock_again(
    services: FakeServices, database: Database, sign_of_life: str
) -> None:
    conversation = await services.begin()
    services.clock.forward(KEEP - timedelta(hours=1))
    if sign_of_life == "write":
        await services.write(conversation, "こんにちは")
    else:
        await services.press(conversation, "plan:next")
    services.clock.forward(KEEP - SECOND)
    assert await services.conversations.erasure.sweep() == 0
    services.clock.forward(SECOND)
    assert await services.conversations.erasure.sweep() == 1
    await services.conversations.erasure.settle()
    assert await database.rows() == NOTHING


async def test_looking_and_changing_the_language_do_not_keep_it_longer(services: FakeServices) -> None:
    conversation = await services.begin()
    services.clock.forward(KEEP - SECOND)
    await services.conversations.messages(conversation.id)
    await services.conversations.choose_language(conversation.id, Language.EN)
    services.clock.forward(SECOND)
    assert await services.conversations.erasure.sweep() == 1


async def test_each_conversation_has_its_own_clock(services: FakeServices) -> None:
    early = await services.begin()
    services.clock.forward(timedelta(hours=1))
    late = await services.begin()
    services.clock.forward(KEEP - timedelta(hours=1))
    assert await services.conversations.erasure.sweep() == 1
    assert await services.conversations.messages(early.id) == []
    assert len(await services.conversations.messages(late.id)) == 1


async def test_the_keys_of_days_that_nothing_needs_are_destroyed(services: FakeServices, database: Database) -> None:
    conversation = await services.begin()
    await services.write(conversation, "こんにちは")
    today = services.clock.now().date().isoformat()
    assert [file.stem for file in database.keys.iterdir()] == [today]
    await services.conversations.erasure.forget(conversation.id)
    assert [file.stem for file in database.keys.iterdir()] == [today]
    services.clock.forward(timedelta(days=1))
    await services.conversations.erasure.sweep()
    assert list(database.keys.iterdir()) == []


async def test_the_keys_of_days_that_are_needed_stay(services: FakeServices, database: Database) -> None:
    conversation = await services.begin()
    for entry in ("menu", "cost", "chitchat"):
        services.assistant.otherwise = reply(entry)
        await services.write(conversation, "こんにちは")
        services.clock.forward(KEEP - timedelta(minutes=1))
        await services.conversations.erasure.sweep()
    assert len(list(database.keys.iterdir())) == 3
    assert len(await services.conversations.messages(conversation.id)) == 7
