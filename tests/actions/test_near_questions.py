"""A question that may be meant is offered under what is said, and never in place of an answer to an open question."""

from dataclasses import replace

from actions.decide import decide
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
