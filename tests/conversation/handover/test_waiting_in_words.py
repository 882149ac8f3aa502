"""Who waits and writes about it is told how it stands, and nothing is done by a guess."""

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Share
from bot.language import Language
from tests.conversation.handover.in_words import EN, JA, WANTS, call_of, person
from tests.fakes.services import FakeServices, keys, offered


@pytest.mark.parametrize(
    ("language", "text", "yes"),
    [
        (JA, "やっぱりいい", "はい"),
        (JA, "もう待つのやめます", "うん"),
        (EN, "I don't want to wait any more", "yes"),
        (EN, "cancel please", "ok"),
    ],
)
async def test_who_may_want_to_wait_no_longer_is_asked(
    services: FakeServices, language: Language, text: str, yes: str
) -> None:
    conversation = await services.begin(language=language)
    await services.press(conversation, "call:everything")
    turn = await services.write(conversation, text)
    assert keys(turn) == ["waiting.stop"]
    assert "call:give_up" in offered(turn, services.ports.catalogue)
    assert (await services.state(conversation.id)).stage is Stage.WAITING
    assert keys(await services.write(conversation, yes)) == ["waiting.given_up"]
    assert (await services.state(conversation.id)).stage is Stage.ASSISTANT


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        (JA, "だれもいないの？"),
        (JA, "ほかの人呼んで"),
        (JA, "あとどれくらいですか"),
        (EN, "is anybody there?"),
        (EN, "call someone else"),
        (EN, "how much longer"),
    ],
)
async def test_who_asks_whether_somebody_comes_hears_how_it_stands(
    services: FakeServices, language: Language, text: str, *, later: bool
) -> None:
    conversation = await services.begin(language=language)
    await services.press(conversation, "call:message_nothing" if later else "call:nothing")
    turn = await services.write(conversation, text)
    assert keys(turn) == ["waiting.kept" if later else "waiting.place"]
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.place == (0 if later else 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (JA, "画像がほかのサイトにも出てた"),
        (JA, "みんなに全部見られた"),
        (JA, "警察は何番ですか"),
        (JA, "誰か来た"),
        (JA, "別の人に呼び出された"),
        (JA, "あと何をすればいい"),
        (JA, "家に誰もいない"),
        (EN, "ok"),
        (EN, "how long does removal take?"),
        (EN, "there is another person in the video"),
        (EN, "someone there has it"),
        (EN, "i am still waiting for tiktok to answer"),
        (EN, "they saw everything"),
        (EN, "he can see everything on my phone"),
    ],
)
async def test_what_is_told_while_waiting_is_the_assistants(
    services: FakeServices, language: Language, text: str
) -> None:
    conversation = await person(services, language)
    await services.write(conversation, WANTS[language])
    assert keys(await services.write(conversation, text)) == ["menu"]
    assert (await call_of(services, conversation)).share is Share.NOTHING
