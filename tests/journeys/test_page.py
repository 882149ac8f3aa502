"""The chat page in Chromium: what a person can do at any moment, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.person import Person
from tests.journeys.processes import Bot
from tests.journeys.words import button, entry, label

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
DELETE = "Delete everything"
AGAIN = "Start again from the beginning"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def anyone(request: pytest.FixtureRequest, arrives: Arrivals, scripted_site: Bot, language: str) -> Person:
    """Bring someone with a phone, with JavaScript and without."""
    return arrives(scripted_site.site, language, javascript=request.param)


LINES = ("In danger now: who to call", "Who answers?", "What is kept?", "Leaving fast")


def test_the_first_screen_holds_the_choices_the_box_and_a_line_for_each_thing_to_know(anyone: Person) -> None:
    anyone.opens_the_page()
    for text in (*LINES, "Leave now"):
        expect(anyone.page.get_by_text(label(text, anyone.language), exact=True).first).to_be_in_viewport()
    expect(anyone.page.locator("#text")).to_be_in_viewport()
    choices = anyone.page.locator("#log .choice")
    assert choices.count() == 4
    dock = anyone.page.locator(".dock").bounding_box()
    last = choices.last.bounding_box()
    assert dock is not None
    assert last is not None
    assert last["y"] + last["height"] <= dock["y"]
    assert anyone.page.title() == label("Notes", anyone.language)


def test_on_a_small_laptop_too_the_four_choices_are_in_the_first_screen(anyone: Person) -> None:
    anyone.page.set_viewport_size({"width": 1366, "height": 768})
    anyone.opens_the_page()
    dock, last = anyone.page.locator(".dock").bounding_box(), anyone.page.locator("#log .choice").last.bounding_box()
    assert dock is not None
    assert last is not None
    assert last["y"] + last["height"] <= dock["y"]


def test_the_pages_to_read_are_one_press_away_on_the_first_screen_and_in_the_menu_later(anyone: Person) -> None:
    anyone.opens_the_page()
    pages = anyone.page.locator("a.help-pill")
    expect(pages).to_be_in_viewport()
    expect(pages).to_contain_text(label("Pages to read, without the chat", anyone.language))
    pages.click()
    expect(anyone.page.locator("html")).to_have_attribute("lang", anyone.language)
    assert anyone.page.url.endswith(f"/help/{anyone.language}")
    anyone.opens_the_page()
    anyone.writes(HELLO[anyone.language])
    expect(pages).not_to_be_visible()
    expect(anyone.page.locator(f'#menu a[href="/help/{anyone.language}"]')).to_be_attached()


def test_each_line_of_the_first_screen_opens_in_place(anyone: Person) -> None:
    anyone.opens_the_page()
    for line in LINES:
        anyone.page.locator(".about summary", has_text=label(line, anyone.language)).click()
    for number in ("110", "119", "05031775432"):
        expect(anyone.page.locator(f'.tiles a[href="tel:{number}"]')).to_be_visible()
    expect(anyone.page.locator('.about a[href="/privacy"]')).to_be_visible()


def test_a_message_is_answered_and_the_buttons_lead_on(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.writes(HELLO[anyone.language])
    anyone.hears("scripted")
    anyone.presses("topic.takedown_how")
    anyone.hears("heard.takedown")
    anyone.hears("step.record.careful")
    anyone.presses("plan.next")
    anyone.hears("step.report.unknown.careful")
    expect(anyone.page.locator("#log article[data-author=person]")).to_have_count(3)


def test_a_whole_journey_by_buttons_from_the_first_step_to_the_last(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.presses("topic.report_deepfake")
    anyone.hears("heard.deepfake")
    anyone.hears("step.record.careful")
    for step in ("report.unknown.careful", "hash.careful", "search.adult", "paps", "police", "refused", "end"):
        anyone.presses("plan.next")
        anyone.hears(f"step.{step}")
    anyone.does_not_see("StopNCII")
    expect(anyone.page.locator("#log article[data-author=person]")).to_have_count(8)


def test_changing_the_language_keeps_the_conversation(anyone: Person) -> None:
    anyone.opens_the_page()
    said = HELLO[anyone.language]
    anyone.writes(said)
    anyone.changes_the_language()
    anyone.sees(said)
    anyone.hears("scripted")
    anyone.presses("topic.takedown_how")
    anyone.hears("heard.takedown")
    anyone.changes_the_language()
    anyone.sees(said)
    anyone.hears("heard.takedown")


def test_the_language_can_be_changed_before_a_word_is_written(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.changes_the_language()
    anyone.sees(entry("welcome", anyone.language))
    anyone.presses("topic.threatened_extortion")
    anyone.hears("heard.threat")


def test_starting_again_shows_the_first_screen_and_nothing_of_before(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.writes(HELLO[anyone.language])
    before = anyone.beside()
    anyone.chooses_in_the_menu(AGAIN)
    anyone.sees(entry("welcome", anyone.language))
    anyone.does_not_see(HELLO[anyone.language])
    with before:
        assert HELLO[anyone.language] not in before.get("/").text


def test_deleting_everything_gives_a_receipt_and_the_way_back_shows_nothing(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.writes(HELLO[anyone.language])
    before = anyone.beside()
    anyone.chooses_in_the_menu(DELETE)
    anyone.sees(label("Delete everything in this chat?", anyone.language))
    anyone.page.locator("main form[action='/delete'] button").click()
    anyone.sees(label("Everything has been deleted", anyone.language))
    anyone.sees(label("What was deleted", anyone.language))
    expect(anyone.page.locator(".points li").first).to_contain_text(re.compile("3"))
    anyone.does_not_see(HELLO[anyone.language])
    for _ in range(3):
        anyone.page.go_back()
        anyone.does_not_see(HELLO[anyone.language])
    with before:
        assert HELLO[anyone.language] not in before.get("/").text


def test_a_text_that_is_too_long_stays_in_the_box_with_a_kind_word(anyone: Person) -> None:
    text = {"ja": "つらいです。" * 350, "en": "it hurts so much. " * 120}[anyone.language]
    anyone.opens_the_page()
    anyone.box.fill(text)
    anyone.page.locator("#composer .send").click()
    expect(anyone.page.locator("#notice .notice-line")).to_be_visible()
    expect(anyone.box).to_have_value(re.compile(re.escape(text.strip())))
    expect(anyone.page.locator("#log article[data-author=person]")).to_have_count(0)


def test_the_way_to_a_person_is_one_press_away_on_every_screen_of_the_chat(anyone: Person) -> None:
    anyone.opens_the_page()
    for _ in range(2):
        way = anyone.page.locator("a.reach")
        expect(way).to_be_in_viewport()
        assert way.get_attribute("href") == "tel:05031775432"
        anyone.writes(HELLO[anyone.language])


def test_everything_that_is_pressed_is_large_enough_for_a_thumb(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.page.locator("#menu > summary").click()
    pressed = person.page.locator("button, summary, .menu-item, .reach, .call, .tile, .dock-pill, textarea").filter(
        visible=True
    )
    for box, name in [(one.bounding_box(), one.inner_text()) for one in pressed.all()]:
        assert box is not None
        assert box["height"] >= 44, name
        assert box["width"] >= 44, name


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(person: Person, width: int) -> None:
    person.page.set_viewport_size({"width": width, "height": 844})
    person.opens_the_page()
    person.writes("https://example.com/" + "x" * 250 + " " + HELLO[person.language])
    for path in ("/", "/privacy", "/delete", "/gone", "/nothing"):
        person.opens_the_page(path)
        assert person.page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_typing_the_name_of_a_button_presses_it(anyone: Person) -> None:
    anyone.opens_the_page()
    anyone.writes(button("topic.threatened_extortion", anyone.language))
    anyone.hears("heard.threat")
