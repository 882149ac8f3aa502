"""What the tests of this package share: the Bot API of this machine, and people who write to the bot."""

from collections.abc import Iterator

import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.person import PersonOnTelegram, change
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import EVERYTHING_AT_DEBUG, Bot, Service, free_ports
from tests.journeys.words import LANGUAGES


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Serve a Bot API of its own to each test."""
    with BotApi() as serving:
        yield serving


@pytest.fixture
def hana(api: BotApi) -> TelegramAccount:
    """Return somebody whose Telegram speaks Japanese."""
    return TelegramAccount(api)


@pytest.fixture
def john(api: BotApi) -> TelegramAccount:
    """Return somebody whose Telegram speaks English."""
    return TelegramAccount(api, "en", first_name="John", username="john")


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
def someone(lone_bot: Bot, shared_api: BotApi, language: str) -> Iterator[PersonOnTelegram]:
    """Bring somebody to the bot that runs alone; afterwards it has done nothing that Telegram forbids."""
    yield PersonOnTelegram(lone_bot, shared_api, language)
    assert shared_api.violations == []


@pytest.fixture(scope="module")
def sato(lone_bot: Bot) -> StaffMember:
    """Return a counsellor."""
    return StaffMember(lone_bot, "佐藤")


@pytest.fixture(scope="module")
def mori(lone_bot: Bot) -> StaffMember:
    """Return a colleague."""
    return StaffMember(lone_bot, "Mori")


@pytest.fixture
def present(lone_bot: Bot, sato: StaffMember) -> Iterator[StaffMember]:
    """Put a counsellor on duty until the test ends; afterwards nobody is left waiting or talking."""
    sato.comes()
    yield sato
    sato.goes()
    for table in ("calls", "outbox", "addresses"):
        change(lone_bot, f"DELETE FROM {table}")  # noqa: S608 (names from above)
    change(lone_bot, "UPDATE conversations SET stage = 'closed'")
    change(lone_bot, "UPDATE messages SET answered = 1")


@pytest.fixture(scope="package")
def whole_api() -> Iterator[BotApi]:
    """Serve the Bot API that the whole service talks to."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="package")
def whole(whole_api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Run all three processes once, each saying as much as it can in its log."""
    telegram = {"TELEGRAM_BOT_TOKEN": whole_api.token, "TELEGRAM_API_URL": whole_api.url}
    with Service(tmp_path_factory.mktemp("whole") / "service", **EVERYTHING_AT_DEBUG, **telegram) as processes:
        yield processes


@pytest.fixture
def person(whole: Service, whole_api: BotApi, language: str) -> Iterator[PersonOnTelegram]:
    """Bring somebody to the whole service; afterwards it has done nothing that Telegram forbids."""
    yield PersonOnTelegram(whole, whole_api, language)
    assert whole_api.violations == []
