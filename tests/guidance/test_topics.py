"""The 37 intents are the topics; without Rasa they are answered as Rasa's rules answer them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.journeys import JOURNEYS, begin
from bot.conversation.danger.detector import DANGER_INTENTS, ENTRY
from bot.guidance.catalogue import Catalogue
from tests.guidance import said

INTENTS = [
    "greet",
    "goodbye",
    "thanks",
    "affirm",
    "deny",
    "help_menu",
    "change_language",
    "report_deepfake",
    "report_real_image",
    "threatened_extortion",
    "takedown_how",
    "search_engine_removal",
    "police_report_how",
    "is_it_illegal",
    "preserve_evidence",
    "identify_poster",
    "school_photo_leak",
    "doxxed",
    "i_am_minor",
    "helping_someone",
    "i_made_or_shared_it",
    "talk_to_human",
    "contact_paps",
    "crisis_suicide",
    "crisis_self_harm",
    "immediate_danger",
    "emotional_distress",
    "cost_question",
    "privacy_question",
    "delete_my_data",
    "send_image_attempt",
    "nudify_app_question",
    "lawyer_compensation",
    "foreigner_language_support",
    "chitchat",
    "abusive_to_bot",
    "out_of_scope",
]
"""The intents in the order of journeys.md, section 3; their names are fixed."""


@pytest.fixture(scope="module")
def rules(root: Path) -> dict[str, list[str]]:
    """The actions of each intent's rule in data/rules."""
    found: dict[str, list[str]] = {}
    for file in sorted((root / "data" / "rules").glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            steps: list[dict[str, Any]] = rule["steps"]
            found[steps[0]["intent"]] = [step["action"] for step in steps[1:]]
    return found


def test_there_are_37_intents_and_each_is_a_topic(catalogue: Catalogue, root: Path) -> None:
    assert len(INTENTS) == 37
    assert set(catalogue.plans.topics) == set(INTENTS)
    assert said.domain(root)["intents"] == INTENTS


def test_every_intent_has_a_rule_and_no_other_has(rules: dict[str, list[str]]) -> None:
    assert set(rules) == {*INTENTS, "nlu_fallback"}


def test_every_rule_does_what_the_domain_knows(rules: dict[str, list[str]], root: Path) -> None:
    done = {action for actions in rules.values() for action in actions}
    known = said.domain(root)
    assert done == {*known["responses"], *known["actions"]}


def test_simple_topics_are_answered_the_same_without_rasa(
    catalogue: Catalogue, rules: dict[str, list[str]], root: Path
) -> None:
    responses = said.by_rules(root)
    for intent in INTENTS:
        if not rules[intent][0].startswith("action_"):
            assert [responses[action] for action in rules[intent]] == list(catalogue.plans.topics[intent].say), intent


def test_journeys_begin_the_same_without_rasa(catalogue: Catalogue, rules: dict[str, list[str]]) -> None:
    assert {intent for intent in INTENTS if rules[intent] == ["action_next_step"]} == set(JOURNEYS)
    for intent in JOURNEYS:
        assert tuple(begin(intent, {})[:2]) == catalogue.plans.topics[intent].say, intent


def test_only_journeys_have_a_plan(catalogue: Catalogue) -> None:
    assert {name for name, topic in catalogue.plans.topics.items() if topic.plan} - set(JOURNEYS) <= {
        "i_made_or_shared_it"
    }


def test_danger_is_answered_with_its_own_entry_everywhere(catalogue: Catalogue) -> None:
    for intent in DANGER_INTENTS:
        assert catalogue.plans.topics[intent].say == (ENTRY[intent],)


def test_both_languages_teach_the_same_intents(root: Path) -> None:
    for language in ("ja", "en"):
        taught: set[str] = set()
        for file in (root / "data" / "nlu" / language).glob("*.yml"):
            taught |= {block["intent"] for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]}
        assert taught == set(INTENTS), language
