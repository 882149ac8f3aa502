"""What the desk lets be heard and seen: a covered message is not read before it is opened; a chat that is given, and settings that stay."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.counsellor import Counsellor
from tests.journeys.processes import Bot, free_ports
from tests.journeys.tones import COUNTS_TONES, hears
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
HARD = {"ja": "レイプされた動画が出回っている", "en": "there is a video of how i was raped"}
NOTE = {"ja": "つづきをお願いします", "en": "please go on with them"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("alerts") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def caller(site: Bot, language: str) -> Iterator[Visitor]:
    """Bring somebody who calls."""
    with Visitor(site.site, language=language) as person:
        person.writes(HELLO[language])
        person.presses("call:everything")
        yield person
        person.posts("/delete")


@pytest.fixture
def two(browser: Browser, site: Bot, language: str, caller: Visitor) -> Iterator[tuple[Counsellor, Counsellor]]:
    """Bring two counsellors who hear, of whom the first has the chat."""
    assert caller.language == language
    both = []
    for name in ("mika", "ren"):
        someone = Counsellor(browser, site, language, name=f"{name}.{language}")
        someone.page.add_init_script(COUNTS_TONES)
        someone.comes_on_duty()
        someone.page.locator("#sound").check()
        both.append(someone)
    both[0].sees_waiting(1)
    both[0].takes()
    yield both[0], both[1]
    for someone in both:
        someone.goes_home()


def read_up_to(caller: Visitor) -> int:
    """Return how far the person's page says that the counsellor has read."""
    page = caller.http.get("/status").text
    return int(page.split('data-read-to="')[1].split('"')[0])


def test_a_covered_message_is_read_once_it_was_opened_and_a_given_chat_is_heard(
    two: tuple[Counsellor, Counsellor], caller: Visitor, language: str
) -> None:
    mika, ren = two
    caller.writes(HARD[language])
    cover = mika.pane.locator(".cover")
    expect(cover).to_have_count(1)
    covered = int(cover.locator("xpath=ancestor::article").get_attribute("data-seq") or 0)
    mika.says(HELLO[language])
    assert read_up_to(caller) < covered
    cover.locator("summary").click()
    mika.page.wait_for_function("() => document.querySelector('.cover').classList.contains('was-open')")
    mika.says(NOTE[language])
    assert read_up_to(caller) >= covered

    ren.page.reload()
    expect(ren.page.locator("#sound")).to_be_checked()
    silence = int(ren.page.evaluate("window.tones"))
    mika.gives_it_to(ren, note=NOTE[language])
    hears(ren.page, more_than=silence)
    expect(ren.pane.locator("[data-part='from-staff']")).to_contain_text(NOTE[language])
