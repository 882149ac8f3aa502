"""Whom a child harmed at school is known to be under 18; whom an adult harmed is asked about."""

import pytest

from understanding.context import Context
from understanding.facts import read_facts
from understanding.gazetteer import Tables
from understanding.normalise import normalise


def read(text: str, tables: Tables, **known: object) -> object:
    facts = read_facts(normalise(text), tables=tables, context=Context(known={"role": "maker", **known}))
    return facts.get("age_in_image")


@pytest.mark.parametrize(
    "text",
    [
        "クラスの女子の写真で作ってしまった",
        "同じ学年の子の顔をつかいました",
        "同級生の画像を回して、学校にばれた",
        "it was a girl in my class",
        "i made fakes of some kids from our grade",
        "a classmate, and my school knows now",
    ],
)
def test_schoolmates_of_a_child_are_under_18(tables: Tables, text: str) -> None:
    assert read(text, tables) == "under_18"


@pytest.mark.parametrize("text", ["同級生の写真です", "it's a classmate"])
def test_a_childs_own_age_tells_that_of_a_schoolmate(tables: Tables, text: str) -> None:
    assert read(text, tables, age_now=15) == "under_18"
    assert read(text, tables, age_now=24) is None
    assert read(text, tables) is None


@pytest.mark.parametrize(
    "text",
    [
        "大学の同級生の画像を作った",
        "高校のときのクラスの女子の写真です",
        "職場の後輩の写真を加工した",
        "a girl in my class at university",
        "girls from my old school",
        "a friend from the office",
    ],
)
def test_grown_ups_are_not_taken_for_children(tables: Tables, text: str) -> None:
    assert read(text, tables) is None


def test_what_was_told_stays(tables: Tables) -> None:
    assert read("クラスの女子です", tables, age_in_image="adult") is None


def test_of_somebody_harmed_a_class_tells_nothing_here(tables: Tables) -> None:
    facts = read_facts("クラスの男子が作った", tables=tables, context=Context(known={"role": "self"}))
    assert "age_in_image" not in facts
