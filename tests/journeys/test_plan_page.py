"""The plan seen by a person: a strip in the chat that follows it, a page to tick and to print, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.look import Look
from tests.journeys.person import Person
from tests.journeys.processes import Bot
from tests.journeys.words import label

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
A4 = re.compile(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]")
COLOURS = "[...document.querySelectorAll('.number, .card a, .text')].map(e => getComputedStyle(e).color)"
WHOLE = "[...document.querySelectorAll('.card')].every(e => getComputedStyle(e).breakInside === 'avoid')"


def begins_a_plan(person: Person) -> None:
    """Ask how it can be taken down."""
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.presses("topic.takedown_how")


def sees_the_count(person: Person, settled: int) -> None:
    """Find in the page how far the plan is: how many steps there are while none is ticked."""
    words = label("%(settled)s of %(total)s" if settled else "%(total)s steps", person.language)
    pattern = re.escape(words).replace(re.escape("%(settled)s"), str(settled)).replace(re.escape("%(total)s"), r"\d+")
    expect(person.page.locator(".plan-pill b, .plan-count").first).to_have_text(re.compile(f"^{pattern}$"))


def ticks(person: Person, step: int, tick: str) -> None:
    """Tick a step on the page, and wait until the page shows it."""
    person.page.locator(f"#step-{step} button[value={tick}]").click()
    expect(person.page.locator(f"#step-{step}.plan-{tick}")).to_be_visible()
    person.page.wait_for_load_state()


@pytest.mark.browser
def test_the_strip_comes_with_the_plan_and_leads_to_the_page(person: Person) -> None:
    person.opens_the_page()
    expect(person.page.locator(".plan-pill")).to_have_count(0)
    begins_a_plan(person)
    sees_the_count(person, 0)
    person.page.locator(".plan-pill").click()
    expect(person.page.locator(".plan-line").first).to_be_visible()
    person.page.locator(".plan-whole").click()
    ticks(person, 1, "done")
    expect(person.page.locator("#step-1.plan-done")).to_be_in_viewport()
    sees_the_count(person, 1)
    person.opens_the_page()
    sees_the_count(person, 1)


@pytest.mark.browser
def test_every_tick_works_without_javascript(arrives: Arrivals, scripted_site: Bot, language: str) -> None:
    person = arrives(scripted_site.site, language, javascript=False)
    person.opens_the_page()
    person.box.fill(HELLO[language])
    person.page.locator("#composer .send").click()
    person.offered("topic.takedown_how").click()
    person.chooses_in_the_menu("Your plan")
    ticks(person, 1, "not_for_me")
    ticks(person, 2, "did_not_work")
    sees_the_count(person, 1)
    person.page.locator("#step-3").get_by_text(label("Done", language), exact=True).click()
    sees_the_count(person, 2)
    ticks(person, 3, "open")
    sees_the_count(person, 1)
    expect(person.page.locator("#print")).to_be_hidden()


@pytest.mark.browser
def test_axe_finds_nothing_on_the_plan_and_it_fits_a_small_screen(person: Person) -> None:
    look = Look(person.page)
    person.opens_the_page("/plan")
    look.at("no plan yet")
    begins_a_plan(person)
    person.page.locator(".plan-pill").click()
    look.at("the strip, open")
    person.opens_the_page("/plan")
    ticks(person, 1, "done")
    ticks(person, 2, "did_not_work")
    look.at("the plan")
    person.page.set_viewport_size({"width": 320, "height": 640})
    assert person.page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert look.found == {}


@pytest.mark.browser
def test_it_is_printed_on_a4_in_black_with_whole_cards_and_no_words_of_the_person(
    arrives: Arrivals, scripted_site: Bot, language: str
) -> None:
    person = arrives(scripted_site.site, language, desktop=True, dark=True)
    begins_a_plan(person)
    person.opens_the_page("/plan")
    ticks(person, 1, "done")
    pages = A4.findall(person.page.pdf(prefer_css_page_size=True))
    assert 2 <= len(pages) <= 8
    person.page.emulate_media(media="print")
    assert set(person.page.evaluate(COLOURS)) == {"rgb(0, 0, 0)"}
    assert person.page.evaluate(WHOLE)
    assert HELLO[language] not in person.page.content()
    for hidden in (".bar", ".plan-ticks", ".actions", ".plan-again"):
        expect(person.page.locator(hidden).first).to_be_hidden()
    for kept in ("#step-1 h2", ".card .number", ".card-url"):
        expect(person.page.locator(kept).first).to_be_visible()
