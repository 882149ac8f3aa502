"""A message that was taken is answered, even when the process died before its answer."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, Message, Nonce
from bot.guidance.catalogue import Catalogue
from tests.fakes.assistant import FakeAssistant, reply
from tests.fakes.database import sqlite_database
from tests.fakes.services import FakeServices, fake_services, keys

AFTER = timedelta(seconds=15)


class PowerCut(BaseException):
    """The process is gone: nothing can catch it."""


async def cut_the_power() -> None:
    raise PowerCut


async def die_while_answering(
    services: FakeServices, conversation: Conversation, text: str, nonce: Nonce | None = None
) -> None:
    services.assistant.before_answering = cut_the_power
    with pytest.raises(PowerCut):
        await services.conversations.turns.receive(conversation.id, text, nonce=nonce or services.nonce())
    services.assistant.before_answering = None


def unanswered(services: FakeServices, text: str) -> Message:
    return Message(seq=0, author=Author.PERSON, at=services.clock.now(), text=text, answered=False)


async def said(services: FakeServices, conversation: Conversation) -> list[str]:
    return keys(list(await services.conversations.messages(conversation.id)))


@pytest.mark.parametrize("kept_in", ["memory", "sqlite"])
async def test_it_is_answered_once_after_a_while(catalogue: Catalogue, tmp_path: Path, kept_in: str) -> None:
    async with sqlite_database(tmp_path) as database:
        services = fake_services(
            catalogue,
            assistant=FakeAssistant(otherwise=reply("menu")),
            archive=database.archive if kept_in == "sqlite" else None,
        )
        conversation = await services.begin()
        await die_while_answering(services, conversation, "こんにちは")
        assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 0
        services.clock.forward(AFTER)
        assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
        assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 0
        assert await said(services, conversation) == ["welcome", "menu"]


async def test_the_person_sending_it_again_gets_the_answer_at_once(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    nonce = services.nonce()
    await die_while_answering(services, conversation, "こんにちは", nonce)
    turn = await services.conversations.turns.receive(conversation.id, "こんにちは", nonce=nonce)
    assert keys(turn) == ["menu"]
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 0
    assert len(await services.conversations.messages(conversation.id)) == 3


async def test_a_pressed_button_is_answered_as_one_after_a_while(services: FakeServices) -> None:
    conversation = await services.begin()
    services.assistant.before_answering = cut_the_power
    nonce = services.nonce()
    with pytest.raises(PowerCut):
        await services.conversations.turns.press(conversation.id, "topic:threatened_extortion", nonce=nonce)
    services.assistant.before_answering = None
    services.assistant.otherwise = "not reachable"
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert (await said(services, conversation))[1:] == ["heard.threat", "step.threat.first"]
    again = await services.conversations.turns.press(conversation.id, "topic:threatened_extortion", nonce=nonce)
    assert keys(again) == ["heard.threat", "step.threat.first"]


async def test_a_button_pressed_again_after_a_power_cut_is_answered_at_once(services: FakeServices) -> None:
    conversation = await services.begin()
    services.assistant.before_answering = cut_the_power
    nonce = services.nonce()
    with pytest.raises(PowerCut):
        await services.conversations.turns.press(conversation.id, "topic:cost_question", nonce=nonce)
    services.assistant.before_answering = None
    services.assistant.otherwise = "not reachable"
    assert keys(await services.conversations.turns.press(conversation.id, "topic:cost_question", nonce=nonce)) == [
        "cost"
    ]


async def test_danger_in_any_of_several_unanswered_messages_comes_first(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    async with services.archive.work() as records:
        for place, text in enumerate(["死にたい", "聞いてますか"]):
            await records.messages.append(conversation.id, [unanswered(services, text)], nonce=Nonce(f"dead-{place}"))
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(services, conversation) == ["welcome", "crisis.suicide"]
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 0


async def test_an_image_that_was_left_unanswered_is_met_kindly(services: FakeServices) -> None:
    conversation = await services.begin()
    async with services.archive.work() as records:
        await records.messages.append(conversation.id, [replace(unanswered(services, "…"), media=True)])
    services.clock.forward(AFTER)
    await services.conversations.turns.answer_unanswered(older_than=AFTER)
    assert await said(services, conversation) == ["welcome", "image.refused"]
    assert services.assistant.heard == []


async def test_one_that_cannot_be_answered_does_not_stop_the_others(services: FakeServices) -> None:
    closed, open_one = await services.begin(stage=Stage.CLOSED), await services.begin()
    async with services.archive.work() as records:
        for conversation in (closed, open_one):
            await records.messages.append(conversation.id, [unanswered(services, "こんにちは")])
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(services, open_one) == ["welcome", "chitchat"]


async def test_a_message_for_the_counsellor_does_not_wait_for_the_assistant(services: FakeServices) -> None:
    conversation = await services.begin(stage=Stage.COUNSELLOR)
    await services.write(conversation, "こんにちは")
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 0


async def test_it_is_answered_when_the_assistant_is_away_too(services: FakeServices) -> None:
    conversation = await services.begin()
    await die_while_answering(services, conversation, "こんにちは")
    services.assistant.otherwise = "late"
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(services, conversation) == ["welcome", "scripted"]


async def test_texts_that_came_together_are_answered_as_one_turn(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    for text in ("友だちが", "わたしの写真を", "加工して、広めてる"):
        await services.conversations.turns.take(conversation.id, text, nonce=services.nonce())
    (turn,) = await services.conversations.turns.answer_open(conversation.id)
    assert keys(turn) == ["menu"]
    assert services.assistant.heard[-1].text == "友だちが\nわたしの写真を\n加工して、広めてる"
    assert await services.conversations.turns.answer_open(conversation.id) == ()


async def test_a_button_pressed_after_a_text_leaves_no_text_behind(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    await services.conversations.turns.take(conversation.id, "やめてほしい", nonce=services.nonce())
    await services.conversations.turns.take_press(conversation.id, "plan:start", nonce=services.nonce())
    turns = await services.conversations.turns.answer_open(conversation.id)
    assert len(turns) == 2
    assert [heard.text for heard in services.assistant.heard] == ["やめてほしい"]


async def test_danger_in_one_of_several_texts_comes_first(services: FakeServices) -> None:
    conversation = await services.begin()
    for text in ("ねえ", "もう死にたい", "どうしよう"):
        await services.conversations.turns.take(conversation.id, text, nonce=services.nonce())
    (turn,) = await services.conversations.turns.answer_open(conversation.id)
    assert turn.danger
    assert keys(turn)[0] == "crisis.suicide"


async def test_a_press_that_was_left_unanswered_is_still_that_press(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.conversations.turns.take_press(conversation.id, "say:privacy.who", nonce=services.nonce())
    services.clock.forward(AFTER)
    assert await services.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(services, conversation) == ["welcome", "privacy.who"]
