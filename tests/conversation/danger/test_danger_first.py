"""A person in danger gets the emergency words first: in every stage, in both languages, with the assistant away."""

import pytest

from bot.conversation.danger.detector import DangerDetector
from bot.conversation.danger.model import DangerModel
from bot.conversation.danger.moves import State
from bot.conversation.errors import ConversationClosed, MessageTooFast, MessageTooLong
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author
from bot.conversation.turns.intake import BURST
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.conversation.danger.safety_talk import wish
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, fake_services, keys

DANGER = {
    "crisis.suicide": {Language.JA: "もう死にたい", Language.EN: "I want to kill myself"},
    "crisis.means.blade": {Language.JA: "また手首を切った", Language.EN: "I cut myself again"},
    "crisis.immediate": {Language.JA: "今、家の前にいる", Language.EN: "he is outside my house right now"},
}
OPEN = [stage for stage in Stage if stage is not Stage.CLOSED]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("entry", DANGER)
@pytest.mark.parametrize("stage", OPEN)
@pytest.mark.parametrize("answer", ["well", "late", "silent", "strange", "not reachable", "no such key"])
async def test_danger_is_answered_first_whatever_is_going_on(
    services: FakeServices, entry: str, language: Language, stage: Stage, answer: str
) -> None:
    decisions = {"well": reply("heard.deepfake", "plan.start"), "no such key": reply("no.such.entry")}
    services.assistant.otherwise = decisions.get(answer, answer)
    conversation = await services.begin(language=language, stage=stage)
    turn = await services.write(conversation, DANGER[entry][language])
    assert keys(turn) == [entry]
    assert turn.danger
    assert turn.conversation.language is language
    assert turn.conversation.stage is stage


