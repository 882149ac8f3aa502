"""A question about dying that was left open is answered later, when something else was asked since; and what is made safe is no image."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.facts.role import role_of
from understanding.normalise import normalise
from understanding.reading import CLEAR, NONE

OPEN = Context(asked="age_in_image", safety="doubt", unanswered="wish")
LEFT = Context(asked="platform", safety="calm", unanswered="wish")


@pytest.mark.parametrize(
    "text",
    [
        "はい、考えてます",
        "うん、死にたいって思う",
        "さっきの質問ですが、考えたことはあります",
        "実はずっと考えてる",
        "yes. i have been thinking about it",
        "yeah i've been thinking about that",
        "honestly yes, i think about dying",
    ],
)
def test_an_answer_that_comes_late_is_heard(text: str) -> None:
    found = read_danger(text, context=OPEN)
    assert (found.level, found.about) == (CLEAR, "self")


@pytest.mark.parametrize(
    "text",
    [
        "はい、25です",
        "はい",
        "19",
        "yes i think its on x",
        "i'm thinking about going to the police",
        "考えてるところです",
    ],
)
def test_an_answer_to_what_was_asked_since_is_none(text: str) -> None:
    assert read_danger(text, context=OPEN).level == NONE


@pytest.mark.parametrize("text", ["睡眠薬が手元にあります", "i have my sleeping tablets here", "カッターがここにある"])
def test_means_at_hand_after_an_open_question_are_danger(text: str) -> None:
    assert read_danger(text, context=LEFT).level == CLEAR


@pytest.mark.parametrize(
    "text",
    ["i've got everything ready", "i kept some in the kitchen drawer", "机の引き出しに入ってる", "準備はもうできてる"],
)
def test_what_is_kept_ready_is_danger_where_dying_was_asked_about(text: str) -> None:
    assert read_danger(text, context=Context(asked="wish", safety="doubt", unanswered="wish")).level == CLEAR
    assert read_danger(text, context=Context(asked="file_on_device")).level == NONE


@pytest.mark.parametrize("text", ["i have pills for my headache", "手元にデータはあります"])
def test_other_things_at_hand_are_none(text: str) -> None:
    assert read_danger(text, context=LEFT).level == NONE


@pytest.mark.parametrize(
    "text",
    ["ok i put them in the kitchen", "i put it away", "i made them stop", "i sent it to my friend so she has it now"],
)
def test_who_makes_it_safe_is_no_maker(text: str) -> None:
    context = Context(known={"role": "self"}, safety="danger")
    assert role_of(normalise(text), context=context) in ("", "self")
    assert role_of(normalise("ok i put them in the kitchen"), context=Context()) == ""
