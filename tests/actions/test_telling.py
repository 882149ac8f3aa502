"""Who only tells more is told that it was read, not that it was not understood."""

from actions.decide import decide
from tests.actions.talk import Conversation, keys, read
from understanding.context import Context


def test_more_about_what_is_talked_about_was_read(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert conversation.hear(read(tells=True)) == ["heard.more.told"]


def test_a_question_that_may_be_meant_is_offered_under_it(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    decision = decide(read(tells=True, near=("how_long",)), context=conversation.context, table=conversation.table)
    assert [said.questions for said in decision.said] == [("how_long",)]


def test_words_that_ask_and_are_not_understood_are_not_passed_over(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert conversation.hear(read(tells=False)) == ["unclear"]


def test_a_first_message_that_is_not_understood_is_said_to_be(conversation: Conversation) -> None:
    decision = decide(read(tells=True), context=Context(), table=conversation.table)
    assert keys(decision) == ["unclear"]


def test_who_was_misread_is_told_sorry_first(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    heard = conversation.hear(read("police_report_how", protests=True))
    assert heard[0] == "misread"
    assert heard[1:]


def test_what_says_sorry_by_itself_needs_no_other(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert conversation.hear(read(protests=True)) == ["unclear"]
