"""A question that may be meant is offered under what is said, and never in place of an answer to an open question."""

from dataclasses import replace

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import Conversation, read
from understanding.context import Context


def test_where_nothing_is_understood_they_are_offered(conversation: Conversation) -> None:
    decision = decide(read(near=("now_sleep", "now_eat")), context=Context(), table=conversation.table)
    assert [said.questions for said in decision.said] == [("now_sleep", "now_eat")]


def test_the_likeliest_is_offered_under_a_step(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    more = read("report_deepfake", near=("how_long", "back_again"))
    decision = decide(more, context=conversation.context, table=conversation.table)
    assert decision.said[-1].questions == ("how_long",)


def test_none_is_offered_under_an_open_question(conversation: Conversation) -> None:
    first = read("threatened_extortion", near=("threat_pay_or_not",))
    decision = decide(first, context=replace(conversation.context), table=conversation.table)
    assert decision.said[-1].key == "plan.ask_age"
    assert decision.said[-1].questions == ()


def test_a_question_that_a_step_came_before_is_offered_under_it(table: Table) -> None:
    known = {"age_in_image": "under_18", "platform": ("snapchat",), "role": "self"}
    context = Context(topic="report_deepfake", known=known)
    reading = read(
        "takedown_how", facts={"platform": ["snapchat"]}, question="no_account", question_confidence=0.57, asks=True
    )
    said = decide(reading, context=context, table=table).said
    assert [one.key for one in said] == ["plan.report"]
    assert said[-1].questions == ("no_account",)


def test_another_question_that_may_be_meant_is_offered_under_an_answer_that_is_unsure(table: Table) -> None:
    reading = read(question="how_long", question_confidence=0.6, near=("no_reply",), asks=True)
    said = decide(reading, context=Context(topic="report_deepfake"), table=table).said
    assert [(one.key, one.questions) for one in said] == [("question.how_long", ("no_reply",))]
