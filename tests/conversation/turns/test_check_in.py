"""After danger the assistant asks once, later, how the person is."""

import pytest

from bot.conversation.danger.moves import State
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Turn
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered

CHECK = "crisis.check_later"
HELP = ["cost", "identify", "nudify", "paps", "privacy", "foreign"]


async def asks(
    services: FakeServices, conversation: Conversation, *entries: str, intent: str = "cost_question"
) -> Turn:
    """Ask something, which is answered with some entries."""
    services.assistant.otherwise = reply(*entries, intent=intent)
    return await services.write(conversation, "あの、それで")


async def test_it_asks_once_after_two_turns_about_other_things(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    said = [keys(await asks(services, conversation, entry)) for entry in HELP]
    assert said == [[HELP[0]], [HELP[1], CHECK], *([entry] for entry in HELP[2:])]


async def test_new_danger_climbs_on_and_the_question_is_not_asked_in_the_same_words_again(
    services: FakeServices,
) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    said = [key for entry in HELP[:3] for key in keys(await asks(services, conversation, entry))]
    assert said.count(CHECK) == 1
    assert keys(await services.write(conversation, "死にたい")) == ["crisis.suicide.ask"]
    said = [key for entry in HELP[3:] for key in keys(await asks(services, conversation, entry))]
    assert CHECK not in said


async def test_without_danger_it_never_asks(services: FakeServices) -> None:
    conversation = await services.begin()
    said = [keys(await services.write(conversation, f"こんにちは{number}")) for number in range(5)]
    assert CHECK not in {key for turn in said for key in turn}


async def test_it_makes_room_for_the_question(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await asks(services, conversation, "cost")
    said = keys(await asks(services, conversation, "heard.deepfake", "paps", "privacy"))
    assert said == ["heard.deepfake", "paps", CHECK]


async def test_its_yes_is_believed_and_its_no_climbs(services: FakeServices) -> None:
    services.assistant.otherwise = "late"
    for payload, key, state in (
        ("say:crisis.safe_now", "crisis.safe_now", State.EASED),
        ("say:crisis.not_safe", "crisis.suicide.ask", State.DANGER),
    ):
        conversation = await services.begin()
        await services.write(conversation, "死にたい")
        turn = await services.press(conversation, payload)
        assert (keys(turn), turn.conversation.safety.state) == ([key], state)


async def test_not_safe_before_anything_was_told_has_words_of_its_own(services: FakeServices) -> None:
    turn = await services.press(await services.begin(), "say:crisis.not_safe")
    assert (keys(turn), turn.danger) == (["crisis.not_safe"], True)


async def test_it_is_not_asked_twice_where_the_assistant_asks_by_itself(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await asks(services, conversation, "cost")
    assert keys(await asks(services, conversation, CHECK)) == [CHECK]
    assert CHECK not in keys(await asks(services, conversation, "paps"))


@pytest.mark.parametrize("key", ["human.offer", "human.message"])
async def test_it_waits_while_buttons_wait_for_an_answer(services: FakeServices, key: str) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await asks(services, conversation, "cost")
    turn = await asks(services, conversation, key)
    assert keys(turn) == [key]
    assert [payload for payload in offered(turn, services.ports.catalogue) if payload.startswith(("call:", "answer:"))]
    services.assistant.table["topic:contact_paps"] = reply("paps")
    assert keys(await services.press(conversation, "topic:contact_paps"))[-1] == CHECK


@pytest.mark.parametrize("key", ["ask.age", "ask.platform", "heard.more"])
async def test_in_danger_nothing_is_asked_that_a_form_asks(services: FakeServices, key: str) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    said = keys(await asks(services, conversation, key))
    assert said
    assert key not in said


@pytest.mark.parametrize("language", Language)
async def test_the_way_to_leaving_a_message_keeps_its_buttons(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = reply("human", intent="talk_to_human")
    services.availability.now = Staffing.AWAY
    conversation = await services.begin(language=language)
    await services.write(conversation, "死にたい" if language is Language.JA else "I want to die")
    assert keys(await services.write(conversation, "a")) == ["human.later"]
    turn = await services.press(conversation, "say:human.message")
    catalogue = services.ports.catalogue
    assert offered(turn, catalogue) == ["call:message_everything", "call:message_summary", "call:message_nothing"]
    await services.press(conversation, "call:message_everything")
    assert (await services.state(conversation.id)).stage is Stage.WAITING
