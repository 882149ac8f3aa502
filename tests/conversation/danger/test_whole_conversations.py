"""Danger through whole conversations, in both languages, with the assistant there and away."""

from collections.abc import Mapping

import pytest

from bot.conversation.danger.moves import State
from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, Counsellor, CounsellorId
from bot.conversation.ports import Staffing
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.conversation.danger.safety_talk import wish
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered
from understanding.reading import DOUBT, Danger

JA, EN = Language.JA, Language.EN
SATO = Counsellor(id=CounsellorId("sato"), name="Sato")
CHEERFUL = ("goodbye", "delete.", "menu", "greet", "thanks", "chitchat", "affirm.", "deny.", "out_of_scope", "step.end")
CONSENT = ["call:message_everything", "call:message_summary", "call:message_nothing"]
SHARES = ["call:share_everything", "call:share_summary", "call:share_nothing"]
WANTS_TO_DIE: Mapping[Language, str] = {JA: "駅まで来たけど、もう死にたい", EN: "im done, i want to die tonight"}

both_languages = pytest.mark.parametrize("language", Language)
there_and_away = pytest.mark.parametrize("assistant", ["there", "away"])


def decides(services: FakeServices, assistant: str, *entries: str, intent: str = "out_of_scope") -> None:
    """Let the assistant decide on some entries from now on, or be away."""
    services.assistant.otherwise = reply(*entries, intent=intent) if assistant == "there" else "not reachable"


async def in_danger(services: FakeServices, language: Language) -> Conversation:
    """Return the chat of somebody who wrote that they want to die."""
    conversation = await services.begin(language=language)
    turn = await services.write(conversation, WANTS_TO_DIE[language])
    assert (turn.danger, turn.conversation.safety.state) == (True, State.DANGER)
    return conversation


@both_languages
@there_and_away
async def test_who_wants_to_die_and_leaves_a_message_keeps_the_buttons_and_the_message(
    services: FakeServices, catalogue: Catalogue, language: Language, assistant: str
) -> None:
    services.availability.now = Staffing.AWAY
    decides(services, assistant, "human", intent="talk_to_human")
    conversation = await in_danger(services, language)
    assert keys(await services.press(conversation, "topic:talk_to_human")) == ["human.later"]
    turn = await services.press(conversation, "say:human.message")
    assert offered(turn, catalogue) == CONSENT
    pressed = await services.press(conversation, "topic:crisis_suicide")
    assert pressed.danger
    assert set(CONSENT) <= set(offered(pressed, catalogue))
    message = (
        "妹にだけは見られたくない。くるしい" if language is JA else "please, i can't breathe when i think of monday"
    )
    turn = await services.write(conversation, message)
    assert keys(turn)[-2:] == ["waiting.message", "human.share"]
    assert offered(turn, catalogue) == SHARES
    again = await services.write(conversation, WANTS_TO_DIE[language])
    assert again.danger
    assert set(SHARES) <= set(offered(again, catalogue))
    await services.press(conversation, "call:share_nothing")
    chat = await services.conversations.counsellor.take(conversation.id, SATO, most=9)
    assert message in [one.text for one in chat.messages if one.author is Author.PERSON]


