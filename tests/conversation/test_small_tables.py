"""The small tables and rules a reviewer can read: stages, short answers, clocks, the ear."""

from datetime import timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.ear import Ear
from bot.conversation.handover import MOVES, Stage, assistant_may_speak
from bot.conversation.retention import expires_at
from bot.conversation.short_answers import answer, pressed
from bot.guidance.catalogue import Catalogue, Choice
from tests.fakes.clock import NOON


def test_every_stage_has_its_moves_and_the_end_has_none() -> None:
    assert set(MOVES) == set(Stage)
    assert MOVES[Stage.CLOSED] == frozenset()
    assert all(Stage.CLOSED in MOVES[stage] for stage in Stage if stage is not Stage.CLOSED)
    assert all(stage not in moves for stage, moves in MOVES.items())


def test_a_counsellor_is_reached_by_waiting_only() -> None:
    assert [stage for stage, moves in MOVES.items() if Stage.COUNSELLOR in moves] == [Stage.WAITING]


def test_the_assistant_does_not_talk_over_a_counsellor() -> None:
    assert [stage for stage in Stage if assistant_may_speak(stage)] == [Stage.ASSISTANT, Stage.WAITING]


@pytest.mark.parametrize("stage", Stage)
def test_no_stage_is_kept_for_ever(stage: Stage) -> None:
    keep = timedelta(hours=24)
    assert expires_at(stage=stage, last_message_at=NOON, keep=keep) == NOON + keep


CHOICES = [Choice(title="はい、あります", payload="yes"), Choice(title="I'm not sure", payload="unsure")]


@pytest.mark.parametrize(
    ("text", "payload"),
    [("はい、あります", "yes"), (" はい、あります。", "yes"), ("I'M NOT SURE!", "unsure"), ("はい", None), ("", None)],
)
def test_a_typed_title_is_a_press(text: str, payload: str | None) -> None:
    assert pressed(text, CHOICES) == payload


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("17", "under_18"),
        ("１７歳", "under_18"),
        ("17です。", "under_18"),
        ("age 15", "under_18"),
        ("17 years old", "under_18"),
        ("18", "adult"),
        ("20歳", "adult"),
        ("高校生", None),
        ("0", None),
        ("170", None),
        ("17と18", None),
        ("たぶん17くらい", None),
    ],
)
def test_a_bare_age_answers_the_question_about_age(catalogue: Catalogue, text: str, payload: str | None) -> None:
    expected = f"answer:age_in_image={payload}" if payload else None
    assert answer(text, asked="ask.age", platforms=catalogue.platforms) == expected
    assert answer(text, asked="ask.state", platforms=catalogue.platforms) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("インスタ", "instagram"),
        ("Twitter", "x"),
        ("X", "x"),
        ("on tiktok", "tiktok"),
        ("LINEです", "line"),
        ("爆サイで見た", "bakusai"),
        ("学校", None),
        ("インスタで友達に言われた", None),
    ],
)
def test_the_name_of_a_place_answers_the_question_about_places(
    catalogue: Catalogue, text: str, place: str | None
) -> None:
    expected = f"answer:platform={place}" if place else None
    assert answer(text, asked="ask.platform", platforms=catalogue.platforms) == expected
    assert answer(text, asked="ask.age", platforms=catalogue.platforms) is None


@given(st.text())
def test_any_text_may_be_a_short_answer(text: str) -> None:
    for asked in ("ask.age", "ask.platform", ""):
        assert answer(text, asked=asked, platforms={}) is None or asked == "ask.age"
    assert pressed(text, []) is None


EAR = Ear(
    longest=2,
    classes=["crisis_suicide", "immediate_danger", "none"],
    intercepts=[0.0, 0.0, 1.0],
    grams={"ab": [1.0, 5.0, 0.0, 0.0], " b": [2.0, 0.0, 3.0, 0.0], "b ": [1.0, 0.0, 0.0, 0.0]},
)


def test_the_ear_weighs_letters_inside_words() -> None:
    odds = {"crisis_suicide": 5.0 / 2**0.5, "none": 1.0, "immediate_danger": 0.0}
    powers = {name: exp(value) for name, value in odds.items()}
    intent, chance = EAR.hear("ab")
    assert intent == "crisis_suicide"
    assert chance == pytest.approx(1 - powers["none"] / sum(powers.values()))


def test_the_ear_names_the_likelier_danger() -> None:
    assert EAR.hear("b b b")[0] == "immediate_danger"
    assert EAR.hear("xab")[0] == "crisis_suicide"


@given(st.text())
def test_a_chance_of_danger_is_a_share(text: str) -> None:
    intent, chance = EAR.hear(text)
    assert intent in EAR.classes
    assert intent != "none"
    assert 0.0 <= chance <= 1.0
