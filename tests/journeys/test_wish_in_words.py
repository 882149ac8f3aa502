"""In real browsers: somebody writes on after a counsellor was offered, and lets more be seen once the counsellor is there."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import Arrivals
from tests.journeys.counsellor import Counsellor
from tests.journeys.person import Person
from tests.journeys.processes import Bot, free_ports
from tests.journeys.words import label

pytestmark = pytest.mark.browser

EARLIER = {"ja": "塾の友だちに顔の画像を使われた", "en": "a guy from cram school used my face"}
WISH = {"ja": "ボタンよりも、だれかに聞いてほしい", "en": "i just want a person to listen to me"}
PLACE = "Waiting for a counsellor: you are number %(n)s in line"
ALL = "You chose that the counsellor can read all of this chat."


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own: whoever waits here waits in this journey."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("wish") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def person(arrives: Arrivals, site: Bot, language: str) -> Person:
    """Bring someone with a phone."""
    return arrives(site.site, language)


@pytest.fixture
def mika(browser: Browser, site: Bot, language: str) -> Iterator[Counsellor]:
    """Bring a counsellor who speaks the person's language."""
    mika = Counsellor(browser, site, language, name="mika")
    yield mika
    mika.goes_home()


def test_a_wish_in_words_is_seen_and_the_rest_when_the_person_shows_it(person: Person, mika: Counsellor) -> None:
    language = person.language
    mika.comes_on_duty()
    person.opens_the_page()
    person.writes(EARLIER[language])
    person.hears("scripted")
    person.presses("topic.talk_to_human")
    person.hears("human.offer")
    person.writes(WISH[language])
    person.hears("human.share")
    person.sees(label(PLACE, language) % {"n": 1})
    mika.takes()
    mika.reads(WISH[language])
    mika.does_not_see(EARLIER[language])
    person.hears("counsellor.joined", counsellor=mika.name)
    person.presses("share.everything")
    person.hears("counsellor.shared")
    written = mika.pane.locator(".log article[data-author=person]")
    expect(written.first).to_contain_text(EARLIER[language])
    expect(written.filter(has_text=WISH[language])).to_have_count(1)
    person.page.locator("details[data-keeps=about] > summary").click()
    person.sees(label(ALL, language))
