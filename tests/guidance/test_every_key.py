"""Every key that can be said has an entry and words in both languages, and no other entry exists."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.guidance.catalogue import Catalogue
from bot.guidance.questions import PREFIX
from bot.language import Language
from tests.guidance import said

BY_THE_PROGRAM = {"correct.other", "correct.maker"}
"""Buttons that the program puts under a bubble by itself, where a reading is unsure."""


def written(root: Path, language: Language) -> dict[str, str]:
    """Return the words of a language's catalogue, by key."""
    with (root / "locales" / language / "LC_MESSAGES" / "guidance.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def test_every_key_that_rasa_can_say_leads_to_an_entry(catalogue: Catalogue, root: Path) -> None:
    known = {*catalogue.entries, "plan.start", "plan.next", *(f"plan.{name}" for name in catalogue.plans.choices)}
    assert said.by_rasa(root) <= known


def test_every_choice_leads_to_an_entry_for_all_ages_and_places(catalogue: Catalogue) -> None:
    for name, keys in said.by_choices(catalogue).items():
        assert {key for key in keys if key} <= set(catalogue.entries), name


def test_only_steps_that_may_be_left_out_ever_are(catalogue: Catalogue) -> None:
    left_out = {name for name, keys in said.by_choices(catalogue).items() if None in keys}
    silent = {name for name, lines in catalogue.plans.choices.items() if any(not line.say for line in lines)}
    assert left_out == silent


def test_every_button_that_says_something_says_an_entry(catalogue: Catalogue) -> None:
    assert said.by_buttons(catalogue) <= set(catalogue.entries)


def test_what_the_conversation_says_by_itself_are_entries(catalogue: Catalogue) -> None:
    assert set(catalogue.entries) >= said.OF_THE_CONVERSATION


def test_no_entry_exists_that_nothing_says(catalogue: Catalogue, root: Path) -> None:
    assert said.everything(catalogue, root) == set(catalogue.entries)


def test_no_choice_exists_that_no_plan_and_nobody_uses(catalogue: Catalogue, root: Path) -> None:
    in_plans = {name for steps in catalogue.plans.plans.values() for name in steps}
    in_topics = {key for topic in catalogue.plans.topics.values() for key in topic.say}
    in_plans |= {addition.step for addition in catalogue.plans.added}
    in_plans |= {topic.heard for topic in catalogue.plans.topics.values()}
    named = {key.removeprefix("plan.") for key in said.by_rasa(root) | in_topics if key.startswith("plan.")}
    assert set(catalogue.plans.choices) - in_plans - named == said.IN_PLACE_OF_ENTRIES
    assert in_plans - {""} <= set(catalogue.plans.choices)


def test_every_plan_belongs_to_a_topic(catalogue: Catalogue) -> None:
    by_topic = {topic.plan for topic in catalogue.plans.topics.values()}
    assert (by_topic | {detour.plan for detour in catalogue.plans.by_role}) - {""} == set(catalogue.plans.plans)


@pytest.mark.parametrize("language", Language)
def test_the_words_are_those_of_the_entries_and_buttons_and_no_others(
    catalogue: Catalogue, root: Path, language: Language
) -> None:
    words = written(root, language)
    entries = {key for key in catalogue.entries if not key.startswith(PREFIX)}
    buttons = {f"button.{name}" for name in catalogue.buttons}
    assert set(words) == {*entries, *buttons, *catalogue.plans.phrases}
    assert all(text.strip() for text in words.values())


@pytest.mark.parametrize("language", Language)
def test_the_compiled_words_are_the_written_ones(catalogue: Catalogue, root: Path, language: Language) -> None:
    for key, text in written(root, language).items():
        assert catalogue.words.text(key, language=language) == text


def test_every_button_is_offered_somewhere(catalogue: Catalogue) -> None:
    offered = {name for entry in catalogue.entries.values() for name in entry.buttons if not name.startswith(PREFIX)}
    topics = {f"topic.{name}" for name in catalogue.plans.topics}
    assert offered <= set(catalogue.buttons)
    assert set(catalogue.buttons) - offered - topics == BY_THE_PROGRAM
