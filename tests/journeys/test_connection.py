"""Nothing is lost and nothing comes twice: failing requests, lost connections, double presses, half-typed Japanese."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.conftest import Arrivals
from tests.journeys.person import Person
from tests.journeys.processes import Bot
from tests.journeys.visitor import new_nonce
from tests.journeys.words import label

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
MORE = {"ja": "もう少し聞いてください", "en": "one more thing please"}


@pytest.fixture
def typist(arrives: Arrivals, scripted_site: Bot, language: str) -> Person:
    """Bring someone at a desk, with a keyboard."""
    return arrives(scripted_site.site, language, desktop=True)


def test_a_message_that_could_not_be_sent_says_so_and_is_sent_once_when_asked(person: Person) -> None:
    person.opens_the_page()
    person.page.route("**/messages", lambda route: route.abort())
    person.box.fill(HELLO[person.language])
    person.page.locator("#composer .send").click()
    person.sees(label("Not sent yet", person.language))
    person.sees_their_own_words(HELLO[person.language])
    person.page.unroute("**/messages")
    person.page.get_by_role("button", name=label("Send again", person.language)).click()
    person.hears("scripted")
    person.sees_their_own_words(HELLO[person.language])
    assert len(person.last_answer()) == 1


def test_a_message_whose_acknowledgement_was_lost_is_kept_once_and_answered_once(person: Person) -> None:
    person.opens_the_page()

    def deliver_and_lose(route: Route) -> None:
        route.fetch()
        route.abort()

    person.writes(HELLO[person.language])
    person.page.route("**/messages", deliver_and_lose, times=1)
    person.box.fill(MORE[person.language])
    person.page.locator("#composer .send").click()
    person.hears("scripted.again")
    expect(person.page.locator("#outbox > *:visible")).to_have_count(0)
    person.opens_the_page()
    person.sees_their_own_words(HELLO[person.language], MORE[person.language])
    assert len(person.last_answer()) == 1


def test_what_came_while_the_connection_was_gone_is_fetched_when_it_is_back(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.context.set_offline(True)
    person.sees(label("No connection. Trying again; nothing you sent is lost.", person.language))
    csrf = person.page.locator("#main").get_attribute("data-csrf") or ""
    with person.beside() as another_tab:
        form = {"_csrf_token": csrf, "text": MORE[person.language], "nonce": new_nonce()}
        assert another_tab.post("/messages", data=form).is_redirect
    person.context.set_offline(False)
    person.hears("scripted.again")
    person.sees_their_own_words(HELLO[person.language], MORE[person.language])
    expect(person.page.locator("#connection-words")).to_be_hidden()


def test_what_was_written_without_a_connection_goes_out_when_it_is_back(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    person.context.set_offline(True)
    person.box.fill(MORE[person.language])
    person.page.locator("#composer .send").click()
    person.sees(label("Not sent yet", person.language))
    person.context.set_offline(False)
    person.hears("scripted.again")
    person.sees_their_own_words(HELLO[person.language], MORE[person.language])
    assert len(person.last_answer()) == 1


def test_two_tabs_of_one_chat_show_the_same_without_being_asked(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    other = person.context.new_page()
    other.goto("/")
    person.writes(MORE[person.language])
    expect(other.locator("#log article")).to_have_count(5)
    assert other.locator("#log .text").all_inner_texts() == person.log.locator(".text").all_inner_texts()


def test_pressing_send_twice_sends_once(person: Person) -> None:
    person.opens_the_page()
    person.box.fill(HELLO[person.language])
    person.page.locator("#composer .send").dblclick()
    person.hears("scripted")
    person.sees_their_own_words(HELLO[person.language])


def test_a_form_sent_twice_without_javascript_is_answered_once(
    arrives: Arrivals, scripted_site: Bot, language: str
) -> None:
    person = arrives(scripted_site.site, language, javascript=False)
    person.opens_the_page()
    person.writes(HELLO[language])
    nonce = person.page.locator("#composer [name=nonce]").get_attribute("value") or ""
    csrf = person.page.locator("#composer [name=_csrf_token]").get_attribute("value") or ""
    person.writes(MORE[language])
    with person.beside() as again:
        form = {"_csrf_token": csrf, "text": MORE[language], "nonce": nonce}
        assert again.post("/messages", data=form).is_redirect
    person.opens_the_page()
    person.sees_their_own_words(HELLO[language], MORE[language])
    assert len(person.last_answer()) == 1


def test_several_messages_written_quickly_arrive_in_order(person: Person) -> None:
    person.opens_the_page()
    texts = [f"{HELLO[person.language]} {number}" for number in range(5)]
    for text in texts:
        person.box.fill(text)
        person.page.locator("#composer .send").click()
    expect(person.page.locator("#log article[data-author=person]")).to_have_count(5)
    person.sees_their_own_words(*texts)
    person.opens_the_page()
    person.sees_their_own_words(*texts)


def test_the_enter_that_ends_a_conversion_does_not_send_and_the_next_one_does(typist: Person) -> None:
    typist.opens_the_page()
    typist.box.focus()
    keyboard = typist.context.new_cdp_session(typist.page)
    keyboard.send("Input.imeSetComposition", {"text": "しにたくない", "selectionStart": 6, "selectionEnd": 6})
    for kind in ("rawKeyDown", "keyUp"):
        keyboard.send(
            "Input.dispatchKeyEvent", {"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
        )
    keyboard.send("Input.insertText", {"text": "死にたくない"})
    expect(typist.box).to_have_value("死にたくない")
    typist.sees_their_own_words()
    typist.page.evaluate("new Promise(done => setTimeout(done, 120))")
    typist.page.keyboard.press("Enter")
    expect(typist.page.locator("#log article[data-author=person]")).to_have_count(1)
    typist.sees_their_own_words("死にたくない")


@pytest.mark.parametrize("event", ["{ isComposing: true }", "{ keyCode: 229 }", "{ isComposing: true, keyCode: 13 }"])
def test_no_kind_of_composing_enter_sends(typist: Person, event: str) -> None:
    typist.opens_the_page()
    typist.box.fill("かお")
    typist.box.evaluate(
        f"box => box.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, cancelable: true, ...{event} }}))"
    )
    expect(typist.box).to_have_value("かお")
    typist.sees_their_own_words()
    assert not typist.page.locator("#outbox > *").count()


def test_safaris_enter_just_after_the_conversion_does_not_send(typist: Person) -> None:
    typist.opens_the_page()
    typist.box.fill("かお")
    typist.box.evaluate(
        """box => {
            box.dispatchEvent(new CompositionEvent('compositionend', { data: 'かお', bubbles: true }));
            box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        }"""
    )
    expect(typist.box).to_have_value("かお")
    typist.sees_their_own_words()


def test_enter_makes_a_new_line_where_the_person_chose_so(typist: Person) -> None:
    typist.opens_the_page()
    typist.chooses_in_the_menu("Enter makes a new line")
    typist.box.press_sequentially("a")
    typist.box.press("Enter")
    typist.box.press_sequentially("b")
    expect(typist.box).to_have_value("a\nb")
    typist.sees_their_own_words()


def test_on_a_phone_enter_makes_a_new_line(person: Person) -> None:
    person.opens_the_page()
    person.box.press_sequentially("a")
    person.box.press("Enter")
    expect(person.box).to_have_value(re.compile("^a\n"))


def test_shift_and_enter_make_a_new_line(typist: Person) -> None:
    typist.opens_the_page()
    typist.box.press_sequentially("a")
    typist.box.press("Shift+Enter")
    expect(typist.box).to_have_value("a\n")
    typist.box.press_sequentially("b")
    typist.box.press("Enter")
    typist.hears("scripted")
    typist.sees_their_own_words("a\nb")
