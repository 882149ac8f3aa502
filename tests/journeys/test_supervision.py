"""A supervisor and a counsellor in real browsers: an alarm that goes on until it was seen, help that is heard, a whisper that stays inside."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.journeys.counsellor import Counsellor
from tests.journeys.look import Look
from tests.journeys.processes import Bot, free_ports
from tests.journeys.tones import COUNTS_TONES, hears
from tests.journeys.visitor import Visitor
from tests.journeys.words import label

pytestmark = pytest.mark.browser

DANGER = {"ja": "もう死にたい", "en": "i want to die"}
WHISPER = {"ja": "鍵のことを聞いてみて", "en": "ask about the lock"}
ANSWERS = {"ja": "ここにいます", "en": "I am here"}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own: who is on duty elsewhere would be offered here."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("supervision") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def caller(site: Bot, language: str) -> Iterator[Visitor]:
    """Bring somebody in danger."""
    with Visitor(site.site, language=language) as person:
        person.writes(DANGER[language])
        yield person
        person.posts("/delete")


def comes(browser: Browser, site: Bot, language: str, role: str) -> Counsellor:
    someone = Counsellor(browser, site, language, name=f"{role}.{language}", roles=(role,))
    someone.page.add_init_script(COUNTS_TONES)
    someone.comes_on_duty()
    return someone


@pytest.fixture
def mika(browser: Browser, site: Bot, language: str) -> Iterator[Counsellor]:
    someone = comes(browser, site, language, "counsellor")
    yield someone
    someone.goes_home()


@pytest.fixture
def kanda(browser: Browser, site: Bot, language: str) -> Iterator[Counsellor]:
    someone = comes(browser, site, language, "supervisor")
    yield someone
    someone.goes_home()


def test_an_alarm_goes_on_until_it_was_seen_and_help_and_whispers_are_heard(
    mika: Counsellor, kanda: Counsellor, caller: Visitor, language: str
) -> None:
    mika.page.locator("#sound").check()
    kanda.opens("/supervise")
    kanda.page.locator("#sound").check()
    heard = hears(mika.page, more_than=0)  # the box was ticked
    caller.presses("call:everything")
    expect(mika.page.locator("#alarm")).to_be_visible()
    for _ in range(2):
        heard = hears(mika.page, more_than=heard + 2)  # three tones each time
    mika.page.locator("#alarm-seen").click()
    expect(mika.page.locator("#alarm")).to_be_hidden()
    expect(mika.page.locator("#queue")).to_be_focused()
    mika.page.reload()
    mika.sees_waiting(1)
    expect(mika.page.locator("#alarm")).to_be_hidden()

    mika.takes()
    calm = kanda.page.evaluate("window.tones")
    mika.pane.locator("form.help button").click()
    expect(mika.pane.locator("form.help button")).to_have_attribute("aria-pressed", "true")
    hears(kanda.page, more_than=calm)
    kanda.page.locator("a[href^='/supervise/chats/']").click()
    kanda.page.locator("input[name=reason]").first.check()
    kanda.page.get_by_role("button", name=label("Open the chat", language)).click()
    kanda.page.locator("#whisper").fill(WHISPER[language])
    quiet = mika.page.evaluate("window.tones")
    kanda.page.keyboard.press("Enter")
    expect(mika.pane.locator("[data-part='from-staff']")).to_contain_text(WHISPER[language])
    hears(mika.page, more_than=quiet)
    assert WHISPER[language] not in " ".join(bubble.text for bubble in caller.bubbles())

    look = Look(mika.page)
    look.at("a chat with a whisper")
    look = Look(kanda.page, found=look.found)
    look.at("a chat that is looked into")
    assert look.found == {}
    for size in (PHONE, SMALL):
        for someone in (mika, kanda):
            someone.page.set_viewport_size(size)
            assert someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size

    kanda.page.get_by_role("button", name=label("Take the chat over", language)).click()
    expect(kanda.pane.locator(".composer .box")).to_be_visible()
    expect(mika.pane.locator(".gone")).to_be_visible()
    kanda.says(ANSWERS[language])
    assert ANSWERS[language] in [bubble.text for bubble in caller.bubbles()]
