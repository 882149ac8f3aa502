"""Which of the two languages a person writes or wishes for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Language, detect


@pytest.mark.parametrize(
    "text",
    [
        "画像を消したい", "たすけて", "タスケテ", "ﾀｽｹﾃ", "死にたい", "help助けて", "インスタでfakeをposted", "shinitai", "tasukete", "watashi no shashin",
        "dou sureba ii desu ka", "kowai yo", "keisatsu ni iku no kowai",
    ],
)  # fmt: skip
def test_japanese_is_known_by_its_script_or_its_romaji(text: str) -> None:
    assert detect(text) is Language.JA


@pytest.mark.parametrize(
    "text",
    [
        "someone posted a fake nude of me", "help", "I want to die", "how do i get it removed from instagram", "please",
        "I can’t sleep", "MY PHOTO IS ON TWITTER", "hello??", "is it illegal", "my sensei posted a picture of me",
    ],
)  # fmt: skip
def test_english_is_known_by_its_words(text: str) -> None:
    assert detect(text) is Language.EN


@pytest.mark.parametrize(
    "text", ["", " ", "17", "ok", "X", "😢", "Yuki", "110", "...", "LINE", "5ch", "Instagram", "https://"]
)
def test_a_name_or_a_number_tells_nothing(text: str) -> None:
    assert detect(text) is None


@given(st.text())
def test_any_text_is_japanese_or_english_or_tells_nothing(text: str) -> None:
    assert detect(text) in {None, *Language}


@given(st.text(), st.characters(min_codepoint=0x3041, max_codepoint=0x3096))
def test_one_japanese_letter_is_enough(text: str, letter: str) -> None:
    assert detect(f"{text}{letter}") is Language.JA


def test_each_language_has_the_other() -> None:
    assert [language.other for language in Language] == [Language.EN, Language.JA]
