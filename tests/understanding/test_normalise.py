"""One spelling for what people type, in training, in Rasa and in the conversation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("ｼﾆﾀｲ", "シニタイ"),
        ("  one \n two\t three ", "one\ntwo three"),
        ("I\u2019m here", "i'm here"),
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
    assert "\n\n" not in once
    assert normalise(once) == once
    assert "  " not in once
    assert all(a != b or b != c for a, b, c in zip(once, once[1:], once[2:], strict=False))
