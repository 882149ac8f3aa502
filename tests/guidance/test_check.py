"""`python -m bot guidance check` finds nothing in what is shipped, and names each thing that could be wrong."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.guidance.catalogue import Button, Catalogue
from bot.guidance.check import problems
from bot.guidance.facts import Mark
from bot.guidance.plan import Topic, Variant
from bot.language import Language
from tests.fakes.words import FewWords


@pytest.fixture
def today(catalogue: Catalogue) -> date:
    return max(contact.verified for contact in catalogue.contacts.values())


def reworded(catalogue: Catalogue, key: str, japanese: str, english: str) -> Catalogue:
    words = {
        language: {
            name: catalogue.words.text(name, language=language) or ""
            for name in (*catalogue.entries, *(f"button.{button}" for button in catalogue.buttons))
        }
        for language in Language
    }
    words[Language.JA][key], words[Language.EN][key] = japanese, english
    return replace(catalogue, words=FewWords(words))


def found(catalogue: Catalogue, today: date) -> str:
    return "\n".join(problems(catalogue, today=today))


def test_what_is_shipped_has_no_problem(catalogue: Catalogue, today: date) -> None:
    assert found(catalogue, today) == ""


@pytest.mark.parametrize(
    ("japanese", "english", "problem"),
    [
        ("", "Hello.", "locales/ja/LC_MESSAGES/guidance.po: greet: no words"),
        ("こんにちは。", "", "locales/en/LC_MESSAGES/guidance.po: greet: no words"),
        ("{platform}です", "Hello", "greet: the placeholders differ"),
        ("{name}です", "{name}", "unknown placeholder {name}"),
        ("110に電話", "Call", "a number in the sentence"),
        ("050-3177-5432へ", "Call", "a number in the sentence"),
        ("こちら", "See https://example.com", "an address in the sentence"),
        ("こちら", "Write to help@example.com", "an address in the sentence"),
        ("あ" * 201, "Hello", "longer than 200 characters"),
        ("こんにちは", "word " * 81, "longer than 80 words"),
        ("{platform}と{platform}", "{platform}", "greet: the placeholders differ"),
        ("絶対に大丈夫です", "Hello", "“絶対に大丈夫” must never be said"),
        ("こんにちは", "<b>Hello</b>", "HTML or a script in the sentence"),
        ("こんにちは\u200b", "Hello", "an invisible character U+200B"),
    ],
)
def test_words_that_are_wrong_are_named(
    catalogue: Catalogue, today: date, japanese: str, english: str, problem: str
) -> None:
    assert problem in found(reworded(catalogue, "greet", japanese, english), today)


def test_a_button_whose_title_is_too_long_is_named(catalogue: Catalogue, today: date) -> None:
    wrong = found(reworded(catalogue, "button.plan.next", "次へ", "a" * 41), today)
    assert "locales/en/LC_MESSAGES/guidance.po: button.plan.next: longer than 40 characters" in wrong


def test_references_that_lead_nowhere_are_named(catalogue: Catalogue, today: date) -> None:
    greet = replace(catalogue.entries["greet"], contacts=("a",), links=("b",), buttons=("c",))
    broken = found(replace(catalogue, entries={**catalogue.entries, "greet": greet}), today)
    assert all(f"entries.yml: greet: there is no {name}" in broken for name in ("a", "b", "c"))
    place = replace(catalogue.platforms["x"], links=("no_link",))
    broken = found(replace(catalogue, platforms={**catalogue.platforms, "x": place}), today)
    assert "platforms.yml: x: there is no link no_link" in broken


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        ("say:nothing", "no entry nothing"),
        ("topic:weather", "no topic weather"),
        (f"say:{'a' * 64}", "longer than 64 bytes"),
    ],
)
def test_buttons_that_lead_nowhere_are_named(catalogue: Catalogue, today: date, payload: str, problem: str) -> None:
    buttons = {**catalogue.buttons, "plan.next": Button(key="plan.next", payload=payload)}
    assert problem in found(replace(catalogue, buttons=buttons), today)


def test_plans_that_lead_nowhere_are_named(catalogue: Catalogue, today: date) -> None:
    plans = replace(
        catalogue.plans,
        choices={**catalogue.plans.choices, "record": (Variant(say="step.nothing.{age}", when={}),)},
        plans={**catalogue.plans.plans, "posted": ("no_choice",)},
        topics={**catalogue.plans.topics, "greet": Topic(plan="no_plan", say=("greet",))},
    )
    broken = found(replace(catalogue, plans=plans), today)
    for problem in ("there is no entry step.nothing.minor", "there is no choice no_choice", "there is no plan no_plan"):
        assert problem in broken


def test_facts_that_nobody_looked_at_or_knows_are_named(catalogue: Catalogue, today: date) -> None:
    paps = catalogue.contacts["paps"]
    later = today + paps.renew_after + timedelta(days=1)
    assert "contacts.yml: paps: shown to people but not looked at" in found(catalogue, later)
    unknown = {**catalogue.contacts, "paps": replace(paps, mark=Mark.UNVERIFIED, name={**paps.name, Language.EN: ""})}
    broken = found(replace(catalogue, contacts=unknown), today)
    assert "contacts.yml: paps: shown to people but unverified" in broken
    assert "contacts.yml: paps: no name in en" in broken
    wrong = {**catalogue.contacts, "paps": replace(paps, url="http://example.com", phone="call us")}
    broken = found(replace(catalogue, contacts=wrong), today)
    assert "contacts.yml: paps: url: url" in broken
    assert "contacts.yml: paps: phone: phone" in broken
