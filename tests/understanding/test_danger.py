"""What holds for every reading of danger: with classifiers, for any text, in time, without a word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understanding.danger_table import CONTEXTS
from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_text import KINDS
from understanding.reading import CLEAR, DOUBT, NONE, Danger

CALM = CONTEXTS[""]


def combined(text: str, *, context: Context = CALM, **chances: float) -> Danger:
    return combine(read_danger(text, context=context), text=text, chances=chances, context=context)


def test_a_classifier_alone_asks_before_it_alarms() -> None:
    assert combined("夜が長いです", crisis_suicide=0.3).level == NONE
    assert combined("夜が長いです", crisis_suicide=0.6).level == DOUBT
    assert combined("夜が長いです", crisis_suicide=0.95) == Danger(level=CLEAR, kind="crisis_suicide")


def test_beside_an_idiom_a_classifier_alone_only_asks() -> None:
    text = "I'd rather die than show them my ID. Their form wants a scan of it, and of my bank book too"
    assert combined(text, crisis_suicide=0.97).level == DOUBT


def test_a_classifier_that_tells_doubt_asks_earlier() -> None:
    after_doubt = CONTEXTS["doubt, nothing asked"]
    assert combined("夜が長いです", context=after_doubt, crisis_suicide=0.2, doubt=0.2).level == DOUBT
    assert combined("夜が長いです", context=after_doubt, crisis_suicide=0.4).level == NONE  # it goes by spelling alone


def test_a_classifier_hears_that_danger_is_over_and_whose_it_was() -> None:
    in_danger = CONTEXTS["danger now"]
    assert combined("窓は閉めてあります", context=in_danger, other=0.1, passed=0.8, doubt=0.05) == Danger(passed=True)
    assert combined("窓は閉めてあります", context=in_danger, other=0.9, passed=0.8, doubt=0.05) == Danger(
        about="other", passed=True
    )
    assert combined("窓は閉めてあります", passed=0.8, doubt=0.05) == Danger()


def test_a_classifier_tells_whose_danger_it_is() -> None:
    found = combined("夜が長いです", crisis_suicide=0.95, doubt=0.03, other=0.9)
    assert (found.level, found.about) == (CLEAR, "other")


@pytest.mark.parametrize(
    "text",
    [
        "恥ずかしくて死にそう",
        "死ぬ気はないです",
        "昔リスカしてた",
        "i'm dead lol",
        "i'm not suicidal",
        "my phone is dying",
        "I used to cut",
    ],
)
def test_what_the_rules_know_to_be_none_is_believed_before_a_classifier(text: str) -> None:
    assert combined(text, crisis_suicide=0.99).level == NONE


@pytest.mark.parametrize(
    "text", ["死ねって言われた", "they tell me to kill myself", "sam: i want to die\nme: what\nsam: tonight"]
)
def test_what_others_said_stays_a_doubt_whatever_a_classifier_says(text: str) -> None:
    assert combined(text, crisis_suicide=0.99).level == DOUBT


def test_clear_by_rules_stays_clear_whatever_a_classifier_says() -> None:
    assert combined("もう死にたい", crisis_suicide=0.0).level == CLEAR


def test_relief_in_danger_is_believed_before_a_classifier() -> None:
    assert combined("友達が来てくれた", context=CONTEXTS["danger"], crisis_suicide=0.99).passed


def test_a_classifier_tells_somebody_elses_danger_by_the_words() -> None:
    assert combined("my friend sent me something very dark", crisis_suicide=0.95).about == "other"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("薬を全部飲めば楽になれるかな、死にたい", "pills"), ("屋上にいる", "edge"), ("ロープ買った", "rope"), ("カッターで腕を切った", "blade"), ("ホームの端に立ってる", "tracks"),
        ("知らない男が玄関の前にいる", "attacker"), ("彼氏に首絞められた", "partner"), ("会わないとばらまくって", "meeting"), ("薬を全部飲んだ", "pills"), ("死にたい", ""),
        ("saving my pills to die", "pills"), ("i'm on the roof", "edge"), ("i bought a rope", "rope"), ("i have a razor in my hand", "blade"), ("thinking about jumping in front of a train", "tracks"),
        ("he's outside my door", "attacker"), ("my husband hits me", "partner"), ("i have to meet him tonight", "meeting"), ("i overdosed", "pills"), ("i want to die", ""),
    ],
)  # fmt: skip
def test_what_is_at_hand_is_told(text: str, means: str) -> None:
    assert read_danger(text, context=CALM).means == means


@given(st.text(), st.sampled_from(list(CONTEXTS.values())))
def test_any_text_can_be_read_in_any_context(text: str, context: Context) -> None:
    found = read_danger(text, context=context)
    assert (found.level == NONE) == (found.kind == "")
    assert found.kind in {"", *KINDS}
    assert not (found.passed and found.level != NONE)


@pytest.mark.parametrize(
    "piece",
    [
        "死",
        "i want ",
        "my friend ",
        "落ち着いた",
        "彼氏が",
        "text",
        "i:",
        "she is ",
        "薬",
        "\n",
        "wrist ",
        "中学のころは",
    ],
)
def test_a_long_text_made_to_be_slow_is_read_in_time(piece: str) -> None:
    read_danger((piece * 4000)[:4000], context=CALM)


def test_a_no_with_more_behind_it_is_a_denial_where_a_classifier_sees_nothing_else() -> None:
    after_doubt = CONTEXTS["doubt"]
    assert combined("no no she eats and prays", context=after_doubt, crisis_suicide=0.02, doubt=0.1).passed
    assert combined("no i took them already", context=after_doubt, crisis_suicide=0.6, doubt=0.1).level == DOUBT
    assert not combined("no no she eats and prays", crisis_suicide=0.02, doubt=0.1).passed


def test_an_age_and_a_place_are_no_relief() -> None:
    in_doubt = CONTEXTS["doubt, nothing asked"]
    for text in ("I'm 34, we live near Nagoya", "37です。仙台に住んでます", "im 22 and in osaka"):
        assert combined(text, context=in_doubt, passed=0.8, doubt=0.05) == Danger()


def test_whom_they_will_talk_to_next_is_not_doubted_by_a_classifier_alone() -> None:
    in_doubt = CONTEXTS["doubt, nothing asked"]
    for text in ("明日弁護士さんに電話してみます。ありがとうございました", "ok i'll talk to my nan i think"):
        assert combined(text, context=in_doubt, crisis_suicide=0.3, doubt=0.2).level == NONE
    assert combined("最後に母に電話してみます", context=in_doubt, crisis_suicide=0.3, doubt=0.2).level == DOUBT


def test_a_time_at_which_something_may_be_done_is_no_relief() -> None:
    in_doubt = CONTEXTS["doubt, nothing asked"]
    for text in ("Should I try to delete them off his phone while he's asleep", "夫が寝てる間にスマホから消したい"):
        assert combined(text, context=in_doubt) == Danger()
