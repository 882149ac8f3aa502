"""Where the image is: a place that is named is answered with how it is reported there, once something is there."""

from dataclasses import replace

import pytest

from actions.decide import decide
from tests.actions.talk import Conversation, read
from understanding.reading import VALUE


def test_how_to_get_it_down_from_a_named_place_is_answered_with_that_place(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    conversation.hear(read(facts={"age_in_image": "adult"}, answer=VALUE))
    conversation.context = replace(conversation.context, asked="")
    decision = decide(
        read("takedown_how", facts={"platform": ["tiktok"]}), context=conversation.context, table=conversation.table
    )
    assert ("plan.report", "tiktok") in [(said.key, said.platform) for said in decision.said]


def test_another_place_told_in_passing_is_answered_with_that_place_once_it_is_posted(
    conversation: Conversation,
) -> None:
    conversation.hear(read("report_deepfake", facts={"state": ["posted"], "platform": ["x"]}))
    conversation.context = replace(conversation.context, asked="")
    places = read(facts={"platform": ["x", "5ch"]})
    decision = decide(places, context=conversation.context, table=conversation.table)
    assert [said.platform for said in decision.said if said.key == "plan.report"] == ["5ch"]


@pytest.mark.parametrize("state", ["threatened", "made"])
def test_a_place_is_not_reported_before_anything_is_there(conversation: Conversation, state: str) -> None:
    conversation.hear(read("threatened_extortion", facts={"state": [state]}))
    conversation.context = replace(conversation.context, asked="")
    assert "plan.report" not in conversation.hear(read(facts={"platform": ["instagram"]}))


def test_a_place_that_was_reported_already_is_not_explained(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"state": ["posted"]}))
    conversation.context = replace(conversation.context, asked="")
    reported = {"platform": ["google_search"], "reported": ["google_search"]}
    assert "plan.report" not in conversation.hear(read("search_engine_removal", facts=reported))


def test_a_known_place_named_again_without_another_word_is_explained(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"state": ["posted"], "platform": ["x", "5ch"]}))
    conversation.context = replace(conversation.context, asked="")
    decision = decide(
        read(facts={"platform": ["5ch"]}, asks=True), context=conversation.context, table=conversation.table
    )
    assert [said.platform for said in decision.said if said.key == "plan.report"] == ["5ch"]
