"""What is not taken, and what an image becomes: nothing is lost, nothing is kept."""

from datetime import timedelta

import pytest

from bot.conversation.errors import ConversationGone, MessageEmpty, MessageTooFast, MessageTooLong, UnknownChoice
from bot.conversation.model import Conversation, ConversationId
from bot.conversation.turns.intake import BURST
from bot.conversation.turns.turn import IMAGE_PLACEHOLDER
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys

PICTURE = "data:image/jpeg;base64," + "/9j4AAQSkZJRgABAQ" * 20


async def kept_texts(services: FakeServices, conversation: Conversation) -> list[str]:
    return [message.text for message in await services.conversations.messages(conversation.id) if message.text]


@pytest.mark.parametrize(
    ("text", "refusal"), [("", MessageEmpty), ("\x00\u200b", MessageEmpty), ("あ" * 2001, MessageTooLong)]
)
async def test_what_cannot_be_taken_leaves_no_trace(
    services: FakeServices, text: str, refusal: type[Exception]
) -> None:
    conversation = await services.begin()
    with pytest.raises(refusal):
        await services.write(conversation, text)
    assert await kept_texts(services, conversation) == []
    assert services.assistant.heard == []


async def test_too_many_messages_at_once_are_refused_and_later_taken(services: FakeServices) -> None:
    conversation = await services.begin()
    for number in range(BURST):
        await services.conversations.turns.receive(conversation.id, f"こんにちは{number}", nonce=services.nonce())
    refused = services.nonce()
    with pytest.raises(MessageTooFast):
        await services.conversations.turns.receive(conversation.id, "まだあります", nonce=refused)
    with pytest.raises(MessageTooFast):
        await services.conversations.turns.press(conversation.id, "plan:next", nonce=services.nonce())
    services.clock.forward(timedelta(seconds=11))
    turn = await services.conversations.turns.receive(conversation.id, "まだあります", nonce=refused)
    assert turn.messages


async def test_one_person_writing_fast_does_not_stop_another(services: FakeServices) -> None:
    fast, other = await services.begin(), await services.begin()
    for number in range(BURST):
        await services.conversations.turns.receive(fast.id, f"こんにちは{number}", nonce=services.nonce())
    assert (await services.conversations.turns.receive(other.id, "こんにちは", nonce=services.nonce())).messages


@pytest.mark.parametrize(
    "payload", ["", "topic:", "topic:weather", "say:crisis", "do:delete", "plan:end", "answer:age=3", "/restart"]
)
async def test_a_payload_that_no_button_has_is_refused(services: FakeServices, payload: str) -> None:
    conversation = await services.begin()
    with pytest.raises(UnknownChoice):
        await services.press(conversation, payload)
    assert await kept_texts(services, conversation) == []


async def test_a_pressed_button_is_kept_as_its_title(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.press(conversation, "plan:next")
    assert await kept_texts(services, conversation) == ["つづきを見る"]


async def test_an_image_is_cut_out_before_anything_sees_it(services: FakeServices) -> None:
    services.assistant.otherwise = reply("heard.deepfake")
    conversation = await services.begin()
    turn = await services.write(conversation, f"これです {PICTURE} 消したい")
    assert keys(turn) == ["image.refused", "heard.deepfake"]
    seen = [*(await kept_texts(services, conversation)), *(heard.text for heard in services.assistant.heard)]
    assert seen
    assert not any("base64" in text or "9j4AAQ" in text for text in seen)


async def test_nothing_but_an_image_is_met_kindly_and_the_assistant_is_not_bothered(services: FakeServices) -> None:
    conversation = await services.begin()
    turn = await services.write(conversation, PICTURE)
    assert keys(turn) == ["image.refused"]
    assert await kept_texts(services, conversation) == [IMAGE_PLACEHOLDER]
    assert services.assistant.heard == []


async def test_an_unknown_conversation_is_gone(services: FakeServices) -> None:
    nobody = ConversationId("0" * 32)
    with pytest.raises(ConversationGone):
        await services.conversations.turns.receive(nobody, "こんにちは", nonce=services.nonce())
    with pytest.raises(ConversationGone):
        await services.conversations.turns.press(nobody, "plan:next", nonce=services.nonce())
    with pytest.raises(ConversationGone):
        await services.conversations.erasure.forget(nobody)
