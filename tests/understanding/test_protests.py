"""Who was misread, and says so, is told sorry; who only denies or tells is not."""

import pytest

from understanding.asking import protests
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "いや、答えになってないんだけど",
        "そういうことじゃなくて、電話のほう",
        "は？なにそれ",
        "ほっとすんな、今送られたんだって",
        "そんなこと聞いてないです",
        "that's not what i asked",
        "You're not listening to me.",
        "what?? nobody is following me",
        "why are you glad?? im not ok",
        "I just said she is 13",
    ],
)
def test_a_protest(text: str) -> None:
    assert protests(normalise(text))


@pytest.mark.parametrize(
    "text",
    ["いいえ、Xです", "そうです", "先生にはまだ言ってない", "no, it's on instagram", "i said no to him", "what can i do?", "he isn't listening to me"],
)  # fmt: skip
def test_no_protest(text: str) -> None:
    assert not protests(normalise(text))
