"""A question about a threat is only taken for asked by somebody who is threatened, or stands by them."""

from dataclasses import replace
from typing import Any

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import Conversation, keys, read
from understanding.context import Context

ASKED: dict[str, Any] = {"question": "threat_not_posted_yet", "question_confidence": 0.9}


def test_of_somebody_who_is_not_threatened_it_is_a_fact(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    decision = decide(read(facts={"state": ["made"]}, **ASKED), context=conversation.context, table=conversation.table)
    assert not any(key.startswith("question.") for key in keys(decision))


def test_of_somebody_who_is_threatened_it_is_asked(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"age_in_image": "adult", "platform": ["x"]}))
    decision = decide(read(**ASKED), context=conversation.context, table=conversation.table)
    assert keys(decision)[0] == "question.threat_not_posted_yet"


@pytest.mark.parametrize("role", ["", "self"])
def test_who_is_under_18_and_harmed_is_not_answered_about_a_workplace(table: Table, role: str) -> None:
    context = Context(
        topic="report_deepfake", known={"age_in_image": "under_18", "role": role, "platform": ("tiktok",)}
    )
    asked = read(question="work_visa", question_confidence=0.9, asks=True)
    assert "question.work_visa" not in keys(decide(asked, context=context, table=table))


def test_a_question_that_is_ruled_out_leaves_the_answer_of_what_is_asked(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"], "role": "self"}))
    conversation.context = replace(conversation.context, said=("question.come_as_man.any",))
    asked = read("is_it_illegal", question="come_as_man", question_confidence=0.6, asks=True)
    assert conversation.hear(asked) == ["plan.illegal"]


@pytest.mark.parametrize("told", [{"state": ["posted"]}, {"role": "parent"}])
def test_whether_one_may_ask_without_harm_is_not_asked_beside_harm(table: Table, told: dict[str, Any]) -> None:
    asked = read("report_deepfake", facts=told, question="only_worried", question_confidence=0.95, names_harm=True)
    assert "question.only_worried" not in keys(decide(asked, context=Context(), table=table))


def test_who_is_only_worried_hears_that_they_may_ask_and_nothing_of_harm(table: Table) -> None:
    asked = read("helping_someone", confidence=0.3, question="only_worried", question_confidence=0.9, names_harm=False)
    assert keys(decide(asked, context=Context(), table=table)) == ["question.only_worried"]


def test_an_app_that_is_named_in_what_happened_is_not_asked_about(table: Table) -> None:
    told = read(
        "nudify_app_question", confidence=0.6, facts={"role": "parent", "state": ["shown_around"]}, names_harm=True
    )
    assert "nudify" not in keys(decide(told, context=Context(), table=table))
    asked = read("nudify_app_question", confidence=0.9, names_harm=True, asks=True)
    assert keys(decide(asked, context=Context(), table=table))[0] == "nudify"
