"""What the journeys share: the running processes, and the people who come."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.person import Person, chromium
from tests.journeys.processes import EVERYTHING_AT_DEBUG, READY_WITHIN, Bot, Service, free_ports
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return each of the two languages in turn: what holds in one holds in the other."""
    return str(request.param)


@pytest.fixture(scope="package")
def scripted_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run the bot alone, with Rasa not reachable: the scripted assistant answers at once."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("scripted") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def visitor(scripted_site: Bot, language: str) -> Iterator[Visitor]:
    """Bring someone without a browser to the scripted site."""
    with Visitor(scripted_site.site, language=language) as someone:
        yield someone


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Run Chromium."""
    with sync_playwright() as playwright, chromium(playwright) as running:
        yield running


class Arrivals(Protocol):
    """Brings people to a site."""

    def __call__(
        self,
        site: str,
        language: str,
        *,
        desktop: bool = False,
        javascript: bool = True,
        dark: bool = False,
    ) -> Person:
        """Bring one."""
        ...


@pytest.fixture
def arrives(browser: Browser) -> Iterator[Arrivals]:
    """Bring people, and see them home: then it is checked that nothing of their pages went elsewhere."""
    came: list[Person] = []

    def bring(
        site: str, language: str, *, desktop: bool = False, javascript: bool = True, dark: bool = False
    ) -> Person:
        person = Person(browser, site, language, desktop=desktop, javascript=javascript, dark=dark)
        came.append(person)
        return person

    yield bring
    for person in came:
        person.goes_home()


@pytest.fixture
def person(arrives: Arrivals, scripted_site: Bot, language: str) -> Person:
    """Bring someone with a phone to the scripted site."""
    return arrives(scripted_site.site, language)


@pytest.fixture(scope="package")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Run all three processes once for all journeys, each saying as much as it can in its log."""
    with Service(tmp_path_factory.mktemp("whole") / "service", **EVERYTHING_AT_DEBUG) as service:
        yield service


@pytest.fixture
def service(whole: Service) -> Service:
    """Return the three processes, all of them there: whatever a test killed has come back by itself."""
    until(whole.is_ready, what="all three processes to be there", within=READY_WITHIN)
    return whole
