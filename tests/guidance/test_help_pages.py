"""The help pages: each speaks to its reader only, says the same in both languages, and follows what is published."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.container import load_help
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import as_text, contact_as_text, fields_of
from bot.guidance.help_check import problems_of_help
from bot.guidance.help_pages import HelpPage, HelpPages, Section, place_slug
from bot.guidance.help_words import needs_chat, speaks_of_chat
from bot.guidance.overlay import overlay
from bot.guidance.plan import ROLES
from bot.guidance.revisions import Item, Part, Published
from bot.language import Language

LAWYERS = {"lawyer", "lawyer.en"}
"""The one answer that differs on purpose: English readers are led to the multilingual line."""


@pytest.fixture
def pages(catalogue: Catalogue) -> HelpPages:
    return HelpPages(catalogue=catalogue, plan=load_help())


def everything(pages: HelpPages, language: Language = Language.JA) -> Iterator[HelpPage]:
    for slug in pages.slugs():
        page = pages.page(slug, language=language)
        assert page is not None, slug
        yield page


def said(page: HelpPage) -> list[str]:
    return [section.bubble.key for section in (*page.sections, *page.questions)]


def sections_of(pages: HelpPages, slug: str) -> list[Section]:
    page = pages.page(slug, language=Language.JA)
    assert page is not None
    return [*page.sections, *page.questions]


def test_no_page_holds_an_entry_for_somebody_else(pages: HelpPages) -> None:
    for page in everything(pages):
        for key in said(page):
            entry = pages.catalogue.entries[key]
            assert all(entry.fits(role, page.reader.age) for role in page.reader.roles), (page.slug, key)


def test_there_are_pages_for_every_role_and_for_both_ages_of_whoever_was_harmed(pages: HelpPages) -> None:
    readers = pages.plan.readers.values()
    assert {role for reader in readers for role in reader.roles} == set(ROLES) - {""}
    assert {reader.age for reader in readers if reader.roles == ("self",)} == {"minor", "adult"}


def test_every_page_says_the_same_in_both_languages(pages: HelpPages) -> None:
    for page in everything(pages):
        other = pages.page(page.slug, language=Language.EN)
        assert other is not None
        assert [key for key in said(page) if key not in LAWYERS] == [key for key in said(other) if key not in LAWYERS]


def test_under_18_no_page_offers_stopncii(pages: HelpPages) -> None:
    for page in everything(pages):
        if page.reader.age != "adult":
            links = {link.key for one in (*page.sections, *page.questions) for link in one.bubble.links}
            assert "stopncii" not in links, page.slug


def test_no_page_asks_for_a_button_or_an_answer(pages: HelpPages) -> None:
    for page in everything(pages):
        for section in (*page.sections, *page.questions):
            assert not needs_chat([section.bubble.text]), (page.slug, section.bubble.key)
            assert "{" not in section.bubble.text


def test_every_page_of_a_topic_says_something_and_names_nothing_twice(pages: HelpPages) -> None:
    for page in everything(pages):
        keys = said(page)
        assert len(keys) == len(set(keys))
        assert keys or page.contacts or page.topic is None


def test_a_question_is_answered_on_one_page_of_a_reader(pages: HelpPages) -> None:
    for reader in pages.plan.readers:
        own = [page for page in everything(pages) if page.reader.key == reader]
        found = [section.title for page in own for section in page.questions]
        assert len(found) == len(set(found))
    assert len([one for page in everything(pages) if page.reader.key == "adult" for one in page.questions]) > 150


@pytest.mark.parametrize("reader", ["under-18", "adult", "parent", "teacher", "friend", "partner"])
def test_whoever_is_threatened_reads_first_not_to_pay(pages: HelpPages, reader: str) -> None:
    first = sections_of(pages, f"{reader}-threatened")[0]
    assert first.bubble.key.startswith("step.threat.first")
    assert first.title


def test_each_place_has_a_page_for_either_age_with_its_own_way(pages: HelpPages) -> None:
    for place, fact in pages.catalogue.platforms.items():
        for age, links in (("minor", fact.minor_links), ("adult", fact.links)):
            page = pages.page(place_slug(place, age=age), language=Language.EN)
            assert page is not None
            shown = {link.key for one in page.sections for link in one.bubble.links}
            assert page.sections
            assert set(links) <= shown, place


def test_what_is_published_shows_and_what_is_out_of_use_does_not(pages: HelpPages) -> None:
    live, shown = overlay(pages.catalogue, on_hours=lambda _hours: None)
    here = replace(pages, catalogue=live)
    key = sections_of(here, "adult-police")[0].bubble.key
    paps = {**fields_of(contact_as_text(live.contacts["police_consultation"])), "phone": "#1234"}
    bodies = {
        (Item(part=Part.WORDS, key=key), Language.JA): "新しい言葉です。",
        (Item(part=Part.CONTACT, key="police_consultation"), None): as_text(paps),
    }
    shown.show(Published(version=1, bodies=bodies, retired=frozenset()))
    first = sections_of(here, "adult-police")[0]
    assert first.bubble.text == "新しい言葉です。"
    assert first.bubble.contacts[0].phone == "#1234"
    shown.show(Published(version=2, bodies={}, retired=frozenset({Item(part=Part.WORDS, key=key)})))
    assert key not in [one.bubble.key for one in sections_of(here, "adult-police")]


@pytest.mark.parametrize("slug", ["nobody", "under-18-", "under-18-made", "maker-posted", "at-", "at-nowhere", "-"])
def test_other_names_are_no_pages(pages: HelpPages, slug: str) -> None:
    assert pages.page(slug, language=Language.JA) is None


def test_a_question_about_the_chat_itself_is_on_no_page() -> None:
    assert speaks_of_chat(["ここにいてもいいですか", "Can I stay?"])
    assert not speaks_of_chat(["払うべきですか", "Should I pay?"])


def test_the_plan_has_no_problem(pages: HelpPages) -> None:
    assert list(problems_of_help(pages.catalogue, pages.plan)) == []


def test_a_plan_with_faults_is_told_by_name(pages: HelpPages) -> None:
    topic = pages.plan.topics["police"]
    texts = {**topic.about, Language.EN: "Call 03-1234-5678."}
    broken = replace(topic, say=("nothing",), intents=("no_intent",), contacts=("nobody",), about=texts)
    plan = replace(pages.plan, topics={"police": broken}, urgent=("gone",))
    found = "\n".join(problems_of_help(pages.catalogue, plan))
    for words in (
        "urgent: there is no contact gone",
        "police: there is no contact nobody",
        "police: there is no choice or entry nothing",
        "police: there is no topic no_intent",
        "police: en: a number in the sentence",
        "police: nothing is said to under-18",
    ):
        assert words in found
