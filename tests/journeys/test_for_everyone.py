"""For everyone: by keyboard alone, read aloud, in the dark; and the rules that the browser is given."""

import re

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.look import Look
from tests.journeys.person import Person
from tests.journeys.processes import Bot
from tests.journeys.visitor import Visitor
from tests.journeys.words import button, label

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
FOCUSED = "() => { const e = document.activeElement; return e.id || e.className || e.name || e.tagName.toLowerCase() }"
PAGES = [
    "/", "/plan", "/privacy", "/delete", "/gone", "/return", "/nothing-here", "/help/ja", "/help/en/places", "/help/en/under-18-threatened",
    "/papers", "/papers/evidence",
]  # fmt: skip
OURS = {
    "content-security-policy": None,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


@pytest.fixture
def typist(arrives: Arrivals, scripted_site: Bot, language: str) -> Person:
    """Bring someone at a desk, who uses no mouse."""
    return arrives(scripted_site.site, language, desktop=True)


def tabbed_through(person: Person, *, most: int = 60) -> list[str]:
    """Press Tab until the focus leaves the page, and return where it stopped on the way."""
    stops: list[str] = []
    for _ in range(most):
        person.page.keyboard.press("Tab")
        stop = str(person.page.evaluate(FOCUSED))
        if stop in ("talk", "paper") or (stops and stop == stops[0]):
            break
        stops.append(stop)
    return stops


@pytest.mark.browser
def test_tab_reaches_the_way_out_first_then_the_buttons_then_the_box(typist: Person) -> None:
    typist.opens_the_page()
    typist.writes(HELLO[typist.language])
    typist.opens_the_page()
    stops = tabbed_through(typist)
    assert stops[:2] == ["skip", "leave"]
    places = [stops.index(name) for name in ("leave", "choice", "reach reach-paps", "text", "send")]
    assert places == sorted(places)
    assert stops.count("choice") == 4


@pytest.mark.browser
def test_a_whole_turn_needs_no_mouse(typist: Person) -> None:
    typist.opens_the_page()
    typist.page.keyboard.press("Tab")
    typist.page.keyboard.press("Enter")
    expect(typist.box).to_be_focused()
    typist.page.keyboard.type(HELLO[typist.language])
    typist.page.keyboard.press("Enter")
    typist.hears("scripted")
    expect(typist.box).to_be_focused()
    first = typist.offered("topic.takedown_how")
    for _ in range(30):
        typist.page.keyboard.press("Shift+Tab")
        if first.evaluate("choice => choice === document.activeElement"):
            break
    typist.page.keyboard.press("Enter")
    typist.hears("heard.takedown")
    typist.sees_their_own_words(HELLO[typist.language], button("topic.takedown_how", typist.language))


@pytest.mark.browser
def test_the_focus_can_be_seen_wherever_it_is(typist: Person) -> None:
    typist.opens_the_page()
    stops = len(tabbed_through(typist))
    typist.opens_the_page()
    for _ in range(stops):
        typist.page.keyboard.press("Tab")
        seen = typist.page.evaluate(
            """() => {
                const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                const around = getComputedStyle(e.closest('form') ?? e);
                return r.width > 0 && [s, around].some(x => x.outlineStyle !== 'none' || x.boxShadow !== 'none');
            }"""
        )
        assert seen, typist.page.evaluate(FOCUSED)


@pytest.mark.browser
def test_what_is_said_is_announced_and_every_field_has_a_name(typist: Person) -> None:
    typist.opens_the_page()
    typist.writes(HELLO[typist.language])
    log = typist.page.get_by_role("log", name=label("Messages", typist.language))
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log.locator("article")).to_have_count(3)
    expect(typist.page.get_by_role("textbox", name=label("Your message", typist.language))).to_be_visible()
    expect(typist.page.get_by_role("button", name=label("Send", typist.language), exact=True)).to_be_visible()
    expect(typist.page.locator("html")).to_have_attribute("lang", typist.language)


@pytest.mark.browser
def test_axe_finds_nothing_on_any_page(arrives: Arrivals, scripted_site: Bot, language: str) -> None:
    person = arrives(scripted_site.site, language)
    look = Look(person.page)
    person.opens_the_page()
    look.at("the first screen")
    person.writes(DANGER[language])
    person.writes(HELLO[language])
    person.page.locator("#menu > summary").click()
    look.at("a conversation, with the menu open")
    for path in PAGES[1:]:
        person.opens_the_page(path)
        look.at(path)
    person.opens_the_page("/delete")
    person.page.locator("main form[action='/delete'] button").click()
    person.sees(label("Everything has been deleted", language))
    look.at("the receipt")
    assert look.found == {}


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_where_something_went_wrong(
    arrives: Arrivals, scripted_site: Bot, language: str, *, dark: bool
) -> None:
    person = arrives(scripted_site.site, language, dark=dark)
    person.opens_the_page()
    person.writes(HELLO[language])
    person.context.set_offline(True)
    person.box.fill(DANGER[language])
    person.page.locator("#composer .send").click()
    person.sees(label("Not sent yet", language))
    person.box.fill("x" * 2100)
    person.page.locator("#composer .send").click()
    expect(person.page.locator("#notice .notice-line")).to_be_visible()
    answer = Axe().run(person.page)
    assert not answer.violations_count, answer.generate_report()


@pytest.mark.service
@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_the_rules_for_the_browser(visitor: Visitor, path: str) -> None:
    visitor.writes(HELLO[visitor.language])
    headers = visitor.http.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "'self'" in policy
    for name, value in OURS.items():
        assert value is None or headers[name] == value
    assert "server" not in headers


@pytest.mark.service
def test_the_session_cookie_is_for_this_session_and_this_site_only(visitor: Visitor) -> None:
    answer = visitor.writes(HELLO[visitor.language])
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("s=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "max-age" not in cookie
    assert "expires" not in cookie
    assert "domain" not in cookie


@pytest.mark.service
def test_no_page_names_anything_of_another_place_but_links_to_press(visitor: Visitor) -> None:
    visitor.writes(HELLO[visitor.language])
    for path in PAGES:
        page = visitor.page(path)
        assert not re.findall(r'(?:src|action|srcset|poster)="(?:https?:)?//', page)
        assert not re.findall(r'<link[^>]*href="(?:https?:)?//', page)
        assert not re.findall(r"<(?:style|iframe|object|embed|img)\b| style=| on\w+=", page)
        assert all('rel="noopener noreferrer"' in link for link in re.findall(r'<a [^>]*href="https?:[^>]*>', page))


@pytest.mark.service
def test_no_upload_control_is_on_any_page(visitor: Visitor) -> None:
    visitor.writes(HELLO[visitor.language])
    for path in PAGES:
        assert 'type="file"' not in visitor.page(path)
        assert "multipart" not in visitor.page(path)


@pytest.mark.service
def test_files_of_the_page_are_served_with_the_same_rules(visitor: Visitor) -> None:
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', visitor.page()):
        answer = visitor.http.get(address.replace("&amp;", "&"))
        assert answer.status_code == httpx.codes.OK, address
        assert answer.headers["x-content-type-options"] == "nosniff"
