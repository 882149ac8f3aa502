"""A wish for a language, in many voices; and languages that are only mentioned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.turns.language_wish import says_more, wished_language
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys


@pytest.mark.parametrize("current", Language)
@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("I don't speak Japanese", Language.EN),
        ("my Japanese is not good", Language.EN),
        ("My japanese isn't very good sorry", Language.EN),
        ("i can't read japanese", Language.EN),
        ("sorry I barely understand Japanese", Language.EN),
        ("English please", Language.EN),
        ("can you speak english?", Language.EN),
        ("in English pls", Language.EN),
        ("日本語わかりません", Language.EN),
        ("日本語が読めないです", Language.EN),
        ("英語でお願いします", Language.EN),
        ("英語にして", Language.EN),
        ("英語で話してもいいですか", Language.EN),
        ("eigo de onegai", None),
        ("nihongo wakaranai", Language.EN),
        ("no japanese", Language.EN),
        ("could we do this in English", Language.EN),
        ("switch to english", Language.EN),
        ("英語わからない", Language.JA),
        ("英語は苦手です", Language.JA),
        ("英語が読めません", Language.JA),
        ("日本語で", Language.JA),
        ("日本語でお願い", Language.JA),
        ("日本語に戻して", Language.JA),
        ("I'd prefer Japanese", Language.JA),
        ("can we switch to japanese", Language.JA),
        ("I can't read English well", Language.JA),
        ("English is hard, Japanese please", Language.JA),
        ("英語無理", Language.JA),
        ("英語はさっぱりなので", Language.JA),
        ("すみません、英語だと読めませんでした", Language.JA),
        ("I can't actually read kanji", Language.EN),
        ("we don't know any hiragana", Language.EN),
        ("I can't read the kanji in their form", None),
        ("日本語がいい", Language.JA),
        ("海外のサイトです", None),
        ("英語のサイトに載ってます", None),
        ("英語で脅迫されました", None),
        ("英語で書いてあるので読めません", None),
        ("英語で対応してくれる警察はありますか", None),
        ("the site is in Japanese", None),
        ("they wrote to me in english", None),
        ("can I talk to someone in English?", None),
        ("do the police speak English", None),
        ("can i report to the police in english", None),
        ("I can't find a Japanese lawyer", None),
        ("相手は日本語がわからない外国人です", None),
        ("友だちは日本語ができません", None),
        ("my japanese teacher made it", None),
        ("I'm Japanese", None),
        ("a Japanese site", None),
        ("英語の先生が", None),
        ("the form is in japanese what do i write", None),
        ("he says my english is funny", None),
        ("日本語の掲示板", None),
    ],
)
def test_a_wish_names_its_target_and_a_mention_is_no_wish(
    text: str, wished: Language | None, current: Language
) -> None:
    assert wished_language(text, current=current) is wished


@pytest.mark.parametrize("current", Language)
@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("英語でお願いします", Language.EN),
        ("English please", Language.EN),
        ("英語じゃなくて日本語", Language.JA),
        ("日本語で", Language.JA),
        ("in Japanese", Language.JA),
    ],
)
def test_a_named_language_is_the_one_that_is_wished_for(text: str, wished: Language, current: Language) -> None:
    assert wished_language(text, current=current) is wished


@pytest.mark.parametrize("current", Language)
@pytest.mark.parametrize("text", ["言語を変えて", "other language", "English or Japanese?"])
def test_without_a_name_the_other_language_is_wished_for(text: str, current: Language) -> None:
    assert wished_language(text, current=current) is current.other


@given(st.text(), st.sampled_from(Language))
def test_any_text_is_a_wish_or_none(text: str, current: Language) -> None:
    assert wished_language(text, current=current) in {None, *Language}
    assert says_more(text) in {True, False}


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        ("I don't speak Japanese, and someone posted a fake nude of me on X", Language.JA, Language.EN),
        ("日本語でお願いします。インスタに偽の画像を載せられました", Language.EN, Language.JA),
    ],
)
async def test_what_is_said_besides_a_wish_is_answered_in_the_language_wished_for(
    services: FakeServices, text: str, language: Language, after: Language
) -> None:
    services.assistant.table[text] = reply("heard.deepfake")
    turn = await services.write(await services.begin(language=language), text)
    assert keys(turn) == ["heard.deepfake"]
    assert (turn.conversation.language, turn.conversation.language_chosen) == (after, True)
