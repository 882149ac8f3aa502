"""What is known changes by what is said: it adds up, and what somebody corrects takes the place of what was there."""

import pytest

from understanding.context import Context
from understanding.gazetteer import Tables
from understanding.known import merge
from understanding.rules import read


def test_a_place_that_is_corrected_takes_the_place_of_what_was_known() -> None:
    said = {"platform": ["instagram"], "corrected": ["platform"]}
    assert merge({"platform": ("x",)}, said) == {"platform": ("instagram",)}


def test_without_a_correction_places_add_up_and_an_age_under_18_stays() -> None:
    known = {"platform": ("x",), "age_in_image": "under_18"}
    said = {"platform": ["instagram"], "age_in_image": "adult"}
    assert merge(known, said) == {"platform": ("x", "instagram"), "age_in_image": "under_18"}


@pytest.mark.parametrize(
    ("was", "text", "role"),
    [
        ("maker", "it's about me", "self"),
        ("maker", "自分のことです", "self"),
        ("maker", "いいえ、自分のことです", "self"),
        ("maker", "jibun no koto desu", "self"),
        ("maker", "作ってないです、作られた側です", "self"),
        ("maker", "i didnt make it, it was made of me", "self"),
        ("friend", "ちがう、写ってるのは自分", "self"),
        ("parent", "no it is about me", "self"),
        ("self", "no, it's about someone else", "friend"),
        ("self", "ほかの人のことです", "friend"),
    ],
)
def test_a_role_can_be_corrected_in_words(was: str, text: str, role: str, tables: Tables) -> None:
    facts = read(text, tables=tables, context=Context(known={"role": was})).facts
    assert merge({"role": was}, facts)["role"] == role


@pytest.mark.parametrize(
    ("was", "text"),
    [
        ("friend", "自分のことみたいにつらい"),
        ("parent", "it's me again, any news?"),
        ("self", "it's someone from my class who did it"),
        ("teacher", "i think about someone else finding it"),
        ("maker", "i made it of someone else"),
    ],
)
def test_a_role_that_is_mentioned_in_passing_stays(was: str, text: str, tables: Tables) -> None:
    facts = read(text, tables=tables, context=Context(known={"role": was})).facts
    assert merge({"role": was}, facts)["role"] == was
