"""Relief that is only wished for is none: who longs for somebody in danger is not told that it is good to hear."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger


@pytest.mark.parametrize(
    "text",
    [
        "だれかと話したいです", "誰かに助けてもらいたい", "お母さんに一緒にいてほしい", "誰かがそばにいてくれたらいいのに", "先生と話したくない",
        "お母さんに話したかった", "友達が来てくれたらよかったのに", "誰かと一緒にいたい", "一緒にいてくれる人がいない", "止めてくれる人がいない",
        "お母さんに会えたらいいのに", "看護師さんに話したい", "誰か助けてくれ", "i want to talk to someone", "i wish my mom was here",
        "i want my sister to come", "is somebody there?", "nobody is with me",
    ],
)  # fmt: skip
@pytest.mark.parametrize("safety", ["doubt", "danger"])
def test_a_wish_is_no_relief(text: str, safety: str) -> None:
    assert not read_danger(text, context=Context(safety=safety)).passed


@pytest.mark.parametrize(
    "text",
    [
        "お母さんと話した", "友達が来てくれた", "友達がそばにいてくれてる", "だれかと話したら落ち着いた", "警察が来てくれました", "友達と一緒にいます",
        "先生と話せました", "薬は母に渡しました", "my sister is here with me", "i talked to my mom", "she is safe now",
    ],
)  # fmt: skip
def test_what_has_come_true_is_relief(text: str) -> None:
    assert read_danger(text, context=Context(safety="danger")).passed
