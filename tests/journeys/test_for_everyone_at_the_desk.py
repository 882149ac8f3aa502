"""For everyone of the staff: the pages of their work read by axe-core, and a chat led with Tab and Enter alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.counsellor import Counsellor
from tests.journeys.look import Look
from tests.journeys.processes import Bot, free_ports
from tests.journeys.visitor import Visitor
from tests.journeys.words import entry, label

pytestmark = pytest.mark.browser

EVERY_ROLE = ("counsellor", "supervisor", "editor", "administrator", "auditor")
OTHER = {"ja": "en", "en": "ja"}
HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
POLICE = {"ja": "警察", "en": "police"}
ANSWERS = {"ja": "はい。いっしょに考えましょう", "en": "Yes. Let us think about it together"}
NOTE = {"ja": "折り返しの約束なし", "en": "nothing was promised"}
TOOLS = ("Replies", "Guidance", "Notes", "Finish")
PAGES = (
    "/supervise", "/statistics", "/statistics/gaps", "/hours", "/practice",
    "/guidance", "/guidance/review", "/guidance/work", "/guidance/gaps", "/guidance/exchange", "/guidance/play?piece=words:welcome",
    "/guidance/words/welcome",
)  # fmt: skip
MOST_STOPS = 40
"""Presses of Tab on one page; what comes after is more of the same."""


@pytest.fixture(scope="module")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own, at which somebody works."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("staff") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def caller(desk_site: Bot, language: str) -> Iterator[Visitor]:
    """Bring somebody in danger, who calls."""
    with Visitor(desk_site.site, language=language) as person:
        person.writes(DANGER[language])
        person.writes(HELLO[language])
        person.presses("call:everything")
        yield person


@pytest.fixture(scope="module")
def everybody(browser: Browser, desk_site: Bot) -> Iterator[dict[str, Counsellor]]:
    """Bring one for each language, who may do everything, and is on duty."""
    came: dict[str, Counsellor] = {}
    for language in ("ja", "en"):
        came[language] = Counsellor(browser, desk_site, language, name=f"mika.{language}", roles=EVERY_ROLE)
        came[language].comes_on_duty()
    yield came
    for counsellor in came.values():
        counsellor.goes_home()


@pytest.fixture
def mika(everybody: dict[str, Counsellor], language: str, caller: Visitor) -> Iterator[Counsellor]:
    """Return the counsellor of a language, at the console, with somebody who calls; in the end nobody calls any more."""
    counsellor = everybody[language]
    counsellor.opens("/desk")
    counsellor.sees_waiting(1)
    yield counsellor
    caller.posts("/delete")


def opens(counsellor: Counsellor, path: str) -> None:
    """Open a page that must be there."""
    answer = counsellor.page.goto(path)
    assert answer is not None
    assert answer.ok, (path, answer.status)


def test_axe_finds_nothing_at_the_console(mika: Counsellor, language: str) -> None:
    look = Look(mika.page)
    look.at("somebody waits")
    mika.takes()
    look.at("a chat")
    for tool in TOOLS:
        mika.opens_the_tool(tool)
        look.at(tool)
    mika.says(ANSWERS[language])
    mika.ends_it("They know their next step")
    expect(mika.page.locator("#pause")).to_be_visible()
    look.at("a break is offered")
    assert look.found == {}


def test_axe_finds_nothing_on_any_other_page(everybody: dict[str, Counsellor], mika: Counsellor, language: str) -> None:
    look = Look(mika.page)
    mika.takes()
    for path in PAGES:
        opens(mika, path)
        look.at(path)
    opens(mika, "/practice")
    mika.page.locator("form[action='/practice/enter'] button").click()
    expect(mika.page.locator("#practice")).to_be_visible()
    look.at("the console in practice")
    mika.page.locator("form[action='/practice/leave'] button").first.click()
    supervisor = everybody[OTHER[language]]
    look = Look(supervisor.page, found=look.found)
    opens(supervisor, "/supervise")
    supervisor.page.locator("a[href^='/supervise/chats/']").click()
    expect(supervisor.page.locator("input[name=reason]").first).to_be_visible()
    look.at("a reason is asked for")
    supervisor.page.locator("input[name=reason]").first.check()
    supervisor.page.locator("main form button").click()
    expect(supervisor.page.locator(".talk")).to_be_visible()
    look.at("somebody looks in")
    assert look.found == {}


class Keys:
    """Somebody who has only a keyboard, and must see where they are."""

    def __init__(self, counsellor: Counsellor) -> None:
        """Sit down."""
        self.page = counsellor.page
        self.keyboard = counsellor.page.keyboard

    def to(self, selector: str) -> None:
        """Press Tab until the focus is there; wherever it goes on the way it can be seen."""
        expect(self.page.locator(selector).first).to_be_visible()
        for _ in range(MOST_STOPS):
            self.keyboard.press("Tab")
            self.is_seen()
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"Tab never reached {selector}")

    def press(self, selector: str, key: str = "Enter") -> None:
        """Go to something and press it."""
        self.to(selector)
        self.keyboard.press(key)

    def is_seen(self) -> str:
        """Find something drawn around what has the focus, and return what it is."""
        seen, what = self.page.evaluate(
            """() => {
                const e = document.activeElement, s = getComputedStyle(e);
                const around = [s, getComputedStyle(e.parentElement ?? e)];
                const drawn = around.some(x => x.outlineStyle !== 'none' || x.boxShadow !== 'none');
                const inside = !e.matches(':focus');  // a part of a date field, around which the browser draws
                return [inside || drawn, e.outerHTML.slice(0, 200)];
            }"""
        )
        assert seen, what
        return str(what)


def test_a_chat_needs_no_mouse(mika: Counsellor, caller: Visitor, language: str) -> None:
    keys = Keys(mika)
    keys.press("#queue form[data-live=take] button")
    expect(mika.box).to_be_focused()
    keys.keyboard.type(ANSWERS[language])
    keys.keyboard.press("Enter")
    mika.has_said(ANSWERS[language])
    expect(mika.box).to_be_focused()
    assert ANSWERS[language] in [bubble.text for bubble in caller.bubbles()]

    keys.keyboard.press("Shift+Tab")  # back from the box to the last drawer, and to the others
    for tool in reversed(TOOLS):
        expect(mika.pane.locator(".tool > summary", has_text=label(tool, language))).to_be_focused()
        keys.is_seen()
        keys.keyboard.press("Shift+Tab")
    keys.press(".tool:nth-of-type(2) > summary")
    keys.to("input[type=search]")
    keys.keyboard.type(POLICE[language])
    keys.press("[data-part=found] form[data-live=entry] button")
    expect(mika.box).to_be_focused()
    expect(mika.pane.locator(".msg-mine:not(.is-pending)")).to_have_count(2)

    mika.page.locator(".tool:nth-of-type(2) > summary").focus()
    keys.to("input[type=search]")
    keys.keyboard.press("Escape")
    expect(mika.pane.locator(".tool[open]")).to_have_count(0)
    keys.press(".tool:nth-of-type(3) > summary")
    keys.to("textarea[name=note]")
    keys.keyboard.type(NOTE[language])
    keys.press(".tool[open] form[data-live=note] button")
    expect(mika.pane.locator(".notes")).to_contain_text(NOTE[language])
    keys.press(".tool:nth-of-type(4) > summary")
    keys.press("input[name=outcome]", "Space")
    keys.press(".tool[open] form[action$='/close'] button")
    mika.has_no_chat()
    expect(mika.page.locator("#pause")).to_be_focused()
    keys.press("[data-pause-on]")
    expect(mika.page.locator("#pause")).to_have_count(0)
    assert entry("counsellor.closed", language, counsellor=mika.name) in " ".join(one.text for one in caller.bubbles())


def test_the_focus_can_be_seen_on_every_page(mika: Counsellor) -> None:
    keys = Keys(mika)
    for path in PAGES:
        opens(mika, path)
        stops = set()
        for _ in range(MOST_STOPS):
            keys.keyboard.press("Tab")
            stops.add(keys.is_seen())
        assert len(stops) > 5, path


def test_what_is_live_is_announced_and_has_a_name(mika: Counsellor, language: str) -> None:
    mika.takes()
    tag = mika.pane.get_attribute("data-tag") or ""
    messages = label("Messages of chat %(tag)s", language) % {"tag": tag}
    expect(mika.page.get_by_role("log", name=messages)).to_be_visible()
    box = label("Message to the person in chat %(tag)s", language) % {"tag": tag}
    expect(mika.page.get_by_role("textbox", name=box)).to_be_focused()
    expect(mika.page.get_by_role("heading", name=re.compile(re.escape(tag)))).to_be_visible()
