"""Ages and school years as people write them, and what they say about the person in the image."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.ages import ages, band
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "youngest"),
    [
        ("14歳です", 14),
        ("１７さい", 17),
        ("15才", 15),
        ("十六歳", 16),
        ("17なんですけど", 17),
        ("高2", 16),
        ("高校1年生", 15),
        ("中三", 14),
        ("小6です", 11),
        ("中学生です", 12),
        ("高校生の娘", 15),
        ("jk2", 16),
        ("jcです", 12),
        ("未成年", 15),
        ("i'm 17", 17),
        ("I am 15 years old", 15),
        ("14yo", 14),
        ("16 y/o", 16),
        ("15f", 15),
        ("f16", 16),
        ("17 in the photo", 17),
        ("i'm fifteen", 15),
        ("9th grader", 14),
        ("a middle schooler", 12),
        ("im in high school", 15),
        ("she's underage", 15),
        ("大学生です", 18),
        ("24歳", 24),
        ("I'm 30", 30),
    ],
)
def test_an_age_is_found(text: str, youngest: int) -> None:
    found = ages(normalise(text))
    assert [age.youngest for age in found] == [youngest]


@pytest.mark.parametrize(
    "text",
    [
        "", "こんにちは", "110に電話した", "050-3177-5432", "2026年11月22日", "5ch", "17分前", "3回送った", "写真が15枚", "i was 20 minutes late",
        "it was 3 days ago", "100%", "1/2", "#8891", "3 photos", "高いお金", "中に入れない", "小さい写真", "2019",
    ],
)  # fmt: skip
def test_other_numbers_are_no_ages(text: str) -> None:
    assert ages(normalise(text)) == []


def test_places_are_those_in_the_text_and_none_inside_another() -> None:
    text = normalise("娘は15歳で、中3です。I am 40 years old")
    found = ages(text)
    assert [text[age.start : age.end] for age in found][:2] == ["15歳", "中3"]
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("text", "about_self", "expected"),
    [
        ("17歳です", True, "under_18"),
        ("18歳です", True, "adult"),
        ("今は25歳、写真は16歳のとき", True, "under_18"),
        ("40歳です、娘のことで", False, ""),
        ("娘は15歳、私は40歳", False, "under_18"),
        ("こんにちは", True, ""),
    ],
)
def test_under_18_wins_and_a_helpers_age_says_nothing(text: str, about_self: bool, expected: str) -> None:  # noqa: FBT001
    assert band(ages(normalise(text)), about_self=about_self) == expected


@given(st.text())
def test_any_text_can_be_searched_for_ages(text: str) -> None:
    normal = normalise(text)
    for age in ages(normal):
        assert 0 <= age.start < age.end <= len(normal)
        assert 3 <= age.youngest <= 99


@given(st.integers(min_value=3, max_value=99), st.sampled_from(["{}歳です", "i am {} years old", "{}さい"]))
def test_every_age_is_found_as_it_is(years: int, form: str) -> None:
    (found,) = ages(normalise(form.format(years)))
    assert (found.youngest, found.value) == (years, str(years))
