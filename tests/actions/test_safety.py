"""What is read of safety decides: panic is helped first, and who denies a danger goes back to what was open."""

from dataclasses import replace

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import Conversation, keys, read
from understanding.context import Context
from understanding.danger_disowned import DISOWNED
from understanding.reading import Danger

DENIED = Danger(passed=True)


def test_panic_is_helped_before_a_form_and_only_once(conversation: Conversation) -> None:
    panicking = read("report_deepfake", danger=Danger(told=("panic",)))
    assert keys(decide(panicking, context=Context(), table=conversation.table)) == ["question.now_panic"]
    after = Context(said=("question.now_panic.any",))
    assert "question.now_panic" not in keys(decide(panicking, context=after, table=conversation.table))


def test_who_denies_a_danger_goes_on_with_the_next_step(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "under_18", "platform": ["discord"]}))
    in_doubt = replace(conversation.context, safety="doubt", asked="home", said=("doubt.home",))
    for needs in (("deny",), ("emotional_distress",), ()):
        denial = read(*needs, danger=DENIED)
        assert keys(decide(denial, context=in_doubt, table=conversation.table)) == ["plan.next"]


def test_what_is_asked_with_a_denial_is_answered(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    in_doubt = replace(conversation.context, safety="doubt", asked="wish")
    asks = read("deny", danger=DENIED, question="how_long", question_confidence=0.9)
    assert keys(decide(asks, context=in_doubt, table=conversation.table))[0] == "question.how_long"


def test_where_nothing_is_open_a_denial_opens_no_plan(conversation: Conversation) -> None:
    denial = read("deny", danger=DENIED)
    assert "plan.next" not in keys(decide(denial, context=Context(safety="doubt"), table=conversation.table))


@pytest.mark.parametrize(("safety", "sorry"), [("danger", ["misread"]), ("doubt", [])])
def test_a_danger_heard_by_mistake_is_apologised_for_and_one_that_was_only_asked_about_is_not(
    table: Table, safety: str, sorry: list[str]
) -> None:
    context = Context(topic="helping_someone", safety=safety, known={"role": "teacher"}, said=("crisis.other.harm",))
    meant = read("helping_someone", danger=Danger(passed=True, told=(DISOWNED,)))
    assert [key for key in keys(decide(meant, context=context, table=table)) if key == "misread"] == sorry


def test_shaking_that_is_told_beside_a_question_does_not_take_its_place(conversation: Conversation) -> None:
    shaking = Danger(told=("panic",))
    asked = read("helping_someone", question="words_friend", question_confidence=0.7, asks=True, danger=shaking)
    assert conversation.hear(asked)[0] == "question.words_friend"
