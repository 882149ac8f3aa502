"""Nobody hears an answer that is for somebody else, whatever role and age are known when they ask."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import AGES, Answers
from bot.guidance.questions import ROLES, UNKNOWN_ROLE
from bot.language import Language

MAKERS = {"maker", "maker_parent"}
HARMED = {"self", UNKNOWN_ROLE}
NOT_THEIR_FAULT = {
    Language.JA: re.compile(r"悪くありません|悪くない|あなたのせいでは"),
    Language.EN: re.compile(r"n[o']t your fault|not to blame|did nothing wrong|n't do anything wrong", re.IGNORECASE),
}
THANKED_FOR_HELPING = {
    Language.JA: re.compile(r"(?:そばにい|支え|味方でい|力になろうとし)てくれて"),
    Language.EN: re.compile(r"(?:for|are) (?:standing by|supporting|helping|being there for)", re.IGNORECASE),
}
Audience = dict[str, set[tuple[str, str]]]


@pytest.fixture(scope="module")
def audience(catalogue: Catalogue) -> Audience:
    """Return who can hear each answer that a question has of its own, as role and age."""
    heard: Audience = defaultdict(set)
    for question in catalogue.questions.values():
        for role in (*ROLES, UNKNOWN_ROLE):
            for age in AGES:
                key = question.choose(role=role, age=age)
                if key in catalogue.entries:
                    heard[str(key)].add((role, age))
    return heard


def said(catalogue: Catalogue, key: str, patterns: dict[Language, re.Pattern[str]]) -> bool:
    texts = {language: catalogue.words.text(key, language=language) or "" for language in Language}
    return any(patterns[language].search(text) for language, text in texts.items())


def test_whoever_made_it_never_hears_that_it_is_not_their_fault(catalogue: Catalogue, audience: Audience) -> None:
    heard = {key for key, who in audience.items() if MAKERS & {role for role, _ in who}}
    assert {key for key in heard if said(catalogue, key, NOT_THEIR_FAULT)} == set()


def test_whoever_is_in_the_image_is_never_thanked_for_helping(catalogue: Catalogue, audience: Audience) -> None:
    heard = {key for key, who in audience.items() if HARMED & {role for role, _ in who}}
    assert {key for key in heard if said(catalogue, key, THANKED_FOR_HELPING)} == set()


def test_the_tool_for_adults_is_shown_only_where_the_age_is_known(catalogue: Catalogue, audience: Audience) -> None:
    for key, who in audience.items():
        if "stopncii" in catalogue.entries[key].links:
            assert {age for _, age in who} == {"adult"}, key


@pytest.mark.parametrize(
    "question", ["threat_cannot_leave", "threat_no_report", "threat_ex_partner", "threat_tell_work_or_school"]
)
def test_a_child_is_shown_lines_for_children_and_an_adult_with_an_old_image_is_not(
    catalogue: Catalogue, question: str
) -> None:
    child = Answers(role="self", age_in_image="under_18")
    little, grown_up = (replace(child, more={"age_now": now}) for now in ("9", "31"))
    heard = [catalogue.answer_to(question, one, language=Language.JA) for one in (child, little, grown_up)]
    assert heard == [f"question.{question}.minor", f"question.{question}.minor", f"question.{question}.any"]


@pytest.mark.parametrize("question", ["child_scolded", "can_you_delete_it"])
def test_a_child_under_13_is_answered_in_words_for_children_and_others_are_not(
    catalogue: Catalogue, question: str
) -> None:
    child = Answers(role="self", age_in_image="under_18", more={"age_now": "10"})
    others = (
        replace(child, more={"age_now": "15"}),
        replace(child, more={}),
        Answers(role="self", age_in_image="adult"),
    )
    for language in Language:
        assert catalogue.answer_to(question, child, language=language) == f"question.{question}.child"
        assert {catalogue.answer_to(question, one, language=language) for one in others} == {f"question.{question}.any"}


def test_who_writes_about_a_child_hears_to_ask_that_child_first(catalogue: Catalogue) -> None:
    about = Answers(role="parent", age_in_image="under_18", more={"age_now": "10"})
    assert catalogue.answer_to("can_you_delete_it", about, language=Language.EN) == "question.can_you_delete_it.helper"
