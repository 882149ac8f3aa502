"""What is asked beside an answer, and what is not asked again."""

from actions.table import Table
from tests.actions.talk import Conversation, read
from understanding.reading import NEXT


def test_where_it_goes_from_hand_to_hand_no_site_is_asked_for(table: Table) -> None:
    talk = Conversation(table)
    talk.hear(read("helping_someone", facts={"role": "teacher", "age_in_image": "under_18", "state": ["made"]}))
    said = talk.hear(read("helping_someone", facts={"state": ["shown_around"]}))
    assert not [key for key in said if key.startswith("plan.ask_")]


def test_who_asks_what_comes_next_is_not_asked_the_same_again(table: Table) -> None:
    talk = Conversation(table)
    begun = talk.hear(read("helping_someone", facts={"role": "partner", "age_in_image": "adult"}))
    assert begun[-1] == "plan.ask_platform"
    assert talk.hear(read("helping_someone", answer=NEXT, facts={"did": ["record"]})) == [
        "plan.heard_more",
        "plan.next",
    ]


def test_what_is_told_before_what_now_is_answered(table: Table) -> None:
    talk = Conversation(table)
    talk.hear(read("helping_someone", facts={"role": "parent", "age_in_image": "under_18"}))
    asked = read("helping_someone", answer=NEXT, question="school_only_a_joke", question_confidence=0.6)
    assert talk.hear(asked)[0] == "question.school_only_a_joke"


def test_thanks_with_a_word_about_the_topic_does_not_go_on_with_the_plan(table: Table) -> None:
    talk = Conversation(table)
    talk.hear(read("helping_someone", facts={"role": "friend", "age_in_image": "under_18", "platform": ["x"]}))
    assert talk.hear(read("thanks", "helping_someone", confidence=0.95)) == ["thanks"]


def test_a_feeling_told_with_the_topic_is_taken_in_once(table: Table) -> None:
    talk = Conversation(table)
    talk.hear(read("helping_someone", facts={"role": "friend", "age_in_image": "under_18", "platform": ["x"]}))
    assert talk.hear(read("helping_someone", "emotional_distress"))[0] == "plan.heard_distress"


def test_what_may_be_a_question_is_not_met_with_the_same_question_again(table: Table) -> None:
    talk = Conversation(table)
    talk.hear(read("helping_someone", facts={"role": "parent", "age_in_image": "under_18"}))
    assert talk.hear(read("helping_someone", near=("supporter_child_does_not_talk",))) == ["plan.next"]
