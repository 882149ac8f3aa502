"""What the journeys share: the running processes, and the people who come."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.processes import Bot, Service, free_ports
from tests.journeys.visitor import Visitor
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
