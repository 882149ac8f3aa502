"""The 37 intents are the topics; without Rasa they are answered as Rasa's rules answer them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.decide import decide
from actions.table import read_table
from bot.assistant.scripted import ScriptedAssistant
from bot.conversation.danger.detector import DANGER_INTENTS, ENTRY
from bot.conversation.model import AssistantId
from bot.conversation.ports import TurnInput
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.guidance import said
from understanding.context import Context
from understanding.reading import Need, Reading

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


def test_every_intent_has_a_rule_and_all_rules_ask_the_one_action(rules: dict[str, list[str]], root: Path) -> None:
    assert set(rules) == set(INTENTS)
    assert [list(actions) for actions in rules.values()] == [["action_decide"]] * len(INTENTS)
    assert said.domain(root)["actions"] == ["action_decide"]


@pytest.mark.parametrize("intent", [intent for intent in INTENTS if intent not in (*DANGER_INTENTS, "change_language")])
async def test_a_topic_is_answered_the_same_without_rasa(catalogue: Catalogue, intent: str) -> None:
    reading = Reading(needs=(Need(intent, 1.0),), language="en")
    decided = [said.key for said in decide(reading, context=Context(), table=read_table()).said]
    turn_input = TurnInput(assistant_id=AssistantId("a"), language=Language.EN, asked="", payload=f"topic:{intent}")
    scripted = await ScriptedAssistant(catalogue.plans).ask(turn_input, within=1.0)
    keys = [say.key for say in scripted.say]
    assert decided[: len(keys)] == keys


def test_a_topic_has_a_plan_or_something_to_say(catalogue: Catalogue) -> None:
    assert all(bool(topic.plan) != bool(topic.say) for topic in catalogue.plans.topics.values())


def test_danger_is_answered_with_its_own_entry_everywhere(catalogue: Catalogue) -> None:
    for intent in DANGER_INTENTS:
        assert catalogue.plans.topics[intent].say == (ENTRY[intent],)


def test_both_languages_teach_the_same_intents(root: Path) -> None:
    for language in ("ja", "en"):
        taught: set[str] = set()
        for file in (root / "data" / "nlu" / language).glob("*.yml"):
            taught |= {block["intent"] for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]}
        assert taught == set(INTENTS), language
