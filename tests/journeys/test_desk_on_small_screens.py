"""The desk on a phone and on a small laptop: a page as long as what is in it, with a chat that has grown."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.journeys.counsellor import Counsellor
from tests.journeys.processes import Bot
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
MESSAGES = 6
MARGIN = 32
"""Pixels that may be left below the last thing in the page."""


@pytest.fixture
def caller(scripted_site: Bot, language: str) -> Iterator[Visitor]:
    """Bring somebody who calls after much was said."""
    with Visitor(scripted_site.site, language=language) as person:
        person.writes(DANGER[language])
        for number in range(MESSAGES):
            person.writes(f"{number}")
        person.presses("call:everything")
        yield person
        person.posts("/delete")


@pytest.fixture
def counsellor(browser: Browser, scripted_site: Bot, language: str, caller: Visitor) -> Iterator[Counsellor]:
    """Bring a counsellor who has a chat with them."""
    assert caller.language == language
    someone = Counsellor(browser, scripted_site, language, name=f"small.{language}")
    someone.comes_on_duty()
    someone.sees_waiting(1)
    someone.takes()
    yield someone
    someone.goes_home()


def test_below_a_chat_there_is_no_blank_page(counsellor: Counsellor) -> None:
    for size in (PHONE, LAPTOP):
        counsellor.page.set_viewport_size(size)
        counsellor.opens("/desk")
        counsellor.pane.wait_for()
        for tool in ("Replies", "Notes", "Finish"):
            counsellor.opens_the_tool(tool)
            assert blank_below(counsellor) <= MARGIN, (size, tool)


def blank_below(counsellor: Counsellor) -> int:
    """Return how many pixels of the page lie below its last part, or below the window where that is longer."""
    return int(
        counsellor.page.evaluate(
            """() => {
                const ends = [...document.querySelectorAll('.bar, .rail, .stage, .pane, footer')]
                    .map((part) => part.getBoundingClientRect().bottom + scrollY);
                return document.documentElement.scrollHeight - Math.max(innerHeight, ...ends);
            }"""
        )
    )
