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
from tests.fakes.house import KEEP, Services, house

NOTHING = {table.name: 0 for table in metadata.sorted_tables}
OWED = {**NOTHING, "owed_forgettings": 1}
SECOND = timedelta(seconds=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with sqlite_database(tmp_path) as opened:
        yield opened


@pytest.fixture
def home(catalogue: Catalogue, database: Database) -> Services:
    return house(catalogue, archive=database.archive)


async def test_forgetting_leaves_no_row_and_gives_a_receipt(home: Services, database: Database) -> None:
    conversation = await home.begin()
    await home.write(conversation, "こんにちは")
    assert await database.rows() == {**NOTHING, "conversations": 1, "messages": 3, "outbox": 3}
    receipt = await home.conversations.erasure.forget(conversation.id)
    assert (receipt.messages, receipt.at) == (3, home.clock.now())
    assert await database.rows() == OWED
    await home.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert home.assistant.forgotten == [conversation.assistant_id]
    assert await home.conversations.messages(conversation.id) == []


async def test_nobody_waits_for_the_assistant_to_forget(home: Services) -> None:
    conversation = await home.begin()
    await home.conversations.erasure.forget(conversation.id)
    assert home.assistant.forgotten == []


async def test_a_forgotten_conversation_is_gone(home: Services) -> None:
    conversation = await home.begin()
    await home.conversations.erasure.forget(conversation.id)
    with pytest.raises(ConversationGone):
        await home.conversations.erasure.forget(conversation.id)
    with pytest.raises(ConversationGone):
        await home.write(conversation, "こんにちは")


async def test_the_same_browser_can_begin_again_without_what_was(home: Services) -> None:
    address = Address("web:same")
    first = await home.conversations.begin(address=address, channel="web", language=Language.JA)
    assert await home.conversations.begin(address=address, channel="web", language=Language.EN) == first
    await home.conversations.erasure.forget(first.id)
    assert await home.conversations.find(address) is None
    second = await home.conversations.begin(address=address, channel="web", language=Language.JA)
    assert second.id != first.id
    assert second.assistant_id != first.assistant_id
    assert len(await home.conversations.messages(second.id)) == 1


async def test_one_person_forgetting_leaves_the_others(home: Services, database: Database) -> None:
    going, staying = await home.begin(), await home.begin()
    await home.write(staying, "こんにちは")
    await home.conversations.erasure.forget(going.id)
    assert (await database.rows())["messages"] == 3
    assert len(await home.conversations.messages(staying.id)) == 3


async def test_an_assistant_that_is_away_forgets_later(home: Services, database: Database) -> None:
    conversation = await home.begin()
    home.assistant.otherwise = "not reachable"
    await home.conversations.erasure.forget(conversation.id)
    await home.conversations.erasure.settle()
    assert await database.rows() == OWED
    home.assistant.otherwise = reply("menu")
    await home.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert home.assistant.forgotten == [conversation.assistant_id]


async def test_the_clock_removes_everything_the_kept_time_after_the_last_message(
    home: Services, database: Database
) -> None:
    conversation = await home.begin()
    await home.write(conversation, "こんにちは")
    home.clock.forward(KEEP - SECOND)
    assert await home.conversations.erasure.sweep() == 0
    assert (await database.rows())["messages"] == 3
    home.clock.forward(SECOND)
    assert await home.conversations.erasure.sweep() == 1
    await home.conversations.erasure.settle()
    assert await database.rows() == NOTHING
    assert await home.conversations.erasure.sweep() == 0


@pytest.mark.parametrize("sign_of_life", ["write", "press"])
async def test_every_message_starts_the_clock_again(home: Services, database: Database, sign_of_life: str) -> None:
    conversation = await home.begin()
    home.clock.forward(KEEP - timedelta(hours=1))
    if sign_of_life == "write":
        await home.write(conversation, "こんにちは")
    else:
        await home.press(conversation, "plan:next")
    home.clock.forward(KEEP - SECOND)
    assert await home.conversations.erasure.sweep() == 0
    home.clock.forward(SECOND)
    assert await home.conversations.erasure.sweep() == 1
    await home.conversations.erasure.settle()
    assert await database.rows() == NOTHING


async def test_looking_and_changing_the_language_do_not_keep_it_longer(home: Services) -> None:
    conversation = await home.begin()
    home.clock.forward(KEEP - SECOND)
    await home.conversations.messages(conversation.id)
    await home.conversations.choose_language(conversation.id, Language.EN)
    home.clock.forward(SECOND)
    assert await home.conversations.erasure.sweep() == 1


async def test_each_conversation_has_its_own_clock(home: Services) -> None:
    early = await home.begin()
    home.clock.forward(timedelta(hours=1))
    late = await home.begin()
    home.clock.forward(KEEP - timedelta(hours=1))
    assert await home.conversations.erasure.sweep() == 1
    assert await home.conversations.messages(early.id) == []
    assert len(await home.conversations.messages(late.id)) == 1


async def test_the_keys_of_days_that_nothing_needs_are_destroyed(home: Services, database: Database) -> None:
    conversation = await home.begin()
    await home.write(conversation, "こんにちは")
    today = home.clock.now().date().isoformat()
    assert [file.stem for file in database.keys.iterdir()] == [today]
    await home.conversations.erasure.forget(conversation.id)
    assert [file.stem for file in database.keys.iterdir()] == [today]
    home.clock.forward(timedelta(days=1))
    await home.conversations.erasure.sweep()
    assert list(database.keys.iterdir()) == []


async def test_the_keys_of_days_that_are_needed_stay(home: Services, database: Database) -> None:
    conversation = await home.begin()
    for _ in range(3):
        await home.write(conversation, "こんにちは")
        home.clock.forward(KEEP - timedelta(minutes=1))
        await home.conversations.erasure.sweep()
    assert len(list(database.keys.iterdir())) == 3
    assert len(await home.conversations.messages(conversation.id)) == 7
