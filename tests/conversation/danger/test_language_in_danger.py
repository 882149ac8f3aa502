"""The language of a talk follows the person, and stays what it is in the middle of danger unless they ask for another."""

import pytest

from bot.conversation.danger.moves import State
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys

JA, EN = Language.JA, Language.EN
DANGER = {JA: "ベランダにいる。もう死にたい", EN: "on the balcony. i want to die"}
OTHERS = {
    JA: ["ok", "tasukete", "please help me", "I can't stop crying", "he said i should just disappear"],
    EN: ["はい", "たすけて", "だれか助けてください", "涙が止まらない", "消えろって言われた"],
}
"""What somebody writes in another language than the talk's."""
WISHES = {JA: ("English please", EN), EN: ("日本語で話したい", JA)}

both_languages = pytest.mark.parametrize("language", Language)
there_and_away = pytest.mark.parametrize("assistant", ["there", "away"])


@both_languages
@there_and_away
async def test_in_the_middle_of_danger_the_language_stays(
    services: FakeServices, language: Language, assistant: str
) -> None:
    services.assistant.otherwise = reply("unclear", intent="") if assistant == "there" else "not reachable"
    conversation = await services.begin(language=language.other)
    first = await services.write(conversation, DANGER[language])
    assert (first.danger, first.conversation.language) == (True, language)
    for text in OTHERS[language]:
        turn = await services.write(conversation, text)
        assert keys(turn)
        assert (turn.conversation.language, turn.conversation.safety.state) == (language, State.DANGER)


@both_languages
@there_and_away
async def test_a_language_that_is_asked_for_in_danger_is_gone_on_in_and_nothing_is_lost(
    services: FakeServices, language: Language, assistant: str
) -> None:
    services.assistant.otherwise = reply("unclear", intent="") if assistant == "there" else "not reachable"
    conversation = await services.begin(language=language)
    await services.write(conversation, DANGER[language])
    text, wished = WISHES[language]
    turn = await services.write(conversation, text)
    assert (turn.conversation.language, turn.conversation.language_chosen) == (wished, True)
    assert turn.conversation.safety.state is State.DANGER
    more = await services.write(conversation, DANGER[language])
    assert (more.danger, more.conversation.language) == (True, wished)
    assert not set(keys(more)) & set(keys(turn))


@both_languages
async def test_without_danger_the_language_follows_what_is_written(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin(language=language.other)
    texts = {JA: "写真を勝手に使われて困っています", EN: "somebody took my photos and changed them"}
    turn = await services.write(conversation, texts[language])
    assert turn.conversation.language is language


@both_languages
async def test_when_danger_is_over_the_language_follows_again(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = reply("cost")
    conversation = await services.begin(language=language)
    await services.write(conversation, DANGER[language])
    await services.press(conversation, "say:crisis.safe_now")
    text = (
        "thank you, what do I do about the site" if language is JA else "ありがとう、サイトのことはどうしたらいいですか"
    )
    assert (await services.write(conversation, text)).conversation.language is language.other
