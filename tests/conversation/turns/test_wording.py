"""A message often holds several needs: the second-best is offered as a button, not dropped."""

import pytest

from bot.conversation.turns.wording import SECOND_NEED_FROM
from bot.guidance.catalogue import MOST_BUTTONS, Catalogue
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered


async def test_the_second_need_is_the_first_button(services: FakeServices, catalogue: Catalogue) -> None:
    services.assistant.otherwise = reply("heard.distress", "distress.listen", others={"police_report_how": 0.2})
    turn = await services.write(await services.begin(), "怖いし警察にも行きたい")
    buttons = offered(turn, catalogue)
    assert buttons[0] == "topic:police_report_how"
    assert len(buttons) <= MOST_BUTTONS
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.buttons == ()


async def test_pressing_it_leads_there(services: FakeServices) -> None:
    services.assistant.otherwise = reply("cost", others={"police_report_how": 0.3})
    conversation = await services.begin()
    await services.write(conversation, "お金と警察")
    services.assistant.otherwise = "not reachable"
    assert keys(await services.press(conversation, "topic:police_report_how")) == ["step.police"]


@pytest.mark.parametrize("chance", [0.0, SECOND_NEED_FROM - 0.01])
async def test_an_unlikely_one_is_not_offered(services: FakeServices, chance: float) -> None:
    services.assistant.otherwise = reply("cost", others={"police_report_how": chance})
    turn = await services.write(await services.begin(), "お金")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()


@pytest.mark.parametrize(
    "intent", ["crisis_suicide", "immediate_danger", "greet", "affirm", "chitchat", "nlu_fallback"]
)
async def test_danger_and_small_talk_are_no_second_need(services: FakeServices, intent: str) -> None:
    services.assistant.otherwise = reply("cost", others={intent: 0.4, "police_report_how": 0.3})
    turn = await services.write(await services.begin(), "お金")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()


@pytest.mark.parametrize("asks", ["ask.age", "ask.platform", "ask.state", "ask.role"])
async def test_a_question_keeps_its_own_answers(services: FakeServices, catalogue: Catalogue, asks: str) -> None:
    services.assistant.otherwise = reply("heard.more", asks, others={"police_report_how": 0.4})
    turn = await services.write(await services.begin(), "こんにちは")
    assert all(payload.startswith("answer:") for payload in offered(turn, catalogue))


async def test_where_it_is_offered_anyway_it_is_offered_once(services: FakeServices, catalogue: Catalogue) -> None:
    services.assistant.otherwise = reply("menu", others={"police_report_how": 0.4})
    buttons = offered(await services.write(await services.begin(), "こんにちは"), catalogue)
    assert buttons.count("topic:police_report_how") == 1


async def test_in_danger_nothing_else_is_offered(services: FakeServices) -> None:
    services.assistant.otherwise = reply("crisis.suicide", intent="crisis_suicide", others={"takedown_how": 0.4})
    turn = await services.write(await services.begin(), "つらい")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()
