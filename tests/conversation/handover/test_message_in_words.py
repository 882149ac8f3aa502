"""Who finds nobody there can leave a message by words alone."""

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Share
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.conversation.handover.in_words import DANGER, EN, JA, call_of, person, sees
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys


@pytest.mark.parametrize(
    ("language", "asks"),
    [
        (JA, "メッセージ残したい"),
        (JA, "伝言お願いできますか"),
        (JA, "お願いします"),
        (EN, "can i leave a message"),
        (EN, "ok i'll write a note for them"),
        (EN, "yes please"),
    ],
)
async def test_at_night_a_message_is_left_by_words_alone(services: FakeServices, language: Language, asks: str) -> None:
    conversation = await person(services, language, staffing=Staffing.AWAY)
    turn = await services.write(conversation, asks)
    assert keys(turn) == ["human.message"]
    text = "学校行けてない、顔の写真のせい" if language is JA else "i stopped going to work because of the pictures"
    turn = await services.write(conversation, text)
    assert keys(turn) == ["waiting.message", "human.share"]
    call = await call_of(services, conversation)
    assert (call.later, call.share) == (True, Share.NOTHING)
    more = "明日も休むと思う" if language is JA else "calling in sick tomorrow again"
    await services.write(conversation, more)
    assert await sees(services, conversation) == [text, more]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (JA, "クラスの男子に裸の合成を回されましたって伝えてください"),
        (EN, "tell them my landlord has the fake pictures and wants me out"),
    ],
)
async def test_tell_them_and_what_to_tell_is_the_message(services: FakeServices, language: Language, text: str) -> None:
    conversation = await person(services, language, staffing=Staffing.AWAY)
    assert keys(await services.write(conversation, text)) == ["waiting.message", "human.share"]
    assert await sees(services, conversation) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (JA, "PAPSって何時まで？"),
        (JA, "親に伝えてほしくない"),
        (EN, "do they speak english"),
        (EN, "should i tell my mum"),
    ],
)
async def test_after_nobody_was_there_other_words_are_the_assistants(
    services: FakeServices, language: Language, text: str
) -> None:
    conversation = await person(services, language, staffing=Staffing.AWAY)
    assert keys(await services.write(conversation, text)) == ["menu"]
    assert (await services.state(conversation.id)).stage is Stage.ASSISTANT


@pytest.mark.parametrize("language", [JA, EN])
@pytest.mark.parametrize("unread", ["unclear", "offline"])
@pytest.mark.parametrize("staffing", [Staffing.AWAY, Staffing.PRESENT])
async def test_what_is_added_while_waiting_arrives_and_is_not_called_unreadable(
    services: FakeServices, language: Language, unread: str, staffing: Staffing
) -> None:
    conversation = await person(services, language, staffing=staffing)
    await services.press(conversation, "call:nothing" if staffing is Staffing.PRESENT else "call:message_nothing")
    services.assistant.otherwise = unread if unread == "offline" else reply(unread, intent="")
    added = ["えんぴつ 12本", "えんぴつ 13本"] if language is JA else ["pencils, twelve", "pencils, thirteen"]
    for text in added:
        assert keys(await services.write(conversation, text)) == ["waiting.added"]
    assert await sees(services, conversation) == added


async def test_danger_in_the_message_is_answered_first_and_the_message_is_kept(services: FakeServices) -> None:
    conversation = await person(services, JA, staffing=Staffing.AWAY)
    await services.press(conversation, "say:human.message")
    assert keys(await services.write(conversation, DANGER[JA])) == ["crisis.suicide", "waiting.message", "human.share"]
    call = await call_of(services, conversation)
    assert (call.later, call.danger) == (True, True)


async def test_counsellors_who_left_since_the_offer_read_it_when_they_come(services: FakeServices) -> None:
    conversation = await person(services, EN)
    services.availability.now = Staffing.AWAY
    assert keys(await services.write(conversation, "please")) == ["waiting.message", "human.share"]
    assert (await call_of(services, conversation)).later
