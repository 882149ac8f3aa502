"""What the service says of itself when something is wrong: with its keys, its disk, its clock."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

import bot.store.database
from bot.assistant.rasa import RasaAssistant
from bot.container import Services, open_services
from bot.conversation.conversations import Conversations
from bot.conversation.model import Address
from bot.language import Language
from bot.periodic import erase_expired
from bot.settings import Settings
from bot.store.conversations import note_lost_keys
from bot.store.database import metadata
from bot.store.keys import FolderKeyStore, KeyLost, Keyring
from bot.worker import ClockWatch
from tests.test_settings import LEAST


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    env = {
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite",
        "BOT_KEYS_FOLDER": str(tmp_path / "keys"),
        "BOT_EAR_FILE": str(tmp_path / "ear.json"),
    }
    return Settings.from_env({**LEAST, **env})


@pytest.fixture
async def services(settings: Settings) -> AsyncIterator[Services]:
    async with open_services(settings) as opened:
        async with opened.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        yield opened


async def test_a_key_that_was_lost_while_nothing_ran_is_told_and_not_made_again(
    services: Services, settings: Settings
) -> None:
    address = Address("web:somebody")
    await services.conversations.begin(address=address, channel="web", language=Language.JA)
    for key in settings.keys_folder.glob("*.key"):
        key.unlink()
    keyring = Keyring(FolderKeyStore(settings.keys_folder), master_key=settings.master_key)
    await note_lost_keys(services.engine, keyring)
    told = await replace(services, keyring=keyring).report("off")
    assert (told["keys"], told["status"]) == ("lost", "degraded")
    with pytest.raises(KeyLost):
        keyring.encrypt("words", day=datetime.now(UTC).date(), about="a")


async def test_a_disk_without_room_is_told(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await services.report("off"))["database"] == "up"
    monkeypatch.setattr(bot.store.database, "ROOM", 2**62)
    told = await services.report("off")
    assert (told["database"], told["status"]) == ("full", "down")


async def test_however_many_ask_how_things_stand_rasa_is_asked_once() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://rasa") as client:
        rasa = RasaAssistant(client)
        assert [await rasa.is_up() for _ in range(50)] == [True] * 50
    assert len(asked) == 1


class Wall:
    """A clock on the wall and how much time has really passed."""

    def __init__(self) -> None:
        self.shown = datetime.now(UTC)
        self.passed = 0.0

    def pass_by(self, time: timedelta) -> None:
        self.shown += time
        self.passed += time.total_seconds()


@pytest.mark.parametrize("jump", [timedelta(hours=25), timedelta(days=-40), timedelta(minutes=11)])
def test_a_clock_that_jumps_is_noticed_until_it_is_right_again(jump: timedelta) -> None:
    wall = Wall()
    watch = ClockWatch(lambda: wall.shown, lambda: wall.passed)
    wall.pass_by(timedelta(days=3))
    assert not watch.has_jumped()
    wall.shown += jump
    for _ in range(3):
        assert watch.has_jumped()
        wall.pass_by(timedelta(hours=1))
    wall.shown -= jump
    assert not watch.has_jumped()


def test_a_clock_that_is_set_right_little_by_little_is_believed() -> None:
    wall = Wall()
    watch = ClockWatch(lambda: wall.shown, lambda: wall.passed)
    for _ in range(100):
        wall.pass_by(timedelta(seconds=30))
        wall.shown += timedelta(minutes=1)
        assert not watch.has_jumped()


async def test_nothing_is_erased_by_a_clock_that_jumped_and_it_is_told(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    address = Address("web:somebody")
    await services.conversations.begin(address=address, channel="web", language=Language.JA)
    wall = Wall()
    jumped = _with_clock(services, wall)
    wall.shown += timedelta(hours=25)
    with caplog.at_level(logging.ERROR):
        await erase_expired(jumped)
    assert await services.conversations.find(address) is not None
    assert "clock" in caplog.text
    assert (await jumped.report("off"))["clock"] == "jumped"
    wall.shown -= timedelta(hours=25)
    wall.pass_by(timedelta(hours=25))
    await erase_expired(jumped)
    assert await services.conversations.find(address) is None


def _with_clock(services: Services, wall: Wall) -> Services:
    class Clock:
        def now(self) -> datetime:
            return wall.shown

    ports = replace(services.ports, clock=Clock())
    watch = ClockWatch(lambda: wall.shown, lambda: wall.passed)
    return replace(services, ports=ports, conversations=Conversations(ports), clock_watch=watch)
