"""What was said before is said in other words, named with a button to it, or shown once more because somebody asks for it."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.conversation.errors import UnknownChoice
from bot.conversation.model import Say
from bot.conversation.turns.repetition import FEELINGS, LADDERS, mark_of, said_by
from bot.guidance.catalogue import LARGEST_PAYLOAD, MOST_BUTTONS, SHOW_AGAIN, Catalogue, Fills
from bot.guidance.questions import PREFIX
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys


async def test_what_was_said_before_is_named_with_a_button_that_shows_it(
    services: FakeServices, catalogue: Catalogue
) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin()
    assert keys(await services.write(conversation, "相談ってお金かかる？")) == ["cost"]
    turn = await services.write(conversation, "で、お金は…")
    said = turn.messages[-1].say
    assert said == Say(key="again", title="cost")
    shown = catalogue.say("again", language=Language.JA, fills=Fills(title="cost")).choices[0]
    assert shown.payload == "say:cost"
    assert keys(await services.press(conversation, "say:cost")) == ["cost"]


async def test_the_third_time_it_is_named_in_other_words_and_then_something_else_is_said(
    services: FakeServices,
) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin()
    said = [keys(await services.write(conversation, "お金")) for _ in range(6)]
    assert said == [["cost"], ["again"], ["again.more"], ["here"], ["here.again"], ["here.third"]]


async def test_it_is_never_silent(services: FakeServices) -> None:
    services.assistant.otherwise = reply("thanks")
    conversation = await services.begin()
    said = [keys(await services.write(conversation, "thx")) for _ in range(12)]
    assert all(said)
    assert all(before != after for before, after in pairwise(said))


@pytest.mark.parametrize("first", LADDERS)
async def test_nothing_is_said_twice_in_a_row(services: FakeServices, first: str) -> None:
    services.assistant.otherwise = reply(first)
    conversation = await services.begin()
    said = [keys(await services.write(conversation, "うーん")) for _ in range(8)]
    assert all(said)
    assert all(before != after for before, after in pairwise(said))


async def test_a_report_to_one_service_is_not_the_report_to_another(services: FakeServices) -> None:
    step = Say(key="step.report.named.careful", platform="instagram")
    assert mark_of(step) != mark_of(replace(step, platform="x"))
    named = Say(key="again", title=step.key, platform="instagram")
    assert mark_of(named) != mark_of(replace(named, platform="x"))
    assert said_by(mark_of(step)) == step
    assert said_by(mark_of(named)) == named
    del services


async def test_only_what_was_said_before_can_be_shown_again(services: FakeServices) -> None:
    conversation = await services.begin()
    for payload in ("say:cost", "say:step.record.minor", "say:", "say:again@cost"):
        with pytest.raises(UnknownChoice):
            await services.press(conversation, payload)


@pytest.mark.parametrize(
    "text",
    [
        "もう一度",
        "もう1回言って",
        "もういっかいお願いします",
        "さっきの話、もう一回見せてください",
        "もっかい",
        "ごめん、もう一度教えてもらえますか",
        "say it again",
        "sorry, can you say that again please?",
        "show me once more",
        "one more time pls",
        "mou ikkai onegai",
        "what was that again?",
    ],
)
async def test_it_can_be_asked_for_in_words(services: FakeServices, text: str) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin()
    await services.write(conversation, "お金")
    services.assistant.otherwise = "not reachable"
    assert keys(await services.write(conversation, text)) == ["cost"]


@pytest.mark.parametrize("text", ["うん", "見たい", "はい、お願いします", "yes please", "show it"])
async def test_a_bare_yes_after_the_name_shows_it(services: FakeServices, text: str) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin()
    for _ in range(2):
        await services.write(conversation, "お金")
    services.assistant.otherwise = reply("affirm.open")
    assert keys(await services.write(conversation, text)) == ["cost"]


@pytest.mark.parametrize(
    "text", ["うまくいかなかった", "やってみたけど、できなかったです", "it didn't work", "i can't do it"]
)
async def test_that_it_did_not_work_is_asked_after(services: FakeServices, text: str) -> None:
    services.assistant.otherwise = reply("paps")
    conversation = await services.begin()
    for _ in range(2):
        await services.write(conversation, "PAPS")
    turn = await services.write(conversation, text)
    assert turn.messages[-1].say == Say(key="again.stuck", title="paps")


async def test_who_made_one_is_asked_in_words_for_them(services: FakeServices) -> None:
    services.assistant.otherwise = reply("cost", slots={"role": "maker"})
    conversation = await services.begin()
    for _ in range(2):
        await services.write(conversation, "お金")
    assert keys(await services.write(conversation, "できなかった")) == ["again.stuck.maker"]


@pytest.mark.parametrize(
    "text",
    [
        "もう一度あの人に脅された",
        "he posted it again",
        "again and again they write to me",
        "もう一度会いたいって言われた",
        "また載せられた",
    ],
)
async def test_what_only_holds_the_words_is_no_wish_for_it(services: FakeServices, text: str) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin()
    await services.write(conversation, "お金")
    services.assistant.otherwise = reply("privacy")
    said = keys(await services.write(conversation, text))
    assert "privacy" in said
    assert "cost" not in said


def question_answers(catalogue: Catalogue) -> list[str]:
    return [key for key in catalogue.entries if key.startswith(PREFIX)]


async def test_a_question_is_not_named_to_who_has_just_asked_it(services: FakeServices, catalogue: Catalogue) -> None:
    answer = next(key for key in question_answers(catalogue) if key.startswith("question.how_long."))
    services.assistant.otherwise = reply(answer)
    conversation = await services.begin(language=Language.EN)
    said = [keys(await services.write(conversation, "how long does it take")) for _ in range(3)]
    assert said == [[answer], ["again.answer"], ["again.answer.more"]]


async def test_a_feeling_that_lasts_is_not_told_that_it_was_answered(
    services: FakeServices, catalogue: Catalogue
) -> None:
    answer = next(key for key in question_answers(catalogue) if key.startswith("question.now_sleep."))
    services.assistant.otherwise = reply(answer)
    conversation = await services.begin()
    said = [keys(await services.write(conversation, "ねむれん")) for _ in range(3)]
    assert said == [[answer], ["again.feeling"], ["again.feeling.more"]]


def test_every_feeling_is_a_question(catalogue: Catalogue) -> None:
    assert set(catalogue.questions) >= FEELINGS


@pytest.mark.parametrize("language", Language)
def test_the_button_to_what_was_said_fits_into_a_payload_for_everything_that_is_named(
    catalogue: Catalogue, language: Language
) -> None:
    for key in catalogue.entries:
        if not catalogue.named(key, language=language):
            continue
        for platform in catalogue.platforms if key.startswith("step.report") else ("",):
            choices = catalogue.say("again", language=language, fills=Fills(title=key, platform=platform)).choices
            assert choices[0].title == catalogue.title(SHOW_AGAIN, language=language)
            assert len(choices[0].payload.encode()) <= LARGEST_PAYLOAD
            assert len(choices) <= MOST_BUTTONS


async def test_an_offer_said_in_other_words_is_still_an_offer(services: FakeServices, catalogue: Catalogue) -> None:
    for key in ("human", "human.offer", "human.later", "goodbye", "image.refused"):
        again = catalogue.entries[f"{key}.again"]
        assert again.buttons == catalogue.entries[key].buttons
        assert again.contacts == catalogue.entries[key].contacts
    del services
