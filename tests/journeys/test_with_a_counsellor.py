"""The person's side of talking with a counsellor, in a browser: waiting, talking, the end, and coming back with a code."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.look import Look
from tests.journeys.person import Person
from tests.journeys.played import NAME, PlayedCounsellor
from tests.journeys.processes import Bot, free_ports
from tests.journeys.visitor import new_nonce
from tests.journeys.words import label

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
MORE = {"ja": "もう少し聞いてください", "en": "one more thing please"}
PLACE = "Waiting for a counsellor: you are number %(n)s in line"
SPEAKS = "%(name)s is talking with you: a counsellor, a person"


@pytest.fixture(scope="module")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own, at which somebody works: elsewhere nobody does, and other words are true."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("desk") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def person(arrives: Arrivals, desk_site: Bot, language: str) -> Person:
    """Bring someone with a phone."""
    return arrives(desk_site.site, language)


@pytest.fixture
def counsellor(desk_site: Bot) -> Iterator[PlayedCounsellor]:
    """Bring a counsellor on duty, and see them off."""
    played = PlayedCounsellor(desk_site)
    yield played
    played.goes_home()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def anyone(request: pytest.FixtureRequest, arrives: Arrivals, desk_site: Bot, language: str) -> Person:
    """Bring someone with a phone, with JavaScript and without."""
    return arrives(desk_site.site, language, javascript=request.param)


def looks_again(person: Person) -> None:
    """Reload, as the page without JavaScript offers it."""
    person.opens_the_page(f"/?see={new_nonce()[:8]}#end")


def calls(person: Person, share: str = "everything") -> None:
    """Write, ask for a person, and choose what may be seen."""
    person.opens_the_page()
    person.writes(HELLO[person.language])
    csrf = person.page.locator("input[name=_csrf_token]").first.get_attribute("value") or ""
    with person.beside() as same:
        for payload in ("topic:talk_to_human", f"call:{share}"):
            form = {"_csrf_token": csrf, "payload": payload, "nonce": new_nonce()}
            assert same.post("/press", data=form).is_redirect
    looks_again(person)
    person.sees(label(PLACE, person.language) % {"n": 1})


def talks(person: Person, counsellor: PlayedCounsellor) -> None:
    """Call, and be taken."""
    calls(person)
    counsellor.takes()
    looks_again(person)
    person.sees(label(SPEAKS, person.language) % {"name": NAME})


def test_waiting_is_seen_and_stopped(anyone: Person, counsellor: PlayedCounsellor) -> None:
    del counsellor
    calls(anyone)
    anyone.page.locator("#handover-status button[value='call:give_up']").click()
    expect(anyone.page.locator(".status-panel")).to_have_count(0)
    anyone.hears("waiting.given_up")


def test_the_end_is_asked_about_once_and_a_new_chat_begins(anyone: Person, counsellor: PlayedCounsellor) -> None:
    talks(anyone, counsellor)
    anyone.page.locator("details[data-keeps=end] > summary").click()
    anyone.page.locator("#handover-status button[value='call:end']").click()
    anyone.sees(label("This chat has ended", anyone.language))
    expect(anyone.box).to_be_hidden()
    anyone.page.locator("#after > button[formaction='/new']").click()
    expect(anyone.page.locator("#log article[data-author=person]")).to_have_count(0)
    expect(anyone.box).to_be_visible()


def test_an_ended_chat_is_opened_again_to_a_counsellor(anyone: Person, counsellor: PlayedCounsellor) -> None:
    talks(anyone, counsellor)
    counsellor.ends_the_chat()
    looks_again(anyone)
    anyone.page.locator(".again > summary").click()
    anyone.page.locator("button[name=share][value=nothing]").click()
    anyone.sees(label(PLACE, anyone.language) % {"n": 1})
    expect(anyone.box).to_be_visible()
    anyone.page.locator("#handover-status button[value='call:give_up']").click()


def test_what_changes_is_seen_without_reloading(person: Person, counsellor: PlayedCounsellor) -> None:
    calls(person)
    counsellor.takes()
    person.sees(label(SPEAKS, person.language) % {"name": NAME})
    counsellor.says("<b>hi</b> https://example.com")
    last = person.page.locator("#log article[data-author=counsellor]").last
    expect(last.locator(".text")).to_have_text("<b>hi</b> https://example.com")
    expect(last.locator("a")).to_have_count(0)
    expect(last.locator(".who")).to_contain_text(NAME)
    person.writes(MORE[person.language])
    expect(person.page.locator("#waiting")).to_be_hidden()
    counsellor.reads(int(person.page.locator("#log article").last.get_attribute("data-seq") or 0))
    expect(person.page.locator("#log .read")).to_have_text(label("Read by the counsellor", person.language))


def test_a_button_that_the_counsellor_sent_is_pressed(person: Person, counsellor: PlayedCounsellor) -> None:
    talks(person, counsellor)
    counsellor.says(key="paps")
    counsellor.says("one of these")
    person.presses("plan.next")
    expect(person.page.locator(".choice")).to_have_count(0)


def test_a_half_written_text_outlives_the_end_and_begins_the_new_chat(
    person: Person, counsellor: PlayedCounsellor
) -> None:
    talks(person, counsellor)
    person.box.fill(MORE[person.language])
    counsellor.ends_the_chat()
    expect(person.page.locator("#unsent")).to_have_value(MORE[person.language])
    expect(person.page.locator("#handover-status")).to_be_focused()
    person.page.locator("#after > button[formaction='/new']").click()
    person.sees_their_own_words(MORE[person.language])


def test_a_message_from_an_old_page_into_an_ended_chat_is_kept(person: Person, counsellor: PlayedCounsellor) -> None:
    talks(person, counsellor)
    person.page.route(re.compile("/events|/status"), lambda route: route.abort())
    looks_again(person)
    counsellor.ends_the_chat()
    person.box.fill(MORE[person.language])
    person.page.locator("#composer .send").click()
    person.sees(
        label(
            "This chat has ended, so your message was not sent. It is kept below: you can start a new chat with it.",
            person.language,
        )
    )
    expect(person.box).to_have_value(MORE[person.language])
    person.page.unroute(re.compile("/events|/status"))
    looks_again(person)


def test_somebody_writing_is_shown_for_a_moment(person: Person, counsellor: PlayedCounsellor) -> None:
    talks(person, counsellor)
    sign = "retry: 60000\nevent: typing\ndata: \n\n"
    person.page.route("**/events?*", lambda route: route.fulfill(content_type="text/event-stream", body=sign))
    looks_again(person)
    words = label("%(name)s is writing…", person.language) % {"name": NAME}
    expect(person.page.locator("#writing")).to_have_text(words)
    expect(person.page.locator("#writing")).to_have_text("")


def test_six_words_open_the_chat_elsewhere_and_empty_it_here(
    arrives: Arrivals, desk_site: Bot, anyone: Person, counsellor: PlayedCounsellor
) -> None:
    talks(anyone, counsellor)
    anyone.opens_the_page("/code")
    anyone.page.locator("main form button").click()
    expect(anyone.page.locator(".code-words b")).to_have_count(6)
    words = anyone.page.locator(".code-words b").all_inner_texts()
    anyone.page.locator("main form .button-main").click()
    number = int(anyone.page.locator("input[name=number]").get_attribute("value") or 0)
    anyone.page.locator("#word").fill(words[number - 1])
    anyone.page.locator("main form .button-main").click()
    anyone.sees(label("You can come back", anyone.language))
    looks_again(anyone)
    other = arrives(desk_site.site, anyone.language)
    other.opens_the_page("/return")
    other.page.locator("#code").fill("\n".join(words))
    other.page.locator("main form .button-main").click()
    other.sees(HELLO[anyone.language])
    with anyone.beside() as same:
        assert same.get("/messages").status_code == httpx.codes.GONE
    anyone.opens_the_page("/gone")
    anyone.does_not_see(HELLO[anyone.language])


def test_by_keyboard_the_strip_opens_closes_and_ends_the_chat(
    arrives: Arrivals, desk_site: Bot, language: str, counsellor: PlayedCounsellor
) -> None:
    typist = arrives(desk_site.site, language, desktop=True)
    talks(typist, counsellor)
    ask = typist.page.locator("details[data-keeps=end]")
    ask.locator("summary").focus()
    typist.page.keyboard.press("Enter")
    expect(ask).to_have_attribute("open", "")
    typist.page.keyboard.press("Escape")
    expect(ask).not_to_have_attribute("open", "")
    expect(ask.locator("summary")).to_be_focused()
    typist.page.keyboard.press("Enter")
    typist.page.keyboard.press("Tab")
    typist.page.keyboard.press("Enter")
    typist.sees(label("This chat has ended", language))


def test_axe_finds_nothing_in_any_state(
    arrives: Arrivals, desk_site: Bot, language: str, counsellor: PlayedCounsellor
) -> None:
    person = arrives(desk_site.site, language)
    look = Look(person.page)
    calls(person)
    person.page.locator("details[data-keeps=about] > summary").click()
    look.at("waiting")
    counsellor.takes()
    person.sees(label(SPEAKS, language) % {"name": NAME})
    person.page.locator("details[data-keeps=end] > summary").click()
    look.at("talking")
    person.opens_the_page("/code")
    look.at("about the code")
    person.page.locator("main form button").click()
    expect(person.page.locator(".code-words")).to_be_visible()
    look.at("the words")
    person.page.locator("main form .button-main").click()
    person.page.locator("#word").fill("xx")
    person.page.locator("main form .button-main").click()
    expect(person.page.locator(".notice-line")).to_be_visible()
    look.at("a wrong word")
    person.page.locator("button[name=sure]").click()
    person.sees(label("You can come back", language))
    look.at("kept")
    counsellor.ends_the_chat()
    looks_again(person)
    person.page.locator(".again > summary").click()
    look.at("the end")
    person.opens_the_page("/return")
    person.page.locator("#code").fill("xx")
    person.page.locator("main form .button-main").click()
    expect(person.page.locator(".notice-line")).to_be_visible()
    look.at("coming back with a wrong code")
    assert look.found == {}


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_screen(person: Person, counsellor: PlayedCounsellor, width: int) -> None:
    person.page.set_viewport_size({"width": width, "height": 844})
    talks(person, counsellor)
    for path in ("/", "/code", "/return", "/privacy"):
        person.opens_the_page(path)
        assert person.page.evaluate("document.scrollingElement.scrollWidth") <= width
    counsellor.ends_the_chat()
    person.opens_the_page()
    assert person.page.evaluate("document.scrollingElement.scrollWidth") <= width
