"""After danger the assistant asks once, later, how the person is."""

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered

CHECK = "crisis.check_later"


async def test_it_asks_once_after_two_calm_turns(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    said = [keys(await services.write(conversation, f"こんにちは{number}")) for number in range(6)]
    assert said == [["menu"], ["menu", CHECK], ["menu"], ["menu"], ["menu"], ["menu"]]


async def test_it_asks_again_only_after_new_danger(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    texts = ["死にたい", "a", "b", "c", "死にたい", "d", "e", "f"]
    said = [CHECK in keys(await services.write(conversation, text)) for text in texts]
    assert said == [False, False, True, False, False, False, True, False]


async def test_without_danger_it_never_asks(services: FakeServices) -> None:
    conversation = await services.begin()
    said = [keys(await services.write(conversation, f"こんにちは{number}")) for number in range(5)]
    assert CHECK not in {key for turn in said for key in turn}


async def test_it_makes_room_for_the_question(services: FakeServices) -> None:
    services.assistant.otherwise = reply("heard.deepfake", "paps", "menu")
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await services.write(conversation, "a")
    said = keys(await services.write(conversation, "b"))
    assert len(said) == 3
    assert said[-1] == CHECK


@pytest.mark.parametrize(
    ("payload", "key"), [("say:crisis.safe_now", "crisis.safe_now"), ("say:crisis.not_safe", "crisis.not_safe")]
)
async def test_its_answers_have_words_of_their_own(services: FakeServices, payload: str, key: str) -> None:
    services.assistant.otherwise = "late"
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    assert keys(await services.press(conversation, payload)) == [key]


async def test_the_assistant_may_ask_by_itself_and_it_is_not_asked_twice(services: FakeServices) -> None:
    services.assistant.table["はい"] = reply(CHECK)
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await services.write(conversation, "a")
    assert keys(await services.write(conversation, "はい")) == [CHECK]


@pytest.mark.parametrize("key", ["human.offer", "human.message", "ask.age", "delete.ask"])
async def test_it_waits_while_buttons_wait_for_an_answer(services: FakeServices, key: str) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    await services.write(conversation, "a")
    services.assistant.otherwise = reply(key)
    for _ in range(2):
        assert keys(await services.write(conversation, "b")) == [key]
    services.assistant.otherwise = reply("menu")
    assert keys(await services.write(conversation, "c")) == ["menu", CHECK]
    assert keys(await services.write(conversation, "d")) == ["menu"]


@pytest.mark.parametrize("language", Language)
async def test_the_way_to_leaving_a_message_keeps_its_buttons(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = reply("human")
    services.availability.now = Staffing.AWAY
    conversation = await services.begin(language=language)
    await services.write(conversation, "死にたい" if language is Language.JA else "I want to die")
    assert keys(await services.write(conversation, "a")) == ["human.later"]
    turn = await services.press(conversation, "say:human.message")
    catalogue = services.ports.catalogue
    assert offered(turn, catalogue) == ["call:message_everything", "call:message_summary", "call:message_nothing"]
    await services.press(conversation, "call:message_everything")
    assert (await services.state(conversation.id)).stage is Stage.WAITING
