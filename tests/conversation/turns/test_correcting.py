"""A role that was only assumed can be put right by one button, or in words; the plan follows."""

from dataclasses import replace

import pytest

from bot.conversation.model import Say
from bot.guidance.catalogue import MOST_BUTTONS, Catalogue
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered

ASSUMED = replace(
    reply("heard.made_or_shared", "plan.next", "ask.age", slots={"role": "maker", "topic": "i_made_or_shared_it"}),
    say=(Say(key="heard.made_or_shared", buttons=("correct.self",)), Say(key="plan.next"), Say(key="ask.age")),
)
CORRECTED = reply("plan.heard_deepfake", "plan.next", slots={"role": "self", "corrected": ["role"]})


async def test_the_button_stands_under_the_last_bubble_beside_all_its_own(
    services: FakeServices, catalogue: Catalogue
) -> None:
    services.assistant.otherwise = ASSUMED
    turn = await services.write(await services.begin(), "友だちの写真でAIの裸が出てきた")
    assert keys(turn) == ["heard.made_or_shared", "made.stop", "ask.age"]
    buttons = offered(turn, catalogue)
    assert buttons[-1] == "answer:role=self"
    assert len(buttons) == MOST_BUTTONS + 1
    assert all("correct.self" not in (message.say or Say(key="")).buttons for message in turn.messages[:-1])


@pytest.mark.parametrize("correction", ["いいえ、自分のことです", "press"])
async def test_who_was_taken_for_a_maker_is_spoken_to_as_somebody_harmed(
    services: FakeServices, correction: str
) -> None:
    services.assistant.otherwise = ASSUMED
    conversation = await services.begin()
    await services.write(conversation, "AIの裸")
    services.assistant.table["answer:role=self"] = CORRECTED
    if correction == "press":
        turn = await services.press(conversation, "answer:role=self")
    else:
        turn = await services.write(conversation, correction)
    assert turn.conversation.answers.role == "self"
    assert keys(turn) == ["heard.deepfake", "step.record.minor"] or keys(turn) == [
        "heard.deepfake",
        "step.record.careful",
    ]
