"""Where a journey goes next, as plain tables."""

from itertools import product

import pytest

from actions.journeys import ASK, HEARD_HELPING, IMPLIED, JOURNEYS, begin, go_on, implied, open_question

VALUES: dict[str, list[object]] = {
    "age_in_image": [None, "under_18", "adult", "unsure", "skipped"],
    "platform": [None, [], ["x"], ["unknown"]],
    "state": [None, "posted", "skipped"],
    "role": [None, "parent", "friend", "skipped"],
}
EVERY_ANSWER = [dict(zip(VALUES, values, strict=True)) for values in product(*VALUES.values())]


def test_every_question_has_an_entry_that_asks_it() -> None:
    assert {slot for journey in JOURNEYS.values() for slot in journey.asks} == set(ASK)
    assert set(ASK.values()) == {"ask.age", "ask.platform", "ask.state", "ask.role"}


def test_what_a_topic_implies_is_about_topics_that_there_are() -> None:
    assert set(IMPLIED) <= set(JOURNEYS)


@pytest.mark.parametrize("topic", JOURNEYS)
def test_a_journey_begins_with_what_was_heard_and_one_step_at_most_three_bubbles(topic: str) -> None:
    for answers in EVERY_ANSWER:
        keys = begin(topic, answers)
        assert 2 <= len(keys) <= 3
        assert keys[0].startswith(("heard.", "plan.heard"))
        assert sum(key.startswith("ask.") for key in keys) <= 1
        assert not any(key.startswith("ask.") for key in keys[:-1])


@pytest.mark.parametrize("topic", JOURNEYS)
def test_a_question_is_asked_only_while_it_is_open(topic: str) -> None:
    for answers in EVERY_ANSWER:
        question = open_question(topic, answers)
        asked = [key for key in go_on(topic, answers) if key.startswith("ask.")]
        assert asked == ([ASK[question]] if question else [])
        assert question is None or not answers[question]
        if question is None:
            assert go_on(topic, answers) == ["plan.next"]


def test_what_was_said_or_skipped_is_not_asked_again() -> None:
    assert open_question("report_deepfake", {}) == "age_in_image"
    assert open_question("report_deepfake", {"age_in_image": "skipped"}) == "platform"
    assert open_question("report_deepfake", {"age_in_image": "adult", "platform": ["x"]}) is None


def test_a_topic_gives_the_answers_that_are_still_open() -> None:
    assert implied("i_am_minor", {}) == {"age_in_image": "under_18"}
    assert implied("search_engine_removal", {"platform": ["x"]}) == {}
    assert implied("takedown_how", {}) == {}


@pytest.mark.parametrize("role", [*HEARD_HELPING, "friend", ""])
def test_who_helps_is_met_by_their_role(role: str) -> None:
    assert begin("helping_someone", {"role": role})[0] == HEARD_HELPING.get(role, "heard.helping.friend")
