"""The same message, sent twice, is taken once and answered once."""

import asyncio
from pathlib import Path

import pytest

from bot.conversation.model import Author, Nonce
from bot.guidance.catalogue import Catalogue
from tests.fakes.assistant import FakeAssistant
from tests.fakes.database import sqlite_database
from tests.fakes.services import FakeServices, fake_services, keys

NONCE = Nonce("the-same-nonce")
TEXTS = ["こんにちは", "死にたい"]


class Meeting:
    """Lets nobody go on before all have come."""

    def __init__(self, people: int) -> None:
        self._barrier = asyncio.Barrier(people)

    async def __call__(self) -> None:
        await self._barrier.wait()


@pytest.mark.parametrize("text", TEXTS)
async def test_a_repeated_message_gets_the_answer_it_had(services: FakeServices, text: str) -> None:
    conversation = await services.begin()
    first = await services.conversations.turns.receive(conversation.id, text, nonce=NONCE)
    second = await services.conversations.turns.receive(conversation.id, text, nonce=NONCE)
    assert second.messages == first.messages
    assert second.danger == first.danger
    assert len(await services.conversations.messages(conversation.id)) == 3
    assert len(services.assistant.heard) == (1 if text == TEXTS[0] else 0)


async def test_a_repeated_press_gets_the_answer_it_had(services: FakeServices) -> None:
    conversation = await services.begin()
    first = await services.conversations.turns.press(conversation.id, "plan:next", nonce=NONCE)
    second = await services.conversations.turns.press(conversation.id, "plan:next", nonce=NONCE)
    assert second.messages == first.messages
    assert keys(first) == ["step.record.careful"]


async def test_the_same_words_again_are_a_new_message(services: FakeServices) -> None:
    conversation = await services.begin()
    for _ in range(2):
        await services.write(conversation, "こんにちは")
    kept = await services.conversations.messages(conversation.id)
    assert [message.text for message in kept if message.author is Author.PERSON] == ["こんにちは"] * 2


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kept_in", ["memory", "sqlite"])
async def test_a_message_sent_twice_at_once_is_answered_once(
    catalogue: Catalogue, tmp_path: Path, text: str, kept_in: str
) -> None:
    async with sqlite_database(tmp_path) as database:
        services = fake_services(catalogue, archive=database.archive if kept_in == "sqlite" else None)
        conversation = await services.begin()
        services.assistant.before_answering = Meeting(2) if text == TEXTS[0] else None
        sent = [services.conversations.turns.receive(conversation.id, text, nonce=NONCE) for _ in range(2)]
        turns = await asyncio.gather(*sent)
        kept = await services.conversations.messages(conversation.id)
    assert [message.author.value for message in kept] == ["assistant", "person", "assistant"]
    assert keys(turns[0]) == keys(turns[1])


async def test_two_messages_at_once_are_both_kept_in_order_and_answered(catalogue: Catalogue) -> None:
    services = fake_services(catalogue, assistant=FakeAssistant())
    conversation = await services.begin()
    texts = [f"こんにちは{number}" for number in range(5)]
    await asyncio.gather(
        *(services.conversations.turns.receive(conversation.id, text, nonce=services.nonce()) for text in texts)
    )
    kept = await services.conversations.messages(conversation.id)
    assert [message.text for message in kept if message.text] == texts
    assert [message.seq for message in kept] == list(range(1, len(kept) + 1))
    assert all(message.answered for message in kept)
