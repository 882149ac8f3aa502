"""Who was misread and corrects it is told sorry first, and the conversation goes on about what is true."""

import pytest

from actions.decide import decide
from actions.table import Table
from tests.actions.talk import keys, read
from understanding.context import Context

MADE = Context(
    topic="i_made_or_shared_it", known={"role": "maker_parent", "age_in_image": "under_18"}, said=("heard.made.parent",)
)
THREATENED = Context(
    topic="threatened_extortion",
    known={"role": "self", "age_in_image": "adult", "state": ("posted", "threatened"), "platform": ("x",)},
    said=("heard.threat",),
)
NOT_THREATENED = {"not_state": ["threatened"], "denied": ["threatened"]}


@pytest.mark.parametrize(
    ("role", "topic"), [("parent", "helping_someone"), ("self", "report_deepfake"), ("friend", "helping_someone")]
)
def test_who_was_taken_for_a_maker_goes_on_as_who_they_are(role: str, topic: str, table: Table) -> None:
    heard = read("i_made_or_shared_it", facts={"role": role, "denied": ["maker_parent"]})
    decision = decide(heard, context=MADE, table=table)
    assert keys(decision)[0] == "misread"
    assert decision.facts["topic"] == topic


def test_who_is_not_threatened_is_told_sorry_and_goes_on_with_what_was_posted(table: Table) -> None:
    decision = decide(read("threatened_extortion", facts=NOT_THREATENED), context=THREATENED, table=table)
    assert keys(decision)[0] == "misread"
    assert decision.facts["topic"] == "report_deepfake"
    assert "threatened_extortion" not in [
        topic for said in decision.said for topic in (*said.topics, *decision.offered)
    ]


def _after_a_denial() -> Context:
    return Context(
        topic="report_deepfake",
        known={"role": "self", "age_in_image": "adult", "state": ("posted",), "denied": ("threatened",)},
        said=("heard.threat", "misread"),
    )


def test_after_a_denial_no_question_about_a_threat_is_answered_or_offered(table: Table) -> None:
    asked = read(
        "threatened_extortion", question="threat_pay_or_not", question_confidence=0.99, near=("threat_really_post",)
    )
    decision = decide(asked, context=_after_a_denial(), table=table)
    assert not any(key.startswith("question.threat_") for key in keys(decision))
    assert not any(name.startswith("threat_") for said in decision.said for name in said.questions)
    assert decision.facts.get("topic") != "threatened_extortion"


def test_a_threat_that_is_told_again_begins_its_topic(table: Table) -> None:
    told = read("threatened_extortion", facts={"state": ["threatened"], "not_denied": ["threatened"]})
    decision = decide(told, context=_after_a_denial(), table=table)
    assert decision.facts["topic"] == "threatened_extortion"


def test_who_sent_no_image_is_told_sorry_and_not_answered_about_images(table: Table) -> None:
    context = Context(
        topic="threatened_extortion",
        known={"role": "self", "age_in_image": "under_18", "state": ("threatened",), "paid": "images"},
        said=("heard.threat.minor",),
    )
    heard = read(
        "threatened_extortion",
        facts={"paid": "money", "denied": ["images"]},
        question="threat_sent_more",
        question_confidence=0.9,
    )
    decision = decide(heard, context=context, table=table)
    assert keys(decision)[0] == "misread"
    assert "question.threat_sent_more" not in keys(decision)


def test_who_denies_what_nobody_thought_gets_no_apology(table: Table) -> None:
    context = Context(topic="report_deepfake", known={"role": "self", "state": ("posted",)}, said=("heard.deepfake",))
    heard = read("report_deepfake", facts={"state": ["posted"], "denied": ["threatened"]})
    assert "misread" not in keys(decide(heard, context=context, table=table))
