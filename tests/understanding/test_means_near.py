"""Means that are put away are relief; means that are kept near are not, however they were put there."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.reading import CLEAR, NONE

DANGER = Context(safety="danger", said=("crisis.suicide",))


@pytest.mark.parametrize(
    "text",
    [
        "i put the rope in my bag",
        "i hid the pills from my mom",
        "put the knife next to me",
        "i moved the pills to my pillow",
        "the pills are in the bathroom and i keep looking at the door",
        "ロープはかばんに入れた",
        "薬は隠してある",
        "カッターは枕の下に置いてる",
        "包丁を部屋に隠してる",
    ],
)
def test_means_kept_near_are_danger(text: str) -> None:
    found = read_danger(text, context=DANGER)
    assert (found.level, found.passed) == (CLEAR, False)


@pytest.mark.parametrize("text", ["the pills are in the kitchen", "theyre in the drawer", "薬は洗面所にある"])
def test_where_they_lie_is_no_relief(text: str) -> None:
    assert not read_danger(text, context=DANGER).passed


@pytest.mark.parametrize(
    "text",
    ["the pills are locked away", "they're back in the cupboard", "i gave them to my mum", "薬はお母さんに渡した"],
)
def test_means_put_away_are_relief(text: str) -> None:
    found = read_danger(text, context=DANGER)
    assert (found.level, found.passed) == (NONE, True)


@pytest.mark.parametrize(
    "text",
    [
        "夫に、出て行ったら裸の画像を親に送ると言われています",
        "同棲中の彼氏に脅されてます",
        "i live with my boyfriend and he says he will send it to my family",
        "my husband threatens to post it if i leave",
        "夫に、出て行ったらお前の裸を親に送ると言われています",
        "my ex turns up at my station",
    ],
)
@pytest.mark.parametrize("asked", ["", "safe"])  # the welcome asks whether they are safe
def test_who_threatens_at_home_or_comes_where_one_is_is_asked_about(text: str, asked: str) -> None:
    found = read_danger(text, context=Context(asked=asked))
    assert (found.level, found.kind, found.about) == ("doubt", "immediate_danger", "self")


@pytest.mark.parametrize(
    "text",
    [
        "前にも首をしめられたことがあって。一時間くらいで帰ってきます",
        "殴られたことある。もうすぐ帰ってくる",
        "he strangled me before and he's back in an hour",
        "my husband hit me last week, he is coming home",
    ],
)
@pytest.mark.parametrize("context", [Context(), Context(safety="doubt", said=("doubt.safe",))])
def test_who_hurt_before_and_comes_back_is_danger(text: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert (found.level, found.kind, found.passed) == (CLEAR, "immediate_danger", False)


@pytest.mark.parametrize(
    "text", ["he never hit me and he's back at six", "手を上げられたことはないです。夜に帰ってきます"]
)
def test_who_never_hurt_is_no_danger(text: str) -> None:
    assert read_danger(text, context=Context()).level != CLEAR


@pytest.mark.parametrize(
    "text",
    [
        "i have stuff in my drawer, like a whole box",
        "got a full bottle next to the bed",
        "引き出しにいっぱいある",
        "箱ごと持ってる",
    ],
)
def test_what_is_kept_without_a_name_is_danger_where_dying_is_talked_about(text: str) -> None:
    assert read_danger(text, context=DANGER).level == CLEAR
    assert read_danger(text, context=Context(safety="calm")).level == NONE