async def test_in_danger_that_rules_see_the_assistant_is_not_waited_for(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.write(conversation, "死にたい")
    kept = await services.conversations.messages(conversation.id)
    assert keys(list(kept)) == ["welcome", "crisis.suicide"]
    assert services.assistant.heard == []
    assert services.bell.rings == 2


@pytest.mark.parametrize("language", Language)
async def test_what_only_the_ear_hears_is_asked_about_when_the_assistant_is_away(
    catalogue: Catalogue, language: Language
) -> None:
    model = DangerModel(longest=1, classes=["crisis_self_harm", "none"], intercepts=[0.5, 0.0], grams={})
    services = fake_services(catalogue, danger_detector=DangerDetector(model=model))
    services.assistant.otherwise = reply("menu")
    assert keys(await services.write(await services.begin(language=language), "...?")) == ["menu"]
    services.assistant.otherwise = "not reachable"
    turn = await services.write(await services.begin(language=language), "...?")
    assert (keys(turn), turn.danger) == (["doubt.harm"], False)
    assert turn.conversation.safety.state is State.DOUBT


async def test_danger_that_only_the_assistant_hears_is_answered_in_every_stage(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu", danger=wish())
    for stage in OPEN:
        turn = await services.write(await services.begin(stage=stage), "あしたの予定は全部なくした")
        assert (keys(turn), turn.danger) == (["crisis.suicide"], True)


async def test_where_rules_doubt_and_the_assistant_is_sure_it_is_danger(services: FakeServices) -> None:
    text = "the bridge is quiet at this hour"
    services.assistant.otherwise = reply("menu")
    assert keys(await services.write(await services.begin(language=Language.EN), text))[-1] == "doubt.ask"
    services.assistant.otherwise = reply("menu", danger=wish(means="edge"))
    assert keys(await services.write(await services.begin(language=Language.EN), text)) == ["crisis.means.edge"]


async def test_while_a_counsellor_talks_the_assistant_says_nothing_else(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu")
    conversation = await services.begin(stage=Stage.COUNSELLOR)
    turn = await services.write(conversation, "こんにちは")
    assert (turn.messages, turn.danger) == ((), False)
    pressed = await services.press(conversation, "topic:help_menu")
    assert pressed.messages == ()


@pytest.mark.parametrize("payload", ["topic:immediate_danger", "topic:crisis_suicide", "say:crisis.not_safe"])
@pytest.mark.parametrize("stage", OPEN)
async def test_a_pressed_cry_for_help_is_danger_too(services: FakeServices, payload: str, stage: Stage) -> None:
    services.assistant.otherwise = "late"
    turn = await services.press(await services.begin(stage=stage), payload)
    assert turn.danger
    assert keys(turn)[0].startswith("crisis.")


async def test_a_second_time_it_is_said_in_other_words(services: FakeServices) -> None:
    conversation = await services.begin()
    said = [key for _ in range(8) for key in keys(await services.write(conversation, "死にたい"))]
    assert said[:3] == ["crisis.suicide", "crisis.suicide.ask", "crisis.suicide.again"]
    assert len(set(said)) == 8


async def test_danger_in_the_answer_about_an_age_comes_first_and_the_age_is_known_all_the_same(
    services: FakeServices,
) -> None:
    services.assistant.otherwise = reply("ask.age")
    conversation = await services.begin()
    await services.write(conversation, "こんにちは")
    turn = await services.write(conversation, "17、もう死にたい")
    assert keys(turn) == ["crisis.suicide"]
    assert turn.conversation.answers.age_in_image == "under_18"


async def test_what_was_said_beside_danger_is_remembered_but_no_journey_begins(services: FakeServices) -> None:
    slots = {"age_in_image": "under_18", "platform": ["x"], "topic": "report_deepfake"}
    services.assistant.otherwise = reply("heard.deepfake", intent="report_deepfake", slots=slots)
    conversation = await services.begin()
    turn = await services.write(conversation, "14です。Xに載せられて死にたい")
    assert keys(turn) == ["crisis.suicide"]
    assert turn.understood.intent == "crisis_suicide"
    answers = (await services.state(conversation.id)).answers
    assert (answers.age_in_image, answers.platforms, answers.topic) == ("under_18", ("x",), "")


async def test_danger_comes_before_the_word_about_an_image(services: FakeServices) -> None:
    turn = await services.write(await services.begin(), f"死にたい data:image/png;base64,{'QUJD' * 40}")
    assert keys(turn) == ["crisis.suicide"]


@pytest.mark.parametrize("language", Language)
async def test_danger_in_a_message_that_is_too_long_is_answered_all_the_same(
    services: FakeServices, language: Language
) -> None:
    conversation = await services.begin(language=language.other)
    with pytest.raises(MessageTooLong):
        await services.write(conversation, (DANGER["crisis.suicide"][language] + ". ") * 500)
    kept = await services.conversations.messages(conversation.id)
    assert keys(list(kept)) == ["welcome", "crisis.suicide"]
    after = await services.state(conversation.id)
    assert (after.safety.state, after.language) == (State.DANGER, language)


async def test_a_message_that_is_too_long_without_danger_says_nothing(services: FakeServices) -> None:
    conversation = await services.begin()
    with pytest.raises(MessageTooLong):
        await services.write(conversation, "長い話です。" * 500)
    assert len(await services.conversations.messages(conversation.id)) == 1
    assert services.bell.rings == 0


async def test_danger_is_heard_when_messages_come_too_fast(services: FakeServices) -> None:
    conversation = await services.begin()
    for number in range(BURST):
        await services.conversations.turns.receive(conversation.id, f"こんにちは{number}", nonce=services.nonce())
    with pytest.raises(MessageTooFast):
        await services.conversations.turns.receive(conversation.id, "こんにちは", nonce=services.nonce())
    turn = await services.conversations.turns.receive(conversation.id, "死にたい", nonce=services.nonce())
    assert keys(turn) == ["crisis.suicide"]


async def test_nothing_is_taken_in_a_conversation_that_was_ended(services: FakeServices) -> None:
    conversation = await services.begin(stage=Stage.CLOSED)
    with pytest.raises(ConversationClosed):
        await services.write(conversation, "こんにちは")
    assert not any(m.author is Author.PERSON for m in await services.conversations.messages(conversation.id))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "key", ["crisis.suicide", "crisis.suicide.again", "crisis.self_harm", "crisis.immediate", "crisis.not_safe"]
)
def test_every_answer_to_danger_shows_whom_to_call_now(catalogue: Catalogue, key: str, language: Language) -> None:
    contacts = catalogue.say(key, language=language).contacts
    assert {"ambulance", "police_emergency"} & {contact.key for contact in contacts}
    by_phone = [bool(contact.phone) for contact in contacts]
    assert by_phone == sorted(by_phone, reverse=True)
    assert all(contact.phone or contact.chat for contact in contacts)
    assert key == "crisis.immediate" or not all(by_phone)