@both_languages
async def test_a_question_about_safety_leaves_the_offer_of_a_human_on_the_screen(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    services.availability.now = Staffing.PRESENT
    services.assistant.otherwise = reply(
        "human", intent="talk_to_human", danger=Danger(level=DOUBT, kind="crisis_suicide")
    )
    turn = await services.write(await services.begin(language=language), "あの")
    assert keys(turn) == ["doubt.ask", "human.offer"]
    assert {"call:everything", "call:summary", "call:nothing"} <= set(offered(turn, catalogue))


@both_languages
async def test_doubt_asks_beside_the_help_and_an_honest_no_leads_back_to_it(
    services: FakeServices, language: Language
) -> None:
    facts = {"age_in_image": "adult", "platform": ["x"]}
    services.assistant.otherwise = reply(
        "heard.deepfake", "plan.next", slots={**facts, "topic": "report_deepfake"}, intent="report_deepfake",
        danger=Danger(level=DOUBT, kind="crisis_suicide"),
    )  # fmt: skip
    conversation = await services.begin(language=language)
    turn = await services.write(
        conversation, "Xに出てて、朝が来るのが嫌" if language is JA else "its on X and i dread every morning"
    )
    assert keys(turn) == ["heard.deepfake", "doubt.ask"]
    services.assistant.otherwise = reply("plan.next", intent="takedown_how")
    turn = await services.write(
        conversation, "死のうとかは思ってないよ" if language is JA else "no, i'm not going to kill myself"
    )
    assert turn.conversation.safety.state is State.CALM
    assert keys(turn) == ["eased.denied", "step.record.adult"]
    turn = await services.write(conversation, "わかった" if language is JA else "got it")
    assert not SAFETY_ENTRIES & set(keys(turn))


@both_languages
@there_and_away
async def test_danger_climbs_and_nothing_cheerful_is_said_while_it_lasts(
    services: FakeServices, language: Language, assistant: str
) -> None:
    conversation = await in_danger(services, language)
    said = list[str]()
    small = ["あの", "うん", "もういい", "さよなら", "ありがとう", "全部消して"] if language is JA else [
        "idk", "yeah", "whatever", "goodbye", "thanks", "delete everything"
    ]  # fmt: skip
    for text, entry in zip(
        small, ("chitchat", "affirm.open", "goodbye", "goodbye", "thanks", "delete.ask"), strict=True
    ):
        decides(services, assistant, entry)
        turn = await services.write(conversation, text)
        said += keys(turn)
        assert turn.conversation.safety.state is State.DANGER
    assert len(said) >= len(small)
    assert len(set(said)) == len(said)
    assert not [key for key in said if key.startswith(CHEERFUL)]


@both_languages
@there_and_away
@pytest.mark.parametrize("how", ["written", "pressed"])
async def test_relief_is_believed_at_once_and_a_goodbye_is_then_a_goodbye(
    services: FakeServices, language: Language, assistant: str, how: str
) -> None:
    decides(services, assistant, "unclear", intent="")
    conversation = await in_danger(services, language)
    text = "友だちが迎えに来てくれて、だいぶ落ち着いた" if language is JA else "my roommate is with me now, i'm calmer"
    if how == "pressed":
        turn = await services.press(conversation, "say:crisis.safe_now")
    else:
        turn = await services.write(conversation, text)
    assert keys(turn)[0] in ("crisis.safe_now", "eased.coming", "eased.with")
    assert len(set(keys(turn))) == len(keys(turn))
    assert (turn.danger, turn.conversation.safety.state) == (False, State.EASED)
    services.assistant.otherwise = reply("goodbye", intent="goodbye")
    assert keys(await services.write(conversation, "おやすみ" if language is JA else "good night")) == ["eased.parting"]


@both_languages
@there_and_away
async def test_somebody_elses_danger_is_answered_as_a_friends_until_they_are_found(
    services: FakeServices, language: Language, assistant: str
) -> None:
    decides(services, assistant, "menu")
    conversation = await services.begin(language=language)
    texts = (
        ["友達が今から死ぬってLINEしてきて、電話に出ません", "まだ出ない", "どうしよう、既読もつかない", "見つかった！お母さんと一緒にいるって"]
        if language is JA
        else ["my friend texted me she's going to kill herself and won't pick up", "still no answer", "what do i do, no reply", "they found her, she's with her mum"]
    )  # fmt: skip
    said = [keys(await services.write(conversation, text)) for text in texts]
    spoken = [key for turn in said for key in turn]
    assert said[0][0].startswith("crisis.other")
    assert "eased.other" in said[-1]
    assert not [key for key in spoken if key.startswith("crisis.") and not key.startswith("crisis.other")]
    assert (await services.state(conversation.id)).safety.state is State.EASED


@both_languages
async def test_buttons_about_somebody_else_are_about_somebody_else(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = reply("menu", danger=wish(about="other"))
    conversation = await services.begin(language=language)
    await services.write(conversation, "あの")
    climbs = keys(await services.press(conversation, "say:crisis.other.ask"))
    assert climbs == ["crisis.other.ask"]
    turn = await services.press(conversation, "say:eased.other")
    assert (keys(turn), turn.conversation.safety.state) == (["eased.other"], State.EASED)


@both_languages
@there_and_away
async def test_who_cannot_phone_gets_what_works_by_text(
    services: FakeServices, language: Language, assistant: str
) -> None:
    if assistant == "there":
        services.assistant.otherwise = reply("unclear", intent="", facts={"cannot_phone": "yes"})
    else:
        decides(services, assistant)
    conversation = await in_danger(services, language)
    text = "声が出ないので電話できません" if language is JA else "i can't make phone calls, i can't talk out loud"
    assert keys(await services.write(conversation, text)) == ["crisis.text"]
    assert (await services.state(conversation.id)).answers.known["cannot_phone"] == "yes"
    assert keys(await services.write(conversation, "あの")) != ["crisis.text"]


@both_languages
async def test_while_they_wait_danger_comes_to_the_front_and_the_place_is_kept(
    services: FakeServices, language: Language
) -> None:
    conversation = await services.begin(language=language)
    await services.press(conversation, "call:nothing")
    turn = await services.write(conversation, WANTS_TO_DIE[language])
    assert (turn.danger, turn.conversation.stage) == (True, Stage.WAITING)
    call = await services.conversations.person.call_of(conversation.id)
    assert call is not None
    assert call.danger


@both_languages
async def test_beside_the_question_whether_a_child_is_in_danger_the_same_is_not_said_twice(
    services: FakeServices, language: Language
) -> None:
    conversation = await services.begin(language=language)
    services.assistant.otherwise = reply(
        "question.supporter_suicidal_person.parent",
        intent="helping_someone",
        danger=Danger(level=DOUBT, kind="crisis_suicide", about="other"),
    )
    worried = "娘のことで、気になっていて" if language is JA else "it is about my daughter"
    assert keys(await services.write(conversation, worried)) == ["doubt.other"]
