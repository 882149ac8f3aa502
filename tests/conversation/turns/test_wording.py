"""From what was decided to what is said: with the needs that were put off as buttons, for the right person, not too much at once."""

from dataclasses import replace

import pytest

from bot.conversation.model import Say
from bot.conversation.ports import Reply
from bot.guidance.catalogue import MOST_BUTTONS, Catalogue
from bot.language import Language
from tests.conversation.danger.safety_talk import wish
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered


def with_button(decided: Reply, *buttons: str) -> Reply:
    """Return a decision with buttons under its last bubble."""
    return replace(decided, say=(*decided.say[:-1], replace(decided.say[-1], buttons=buttons)))


async def test_the_second_need_is_the_first_button(services: FakeServices, catalogue: Catalogue) -> None:
    decided = reply("heard.distress", "distress.listen")
    services.assistant.otherwise = with_button(decided, "topic.police_report_how")
    turn = await services.write(await services.begin(), "怖いし警察にも行きたい")
    buttons = offered(turn, catalogue)
    assert buttons[0] == "topic:police_report_how"
    assert len(buttons) <= MOST_BUTTONS
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.buttons == ()


async def test_pressing_it_leads_there(services: FakeServices) -> None:
    services.assistant.otherwise = with_button(reply("cost"), "topic.police_report_how")
    conversation = await services.begin()
    await services.write(conversation, "お金と警察")
    services.assistant.otherwise = "not reachable"
    assert keys(await services.press(conversation, "topic:police_report_how")) == ["step.police"]


async def test_needs_that_were_put_off_are_remembered_until_they_are_served(services: FakeServices) -> None:
    conversation = await services.begin()
    said = []
    for offers in (("police_report_how", "lawyer_compensation"), None, ("lawyer_compensation",), ()):
        services.assistant.otherwise = reply("unclear", offered=offers)
        await services.write(conversation, "それで、あの")
        said.append((await services.state(conversation.id)).offered)
    assert said == [("police_report_how", "lawyer_compensation")] * 2 + [("lawyer_compensation",), ()]
    assert services.assistant.heard[1].context.offered == ("police_report_how", "lawyer_compensation")


async def test_a_button_that_there_is_not_is_left_out(services: FakeServices) -> None:
    services.assistant.otherwise = with_button(reply("cost"), "topic.weather", "topic.police_report_how")
    turn = await services.write(await services.begin(), "お金")
    assert turn.messages[-1].say is not None
    assert turn.messages[-1].say.buttons == ("topic.police_report_how",)


@pytest.mark.parametrize("asks", ["ask.age", "ask.platform", "ask.state", "ask.role"])
async def test_a_question_keeps_its_own_answers(services: FakeServices, catalogue: Catalogue, asks: str) -> None:
    services.assistant.otherwise = reply("heard.more", asks)
    turn = await services.write(await services.begin(), "こんにちは")
    assert all(payload.startswith("answer:") for payload in offered(turn, catalogue))


async def test_where_it_is_offered_anyway_it_is_offered_once(services: FakeServices, catalogue: Catalogue) -> None:
    services.assistant.otherwise = with_button(reply("menu"), "topic.takedown_how")
    buttons = offered(await services.write(await services.begin(), "こんにちは"), catalogue)
    assert buttons.count("topic:takedown_how") == 1


async def test_in_danger_nothing_else_is_offered(services: FakeServices) -> None:
    services.assistant.otherwise = with_button(reply("menu", danger=wish()), "topic.takedown_how")
    turn = await services.write(await services.begin(), "つらい")
    assert [message.say for message in turn.messages] == [Say(key="crisis.suicide")]


async def test_no_more_than_three_bubbles_at_once_and_each_once(services: FakeServices) -> None:
    services.assistant.otherwise = reply("heard.deepfake", "cost", "cost", "paps", "privacy")
    turn = await services.write(await services.begin(), "こんにちは")
    assert keys(turn) == ["heard.deepfake", "cost", "paps"]


async def test_a_step_that_found_no_room_comes_next(services: FakeServices) -> None:
    facts = {"age_in_image": "adult", "platform": ["x"]}
    services.assistant.otherwise = reply(
        "cost", "paps", "privacy", "plan.next", facts=facts, slots={"topic": "report_deepfake"}
    )
    conversation = await services.begin()
    assert keys(await services.write(conversation, "Xに載ってます、二十歳です")) == ["cost", "paps", "privacy"]
    assert keys(await services.press(conversation, "plan:next")) == ["step.record.adult"]


@pytest.mark.parametrize("role", ["maker", "maker_parent"])
async def test_who_made_one_is_never_told_what_is_for_somebody_harmed(services: FakeServices, role: str) -> None:
    services.assistant.otherwise = reply(
        "heard.deepfake", "plan.heard_more", "plan.next", facts={"role": role}, slots={"topic": "report_deepfake"}
    )
    turn = await services.write(await services.begin(), "作ってしまいました")
    catalogue = services.ports.catalogue
    assert keys(turn)
    assert all(catalogue.entries[key].fits(role, turn.conversation.answers.age) for key in keys(turn))
    assert "heard.deepfake" not in keys(turn)


async def test_a_question_that_may_be_meant_is_a_button_with_its_own_words(
    services: FakeServices, catalogue: Catalogue
) -> None:
    conversation = await services.begin()
    services.assistant.otherwise = with_button(reply("unclear"), "question.now_sleep")
    turn = await services.write(conversation, "よるが、あの")
    assert offered(turn, catalogue)[0] == "say:question.now_sleep"
    assert catalogue.title("question.now_sleep", language=Language.JA) == catalogue.questions["now_sleep"].title(
        Language.JA
    )
    pressed = await services.press(conversation, "say:question.now_sleep")
    assert keys(pressed)[0].startswith("question.now_sleep.")


async def test_a_question_that_somebody_may_not_ask_is_never_offered(
    services: FakeServices, catalogue: Catalogue
) -> None:
    conversation = await services.begin()
    services.assistant.otherwise = reply("heard.made_or_shared", slots={"role": "maker"})
    await services.write(conversation, "アプリで作った")
    harmed = next(name for name, one in catalogue.questions.items() if "maker" not in one.asked_by())
    services.assistant.otherwise = with_button(reply("unclear"), f"question.{harmed}", "question.no_such")
    turn = await services.write(conversation, "それで")
    assert [payload for payload in offered(turn, catalogue) if payload.startswith("say:question.")] == []


async def test_how_a_place_is_reported_is_said_for_that_place_and_counts_as_a_step(services: FakeServices) -> None:
    conversation = await services.begin()
    told = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x", "telegram"]}
    services.assistant.otherwise = replace(
        reply("plan.report", slots=told), say=(Say(key="plan.report", platform="telegram"),)
    )
    turn = await services.write(conversation, "テレグラムのほうは？")
    assert [(say.key, say.platform) for say in (message.say for message in turn.messages) if say] == [
        ("step.report.named.adult", "telegram")
    ]
    assert "report:telegram" in (await services.state(conversation.id)).answers.done
