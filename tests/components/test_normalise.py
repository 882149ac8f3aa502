"""One spelling for what people type: the same in the classifier's world and in the danger detector's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.danger.detector import plain
from tests.components.pure import load

normalise = load("normalise").normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("ｼﾆﾀｲ", "シニタイ"),
        ("  one \n two\t three ", "one two three"),
        ("わああああああ！！！！", "わああ!!"),
        ("heyyyyy", "heyy"),
        ("死\u200bにたい\ufe0f", "死にたい"),
        ("\u202eabc", "abc"),
        ("", ""),
    ],
)
def test_spellings_become_one(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_nothing_is_left_to_normalise(text: str) -> None:
    once = normalise(text)
    assert once == once.strip()
    assert "\n" not in once
    assert "  " not in once
    assert all(a != b or b != c for a, b, c in zip(once, once[1:], once[2:], strict=False))


LETTERS = st.one_of(
    st.characters(codec="ascii", exclude_characters="\n"),
    st.characters(min_codepoint=0x3041, max_codepoint=0x30FF),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0xFF01, max_codepoint=0xFF9F),
)


@given(st.text(alphabet=LETTERS))
def test_the_danger_detector_reads_the_same_letters(text: str) -> None:
    assert plain(text) == normalise(text)
