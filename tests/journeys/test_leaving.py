"""Leaving quickly: from the first paint, by button and by Esc, with and without JavaScript, leaving nothing behind."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.person import ELSEWHERE, Person
from tests.journeys.processes import Bot
from tests.journeys.visitor import new_nonce
from tests.journeys.waiting import until

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
FROM_MEMORY = "new PageTransitionEvent('pageshow', { persisted: true })"
KEPT = """async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length
]"""


def nothing_is_left(person: Person, before: httpx.Client) -> None:
    """Check the server with the cookie of before, and the device."""
    said = HELLO[person.language]
    with before:
        token = before.cookies["s"]
        until(lambda: before.get("/messages").status_code == httpx.codes.GONE, what="the session to end")
        form = {"text": "me again", "nonce": new_nonce()}
        assert before.post("/messages", data=form, headers={"HX-Request": "true"}).status_code in (403, 410)
        assert said not in before.get("/").text
    until(lambda: person.cookie() != token, what="the cookie to go")
    assert all(cookie["expires"] == -1 for cookie in person.context.cookies())
    person.page.go_back()
    person.does_not_see(said)
    person.opens_the_page()
    assert person.page.evaluate(KEPT) == [0, 0, 0, 0]
    person.does_not_see(said)


def test_the_button_leaves_at_once_and_ends_the_session(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    before = person.beside()
    person.leaves()
    person.page.wait_for_url(f"{ELSEWHERE}**")
    nothing_is_left(person, before)


def test_after_the_first_message_the_menu_has_a_code_to_come_back_with(person: Person) -> None:
    person.opens_the_page()
    expect(person.page.locator("#return-item")).not_to_have_attribute("hidden", "")
    person.writes(HELLO[person.language])
    expect(person.page.locator("#code-item")).not_to_have_attribute("hidden", "")
    expect(person.page.locator("#return-item")).to_have_attribute("hidden", "")
    person.chooses_in_the_menu("A code to come back to this chat")
    person.page.locator("main form button").click()
    expect(person.page.locator(".code-words b")).to_have_count(6)


def test_from_a_help_page_leaving_works_without_a_script(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    before = person.beside()
    person.opens_the_page(f"/help/{person.language}/adult-police")
    assert person.page.locator("script").count() == 0
    person.leaves()
    person.page.wait_for_url(f"{ELSEWHERE}**")
    nothing_is_left(person, before)


def test_esc_three_times_leaves_at_once_and_ends_the_session(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    before = person.beside()
    for _ in range(3):
        person.page.keyboard.press("Escape")
    person.page.wait_for_url(f"{ELSEWHERE}**")
    nothing_is_left(person, before)


def test_esc_leaves_from_inside_the_box_while_something_is_written(person: Person) -> None:
    person.opens_the_page()
    person.box.fill("half a sentence")
    person.box.focus()
    for _ in range(3):
        person.page.keyboard.press("Escape")
    person.page.wait_for_url(f"{ELSEWHERE}**")


@pytest.mark.parametrize("times", [1, 2])
def test_esc_once_or_twice_does_not_leave(person: Person, times: int) -> None:
    person.opens_the_page()
    for _ in range(times):
        person.page.keyboard.press("Escape")
    person.writes(HELLO[person.language])
    assert person.page.url.startswith(person.site)


def test_without_javascript_the_button_ends_the_session_and_leads_elsewhere(
    arrives: Arrivals, scripted_site: Bot, language: str
) -> None:
    person = arrives(scripted_site.site, language, javascript=False)
    person.opens_the_page()
    person.writes(HELLO[language])
    before = person.beside()
    with person.page.expect_request(f"{ELSEWHERE}**"):
        person.leaves()
    with before:
        assert before.get("/messages").status_code == httpx.codes.GONE
    assert not person.cookie()


@pytest.mark.parametrize("path", ["/", "/plan", "/privacy", "/delete", "/gone", "/nothing-here"])
def test_every_page_has_the_way_out_in_view_and_it_works(person: Person, path: str) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.opens_the_page(path)
    expect(person.page.locator(".bar .leave")).to_be_in_viewport()
    person.page.mouse.wheel(0, 5000)
    expect(person.page.locator(".bar .leave")).to_be_in_viewport()
    before = person.beside()
    person.leaves()
    person.page.wait_for_url(f"{ELSEWHERE}**")
    nothing_is_left(person, before)


def test_the_way_out_works_while_the_rest_of_the_page_is_still_loading(person: Person) -> None:
    person.page.route(
        re.compile("chat|composer"), lambda route: route.continue_() if "css" in route.request.url else None
    )
    person.page.goto("/", wait_until="commit")
    expect(person.page.locator(".bar .leave")).to_be_visible()
    for _ in range(3):
        person.page.keyboard.press("Escape")
    person.page.wait_for_url(f"{ELSEWHERE}**")


def test_a_page_that_comes_back_from_the_browsers_memory_is_emptied_and_asked_for_anew(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.page.evaluate("document.documentElement.id = 'old'")
    person.page.evaluate(f"addEventListener('keydown', () => dispatchEvent({FROM_MEMORY}))")
    person.context.clear_cookies()  # from here on the page may go by itself, as soon as it asks for anything
    person.page.keyboard.press("Shift")
    expect(person.page.locator("html:not(#old) #main")).to_be_visible()
    person.does_not_see(HELLO[person.language])


def test_another_tab_of_the_same_chat_is_emptied_too(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    other = person.context.new_page()
    other.goto("/")
    expect(other.locator("#log article[data-author=person]")).to_have_count(1)
    person.leaves()
    other.wait_for_url("**/gone")
    assert HELLO[person.language] not in other.content()


def test_nothing_is_kept_on_the_device_while_the_chat_is_open(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    assert person.page.evaluate(KEPT) == [0, 0, 0, 0]
    cookies = person.context.cookies()
    assert {cookie["name"] for cookie in cookies} == {"s", "c"}
    for cookie in cookies:
        assert cookie["expires"] == -1
        assert cookie["httpOnly"]
        assert cookie["sameSite"] == "Strict"
