"""Where a chat is, and what is in it: kept while something is due, and never of a chat that was erased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, AssistantId, Conversation, ConversationId
from bot.guidance.plan import Answers
from bot.language import Language
from bot.store.addresses import SqlAddressBook
from tests.fakes.clock import NOON
from tests.fakes.database import Database

CHAT = ConversationId("c" * 32)
CONVERSATION = Conversation(
    id=CHAT,
    assistant_id=AssistantId("a" * 32),
    channel="telegram",
    language=Language.JA,
    language_chosen=False,
    stage=Stage.ASSISTANT,
    answers=Answers(),
    asked="welcome",
    last_at=NOON,
)


@pytest.fixture
def book(database: Database) -> SqlAddressBook:
    return SqlAddressBook(database.engine, keyring=database.keyring)


async def begin(database: Database, stage: Stage) -> None:
    """Keep a conversation in a stage."""
    async with database.archive.work() as records:
        conversation = replace(CONVERSATION, stage=stage)
        await records.conversations.add(
            conversation, address=Address("telegram:17"), expires_at=NOON + timedelta(days=1)
        )


@pytest.mark.parametrize("stage", Stage)
async def test_an_address_is_kept_as_long_as_a_person_may_answer(
    database: Database, book: SqlAddressBook, stage: Stage
) -> None:
    await begin(database, stage)
    await book.hold(CHAT, "17", now=NOON)
    await book.release(CHAT)
    await book.release_all()
    is_kept = stage in (Stage.WAITING, Stage.COUNSELLOR)
    assert (await database.rows())["addresses"] == is_kept
    assert await book.address_of(CHAT) == ("17" if is_kept else None)
    assert await book.with_counsellor() == ([CHAT] if stage is Stage.COUNSELLOR else [])


async def test_what_was_on_its_way_leaves_nothing_of_a_chat_that_was_erased(
    database: Database, book: SqlAddressBook
) -> None:
    await begin(database, Stage.ASSISTANT)
    await book.note_message(CHAT, message_id=1, seq=1, own=True, at=NOON)
    assert (await database.rows())["chat_messages"] == 1
    async with database.archive.work() as records:
        await records.conversations.forget(CHAT)
    await book.note_message(CHAT, message_id=2, seq=2, own=True, at=NOON)
    assert (await database.rows())["chat_messages"] == 0


async def test_the_last_act_is_kept_with_the_address_and_no_earlier_one_replaces_it(
    database: Database, book: SqlAddressBook
) -> None:
    await begin(database, Stage.WAITING)
    await book.note_act(CHAT, acted_at=NOON, now=NOON)
    assert await book.last_act_of(CHAT) is None
    await book.hold(CHAT, "17", now=NOON, acted_at=NOON)
    await book.note_act(CHAT, acted_at=NOON + timedelta(minutes=5), now=NOON)
    await book.hold(CHAT, "17", now=NOON, acted_at=NOON + timedelta(minutes=1))
    assert await book.last_act_of(CHAT) == NOON + timedelta(minutes=5)
    assert await book.address_of(CHAT) == "17"
