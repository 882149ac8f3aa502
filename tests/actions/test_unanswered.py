"""Who asks what nothing here answers is told so, and no step of the plan passes the question over."""

from dataclasses import replace

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import keys, read
from understanding.context import Context
from understanding.reading import NEXT, VALUE

IN_A_JOURNEY = Context(topic="report_deepfake", known={"age_in_image": "under_18", "platform": ("x",), "role": "self"})


@pytest.mark.parametrize("need", ["", "helping_someone"])
def test_the_question_is_not_passed_over(table: Table, need: str) -> None:
    asked = read(*filter(None, [need]), asks=True, near=("school_photos_down",))
    decision = decide(asked, context=IN_A_JOURNEY, table=table)
    assert keys(decision) == ["asked"]
    assert decision.said[0].questions == ("school_photos_down",)


def test_what_is_felt_is_heard_before_the_open_question_once(table: Table) -> None:
    asked = read("emotional_distress", asks=True, near=("school_photos_down",))
    decision = decide(asked, context=IN_A_JOURNEY, table=table)
    assert keys(decision) == ["plan.heard_distress", "asked"]
    assert decision.said[-1].questions == ("school_photos_down",)
    heard = replace(IN_A_JOURNEY, said=("heard.distress",))
    assert keys(decide(asked, context=heard, table=table)) == ["asked"]


def test_a_question_that_the_next_step_answers_is_answered_by_it(table: Table) -> None:
    assert "asked" not in keys(decide(read("takedown_how", asks=True), context=IN_A_JOURNEY, table=table))
    assert "asked" not in keys(decide(read(answer=NEXT, asks=True), context=IN_A_JOURNEY, table=table))


def test_a_question_with_an_answer_gets_it(table: Table) -> None:
    asked = read(asks=True, question="how_long", question_confidence=0.9)
    assert keys(decide(asked, context=IN_A_JOURNEY, table=table)) == ["question.how_long"]


def test_who_only_tells_is_not_told_that_a_question_is_open(table: Table) -> None:
    assert "asked" not in keys(decide(read("report_deepfake"), context=IN_A_JOURNEY, table=table))


def test_a_first_message_that_asks_begins_the_journey(table: Table) -> None:
    assert "asked" not in keys(decide(read("report_deepfake", asks=True), context=Context(), table=table))


INSISTED = {"asks": True, "protests": True}


def test_who_insists_on_their_question_is_not_led_on_by_the_form(table: Table) -> None:
    told = read("helping_someone", confidence=0.3, facts={"age_in_image": "under_18"}, answer=VALUE, **INSISTED)
    context = Context(topic="helping_someone", asked="age_in_image", known={"role": "teacher"}, said=("ask.age",))
    assert keys(decide(told, context=context, table=table)) == ["misread", "plan.heard_more", "asked"]


def test_who_insists_is_answered_by_what_comes_nearest(table: Table) -> None:
    asked = read("takedown_how", question="site_no_contact", question_confidence=0.45, **INSISTED)
    assert keys(decide(asked, context=replace(IN_A_JOURNEY, said=("step.record.minor",)), table=table)) == [
        "misread",
        "question.site_no_contact",
    ]


def test_thanks_beside_what_was_asked_end_nothing(table: Table) -> None:
    asked = read("thanks", confidence=0.99, **INSISTED)
    heard = keys(decide(asked, context=replace(IN_A_JOURNEY, said=("step.record.minor",)), table=table))
    assert heard == ["misread", "asked"]
