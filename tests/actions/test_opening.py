"""Who only begins is heard: nothing is asked, and no step is named, before they tell anything."""

from dataclasses import replace

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import keys, read
from understanding.context import Context
from understanding.reading import Reading


@pytest.mark.parametrize(
    "reading",
    [
        read("greet"),
        read("greet", "report_deepfake", confidence=0.95, opens=True),
        read("emotional_distress", opens=True),
        read("report_deepfake", confidence=0.5, opens=True, facts={"role": "self"}),
        read("i_made_or_shared_it", confidence=0.7, names_harm=False),
        read("helping_someone", names_harm=False),
    ],
)
def test_a_beginning_is_met_with_an_open_ear(table: Table, reading: Reading) -> None:
    decision = decide(reading, context=Context(), table=table)
    assert keys(decision) == ["greet"]
    assert "topic" not in decision.facts


@pytest.mark.parametrize(
    "reading",
    [
        read("report_deepfake", opens=True, facts={"platform": ["x"], "state": ["posted"]}),
        read("threatened_extortion", opens=True),
        read("helping_someone", opens=True, facts={"role": "parent"}),
        read("greet", opens=True, question="come_as_man", question_confidence=0.9),
    ],
)
def test_who_tells_something_with_it_is_answered(table: Table, reading: Reading) -> None:
    assert keys(decide(reading, context=Context(), table=table)) != ["greet"]


def test_in_the_middle_of_a_journey_nothing_begins_again(table: Table) -> None:
    context = Context(topic="report_deepfake", known={"age_in_image": "adult", "platform": ("x",), "role": "self"})
    assert keys(decide(read("emotional_distress", opens=True), context=context, table=table)) != ["greet"]


@pytest.mark.parametrize("role", ["parent", "teacher", "friend", "partner"])
@pytest.mark.parametrize(
    "reading",
    [
        read("helping_someone", names_harm=False),
        read("greet", "helping_someone", names_harm=False),
        read("helping_someone", names_harm=False, question="now_eat", question_confidence=0.6),
        read("i_am_minor", names_harm=False, facts={"age_in_image": "under_18"}),
    ],
)
def test_who_only_says_for_whom_they_write_is_asked_what_happened(table: Table, reading: Reading, role: str) -> None:
    reading = replace(reading, facts={**reading.facts, "role": role})
    decision = decide(reading, context=Context(), table=table)
    assert keys(decision) == ["plan.greet_for_somebody"]
    assert decision.facts["role"] == role


@pytest.mark.parametrize(
    "reading",
    [
        read("helping_someone", facts={"role": "parent"}),
        read("helping_someone", names_harm=False, facts={"role": "parent", "platform": ["line"]}),
        read(
            "helping_someone",
            names_harm=False,
            facts={"role": "parent"},
            question="come_as_helper",
            question_confidence=0.9,
        ),
        read("threatened_extortion", names_harm=False, facts={"role": "parent"}),
    ],
)
def test_who_tells_or_asks_more_than_for_whom_is_answered(table: Table, reading: Reading) -> None:
    assert keys(decide(reading, context=Context(), table=table)) != ["plan.greet_for_somebody"]


def test_what_happened_is_asked_once(table: Table) -> None:
    context = Context(known={"role": "parent"}, said=("greet.child",))
    assert keys(decide(read("helping_someone", names_harm=False), context=context, table=table)) != [
        "plan.greet_for_somebody"
    ]
