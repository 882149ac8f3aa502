"""Who is accused and says that they did not is answered as that, and led into no journey of a maker or of somebody harmed."""

import pytest

from actions.decide import decide
from actions.table import Table
from understanding.context import Context
from understanding.reading import Need, Reading

ACCUSED = {"accused": "yes", "role": "self", "state": ["made"]}


@pytest.mark.parametrize("intent", ["i_made_or_shared_it", "report_deepfake", "helping_someone"])
def test_the_first_no_is_answered_and_opens_no_journey(table: Table, intent: str) -> None:
    reading = Reading(needs=(Need(intent, 0.9),), facts=ACCUSED)
    decision = decide(reading, context=Context(), table=table)
    assert [said.key for said in decision.said] == ["question.accused_wrongly"]
    assert "topic" not in decision.facts


def test_what_they_ask_later_is_answered_and_their_role_stays(table: Table) -> None:
    reading = Reading(
        needs=(Need("i_made_or_shared_it", 0.9),), question="school_search_phones", question_confidence=0.9
    )
    decision = decide(reading, context=Context(known=ACCUSED), table=table)
    assert [said.key for said in decision.said] == ["question.school_search_phones"]
    assert decision.facts.get("role") in (None, "self")


def test_who_is_named_as_the_one_who_did_it_is_answered_as_that_and_no_plan_begins(table: Table) -> None:
    first = Context(known=ACCUSED, said=("question.accused_wrongly.any",))
    named = Reading(needs=(Need("doxxed", 0.9),), facts={"platform": ["x"], "exposed": ["name"]})
    assert [said.key for said in decide(named, context=first, table=table).said] == ["question.accused_named_online"]


def test_who_is_accused_and_tells_more_gets_no_step_of_a_plan(table: Table) -> None:
    context = Context(
        known=ACCUSED, said=("question.accused_wrongly.any", "question.accused_named_online.any"), asked="age_in_image"
    )
    told = Reading(needs=(Need("i_am_minor", 0.9),), facts={"age_in_image": "under_18"})
    assert [said.key for said in decide(told, context=context, table=table).said] == ["heard.more.told"]
