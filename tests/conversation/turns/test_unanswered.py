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
from tests.fakes.house import Services, house, keys

AFTER = timedelta(seconds=15)


class PowerCut(BaseException):
    """The process is gone: nothing can catch it."""


async def cut_the_power() -> None:
    raise PowerCut


async def die_while_answering(
    home: Services, conversation: Conversation, text: str, nonce: Nonce | None = None
) -> None:
    home.assistant.before_answering = cut_the_power
    with pytest.raises(PowerCut):
        await home.conversations.turns.receive(conversation.id, text, nonce=nonce or home.nonce())
    home.assistant.before_answering = None


def unanswered(home: Services, text: str) -> Message:
    return Message(seq=0, author=Author.PERSON, at=home.clock.now(), text=text, answered=False)


async def said(home: Services, conversation: Conversation) -> list[str]:
    return keys(list(await home.conversations.messages(conversation.id)))


@pytest.mark.parametrize("kept_in", ["memory", "sqlite"])
async def test_it_is_answered_once_after_a_while(catalogue: Catalogue, tmp_path: Path, kept_in: str) -> None:
    async with sqlite_database(tmp_path) as database:
        home = house(
            catalogue,
            assistant=FakeAssistant(otherwise=reply("menu")),
            archive=database.archive if kept_in == "sqlite" else None,
        )
        conversation = await home.begin()
        await die_while_answering(home, conversation, "こんにちは")
        assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 0
        home.clock.forward(AFTER)
        assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
        assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 0
        assert await said(home, conversation) == ["welcome", "menu"]


async def test_the_person_sending_it_again_gets_the_answer_at_once(home: Services) -> None:
    home.assistant.otherwise = reply("menu")
    conversation = await home.begin()
    nonce = home.nonce()
    await die_while_answering(home, conversation, "こんにちは", nonce)
    turn = await home.conversations.turns.receive(conversation.id, "こんにちは", nonce=nonce)
    assert keys(turn) == ["menu"]
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 0
    assert len(await home.conversations.messages(conversation.id)) == 3


async def test_a_pressed_button_is_answered_as_one_after_a_while(home: Services) -> None:
    conversation = await home.begin()
    home.assistant.before_answering = cut_the_power
    nonce = home.nonce()
    with pytest.raises(PowerCut):
        await home.conversations.turns.press(conversation.id, "topic:threatened_extortion", nonce=nonce)
    home.assistant.before_answering = None
    home.assistant.otherwise = "not reachable"
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert (await said(home, conversation))[1:] == ["heard.threat", "step.threat.first"]
    again = await home.conversations.turns.press(conversation.id, "topic:threatened_extortion", nonce=nonce)
    assert keys(again) == ["heard.threat", "step.threat.first"]


async def test_a_button_pressed_again_after_a_power_cut_is_answered_at_once(home: Services) -> None:
    conversation = await home.begin()
    home.assistant.before_answering = cut_the_power
    nonce = home.nonce()
    with pytest.raises(PowerCut):
        await home.conversations.turns.press(conversation.id, "topic:cost_question", nonce=nonce)
    home.assistant.before_answering = None
    home.assistant.otherwise = "not reachable"
    assert keys(await home.conversations.turns.press(conversation.id, "topic:cost_question", nonce=nonce)) == ["cost"]


async def test_danger_in_any_of_several_unanswered_messages_comes_first(home: Services) -> None:
    home.assistant.otherwise = reply("menu")
    conversation = await home.begin()
    async with home.archive.work() as records:
        for place, text in enumerate(["死にたい", "聞いてますか"]):
            await records.messages.append(conversation.id, [unanswered(home, text)], nonce=Nonce(f"dead-{place}"))
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(home, conversation) == ["welcome", "crisis.suicide"]
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 0


async def test_an_image_that_was_left_unanswered_is_met_kindly(home: Services) -> None:
    conversation = await home.begin()
    async with home.archive.work() as records:
        await records.messages.append(conversation.id, [replace(unanswered(home, "…"), media=True)])
    home.clock.forward(AFTER)
    await home.conversations.turns.answer_unanswered(older_than=AFTER)
    assert await said(home, conversation) == ["welcome", "image.refused"]
    assert home.assistant.heard == []


async def test_one_that_cannot_be_answered_does_not_stop_the_others(home: Services) -> None:
    closed, open_one = await home.begin(stage=Stage.CLOSED), await home.begin()
    async with home.archive.work() as records:
        for conversation in (closed, open_one):
            await records.messages.append(conversation.id, [unanswered(home, "こんにちは")])
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(home, open_one) == ["welcome", "chitchat"]


async def test_a_message_for_the_counsellor_does_not_wait_for_the_assistant(home: Services) -> None:
    conversation = await home.begin(stage=Stage.COUNSELLOR)
    await home.write(conversation, "こんにちは")
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 0


async def test_it_is_answered_when_the_assistant_is_away_too(home: Services) -> None:
    conversation = await home.begin()
    await die_while_answering(home, conversation, "こんにちは")
    home.assistant.otherwise = "late"
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(home, conversation) == ["welcome", "scripted"]


async def test_texts_that_came_together_are_answered_as_one_turn(home: Services) -> None:
    home.assistant.otherwise = reply("menu")
    conversation = await home.begin()
    for text in ("友だちが", "わたしの写真を", "加工して、広めてる"):
        await home.conversations.turns.take(conversation.id, text, nonce=home.nonce())
    (turn,) = await home.conversations.turns.answer_open(conversation.id)
    assert keys(turn) == ["menu"]
    assert home.assistant.heard[-1].text == "友だちが\nわたしの写真を\n加工して、広めてる"
    assert await home.conversations.turns.answer_open(conversation.id) == ()


async def test_a_button_pressed_after_a_text_leaves_no_text_behind(home: Services) -> None:
    home.assistant.otherwise = reply("menu")
    conversation = await home.begin()
    await home.conversations.turns.take(conversation.id, "やめてほしい", nonce=home.nonce())
    await home.conversations.turns.take_press(conversation.id, "plan:start", nonce=home.nonce())
    turns = await home.conversations.turns.answer_open(conversation.id)
    assert len(turns) == 2
    assert [heard.text for heard in home.assistant.heard] == ["やめてほしい"]


async def test_danger_in_one_of_several_texts_comes_first(home: Services) -> None:
    conversation = await home.begin()
    for text in ("ねえ", "もう死にたい", "どうしよう"):
        await home.conversations.turns.take(conversation.id, text, nonce=home.nonce())
    (turn,) = await home.conversations.turns.answer_open(conversation.id)
    assert turn.danger
    assert keys(turn)[0] == "crisis.suicide"


async def test_a_press_that_was_left_unanswered_is_still_that_press(home: Services) -> None:
    conversation = await home.begin()
    await home.conversations.turns.take_press(conversation.id, "say:privacy.who", nonce=home.nonce())
    home.clock.forward(AFTER)
    assert await home.conversations.turns.answer_unanswered(older_than=AFTER) == 1
    assert await said(home, conversation) == ["welcome", "privacy.who"]
