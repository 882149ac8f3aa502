"""What the tests of this package share: the Bot API of this machine, and people who write to the bot."""

from collections.abc import Iterator

import pytest

from tests.journeys.processes import EVERYTHING_AT_DEBUG, Bot, Service, free_ports
from tests.journeys.words import LANGUAGES
from tests.telegram.bot_api import BotApi
from tests.telegram.chatter import Chatter
from tests.telegram.person import Person


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Serve a Bot API of its own to each test."""
    with BotApi() as serving:
        yield serving


@pytest.fixture
def hana(api: BotApi) -> Chatter:
    """Return somebody whose Telegram speaks Japanese."""
    return Chatter(api)


@pytest.fixture
def john(api: BotApi) -> Chatter:
    """Return somebody whose Telegram speaks English."""
    return Chatter(api, "en", first_name="John", username="john")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return each of the two languages in turn: what holds in one holds in the other."""
    return str(request.param)


@pytest.fixture(scope="module")
def shared_api() -> Iterator[BotApi]:
    """Serve one Bot API to all tests of a module."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="module")
def lone_bot(shared_api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run the bot alone for all tests of a module, with Rasa not reachable: the scripted assistant answers at once."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    telegram = {"TELEGRAM_BOT_TOKEN": shared_api.token, "TELEGRAM_API_URL": shared_api.url}
    with Bot(tmp_path_factory.mktemp("lone") / "bot", RASA_URL=nowhere, **telegram) as bot:
        yield bot


@pytest.fixture
def someone(lone_bot: Bot, shared_api: BotApi, language: str) -> Iterator[Person]:
    """Bring somebody to the bot that runs alone; afterwards it has done nothing that Telegram forbids."""
    yield Person(lone_bot, shared_api, language)
    assert shared_api.violations == []


@pytest.fixture(scope="package")
def whole_api() -> Iterator[BotApi]:
    """Serve the Bot API that the whole service talks to."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="package")
def whole(whole_api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Run all three processes once, each saying as much as it can in its log."""
    telegram = {"TELEGRAM_BOT_TOKEN": whole_api.token, "TELEGRAM_API_URL": whole_api.url}
    with Service(tmp_path_factory.mktemp("whole") / "service", **EVERYTHING_AT_DEBUG, **telegram) as service:
        yield service


@pytest.fixture
def person(whole: Service, whole_api: BotApi, language: str) -> Iterator[Person]:
    """Bring somebody to the whole service; afterwards it has done nothing that Telegram forbids."""
    yield Person(whole, whole_api, language)
    assert whole_api.violations == []
