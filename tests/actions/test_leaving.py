"""Who leaves in the middle of a journey is let go kindly: no step and no question comes after it."""

from dataclasses import replace

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import keys, read
from understanding.context import Context
from understanding.reading import BYE, DONE, LATER, WAIT, Reading

IN_THE_MIDDLE = Context(
    topic="report_deepfake",
    known={"age_in_image": "adult", "platform": ("x",), "role": "self"},
    said=("step.record.adult",),
)


@pytest.mark.parametrize(("answer", "key"), [(BYE, "goodbye"), (LATER, "leaving.plan"), (WAIT, "leaving.wait")])
@pytest.mark.parametrize("need", ["", "thanks", "report_deepfake", "takedown_how"])
def test_who_leaves_or_asks_for_a_moment_is_let_go(table: Table, answer: str, key: str, need: str) -> None:
    reading = read(*filter(None, [need]), answer=answer)
    assert keys(decide(reading, context=IN_THE_MIDDLE, table=table)) == [key]


@pytest.mark.parametrize(
    "reading",
    [
        read("thanks", answer=LATER, asks=True),
        read("police_report_how", answer=LATER),
        read("takedown_how", answer=BYE, question="refused_no_violation", question_confidence=0.8),
        read("report_deepfake", answer=LATER, facts={"platform": ["instagram"]}),
        read("talk_to_human", answer=WAIT),
    ],
)
def test_who_asks_or_tells_something_with_it_is_answered(table: Table, reading: Reading) -> None:
    assert not {"goodbye", "leaving.plan", "leaving.wait"} & set(
        keys(decide(reading, context=IN_THE_MIDDLE, table=table))
    )


def test_nobody_leaves_who_has_told_nothing_yet(table: Table) -> None:
    assert keys(decide(read("greet", answer=BYE), context=Context(), table=table)) == ["greet"]


@pytest.mark.parametrize(("other", "key"), [("cost_question", "cost"), ("", "asked")])
def test_a_question_that_sounds_like_a_farewell_takes_no_leave(table: Table, other: str, key: str) -> None:
    asked = read(*filter(None, ["goodbye", other]), asks=True)
    assert keys(decide(asked, context=IN_THE_MIDDLE, table=table)) == [key]


def test_what_was_done_where_nothing_is_next_is_taken_in(table: Table) -> None:
    assert keys(decide(read(answer=DONE), context=Context(said=("question.words_paps.any",)), table=table)) == [
        "affirm.open"
    ]


def test_a_yes_to_nothing_goes_on_with_the_plan_not_with_a_feeling_put_off(table: Table) -> None:
    context = replace(IN_THE_MIDDLE, offered=("emotional_distress",))
    assert keys(decide(read("affirm"), context=context, table=table)) == ["plan.next"]
