"""Without Rasa every button works, and free words are met honestly."""

import pytest

from bot.assistant.scripted import ScriptedAssistant
from bot.conversation.model import AssistantId
from bot.conversation.ports import TurnInput
from bot.guidance.catalogue import Catalogue
from bot.language import Language


@pytest.fixture
def scripted(catalogue: Catalogue) -> ScriptedAssistant:
    return ScriptedAssistant(catalogue.plans)


def heard(*, text: str = "", payload: str = "", asked: str = "welcome") -> TurnInput:
    return TurnInput(assistant_id=AssistantId("a" * 32), language=Language.EN, asked=asked, text=text, payload=payload)


async def test_every_topic_button_says_what_the_guidance_has_for_it(
    scripted: ScriptedAssistant, catalogue: Catalogue
) -> None:
    for button in catalogue.buttons.values():
        kind, _, topic = button.payload.partition(":")
        if kind == "topic":
            decided = await scripted.ask(heard(payload=button.payload), within=30.0)
            leads = catalogue.plans.topics[topic]
            keys = tuple(say.key for say in decided.say)
            assert keys == leads.say or keys[0] == f"plan.{leads.heard}"
            assert decided.understood.intent == topic


async def test_every_answer_button_is_taken_and_the_plan_goes_on(
    scripted: ScriptedAssistant, catalogue: Catalogue
) -> None:
    for button in catalogue.buttons.values():
        if button.payload.startswith("answer:"):
            slot, value = button.payload.removeprefix("answer:").split("=")
            decided = await scripted.ask(heard(payload=button.payload), within=30.0)
            assert [say.key for say in decided.say] == ["heard.more", "plan.next"]
            assert decided.understood.slots == {slot: [value] if slot == "platform" else value}


async def test_free_words_are_met_honestly_and_differently_the_second_time(scripted: ScriptedAssistant) -> None:
    first = await scripted.ask(heard(text="help"), within=30.0)
    second = await scripted.ask(heard(text="help", asked="scripted"), within=30.0)
    third = await scripted.ask(heard(text="help", asked="scripted.again"), within=30.0)
    assert [decided.say[0].key for decided in (first, second, third)] == [
        "scripted",
        "scripted.again",
        "scripted.again",
    ]


async def test_an_unknown_topic_is_met_like_free_words(scripted: ScriptedAssistant) -> None:
    decided = await scripted.ask(heard(payload="topic:weather"), within=30.0)
    assert [say.key for say in decided.say] == ["scripted"]
