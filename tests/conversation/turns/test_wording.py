"""A message often holds several needs: the second-best is offered as a button, not dropped."""

import pytest

from bot.conversation.turns.wording import SECOND_NEED_FROM
from bot.guidance.catalogue import MOST_BUTTONS, Catalogue
from tests.fakes.assistant import reply
from tests.fakes.house import Services, keys, offered


async def test_the_second_need_is_the_first_button(home: Services, catalogue: Catalogue) -> None:
    home.assistant.otherwise = reply("heard.distress", "distress.listen", others={"police_report_how": 0.2})
    turn = await home.write(await home.begin(), "怖いし警察にも行きたい")
    buttons = offered(turn, catalogue)
    assert buttons[0] == "topic:police_report_how"
    assert len(buttons) <= MOST_BUTTONS
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.buttons == ()


async def test_pressing_it_leads_there(home: Services) -> None:
    home.assistant.otherwise = reply("cost", others={"police_report_how": 0.3})
    conversation = await home.begin()
    await home.write(conversation, "お金と警察")
    home.assistant.otherwise = "not reachable"
    assert keys(await home.press(conversation, "topic:police_report_how")) == ["step.police"]


@pytest.mark.parametrize("chance", [0.0, SECOND_NEED_FROM - 0.01])
async def test_an_unlikely_one_is_not_offered(home: Services, chance: float) -> None:
    home.assistant.otherwise = reply("cost", others={"police_report_how": chance})
    turn = await home.write(await home.begin(), "お金")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()


@pytest.mark.parametrize(
    "intent", ["crisis_suicide", "immediate_danger", "greet", "affirm", "chitchat", "nlu_fallback"]
)
async def test_danger_and_small_talk_are_no_second_need(home: Services, intent: str) -> None:
    home.assistant.otherwise = reply("cost", others={intent: 0.4, "police_report_how": 0.3})
    turn = await home.write(await home.begin(), "お金")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()


@pytest.mark.parametrize("asks", ["ask.age", "ask.platform", "ask.state", "ask.role"])
async def test_a_question_keeps_its_own_answers(home: Services, catalogue: Catalogue, asks: str) -> None:
    home.assistant.otherwise = reply("heard.more", asks, others={"police_report_how": 0.4})
    turn = await home.write(await home.begin(), "こんにちは")
    assert all(payload.startswith("answer:") for payload in offered(turn, catalogue))


async def test_where_it_is_offered_anyway_it_is_offered_once(home: Services, catalogue: Catalogue) -> None:
    home.assistant.otherwise = reply("menu", others={"police_report_how": 0.4})
    buttons = offered(await home.write(await home.begin(), "こんにちは"), catalogue)
    assert buttons.count("topic:police_report_how") == 1


async def test_in_danger_nothing_else_is_offered(home: Services) -> None:
    home.assistant.otherwise = reply("crisis.suicide", intent="crisis_suicide", others={"takedown_how": 0.4})
    turn = await home.write(await home.begin(), "つらい")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ()
