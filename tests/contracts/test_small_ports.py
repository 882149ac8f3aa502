"""What every clock, bell, key store, outbox and set of words does."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.delivery import Outbox
from bot.clock import Clock
from bot.container import LOCALES, SystemClock
from bot.conversation.delivery import OutboxMessage
from bot.conversation.model import ConversationId
from bot.conversation.ports import Bell
from bot.guidance.catalogue import Words
from bot.language import Language
from bot.store.guidance_files import ShippedWords
from bot.store.keys import FolderKeyStore, KeyStore, MemoryKeyStore
from bot.store.outbox import SqlOutbox
from bot.store.outbox import outbox as outbox_table
from bot.worker import Signal
from tests.fakes.bell import CountingBell
from tests.fakes.clock import StoppedClock
from tests.fakes.database import sqlite_database
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.words import FewWords

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SOMEONE = ConversationId("a" * 32)


@pytest.fixture(params=[StoppedClock, SystemClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    made: Clock = request.param()
    return made


def test_the_time_is_in_utc_and_never_goes_back(clock: Clock) -> None:
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == second.utcoffset() == timedelta(0)
    assert first.tzinfo is UTC
    assert first <= second


@pytest.fixture(params=[CountingBell, Signal])
def bell(request: pytest.FixtureRequest) -> Bell:
    made: Bell = request.param()
    return made


def test_a_bell_can_be_rung_again_and_again(bell: Bell) -> None:
    bell.ring()
    bell.ring()


@pytest.fixture(params=["memory", "folder"])
def key_store(request: pytest.FixtureRequest, tmp_path: Path) -> KeyStore:
    return MemoryKeyStore() if request.param == "memory" else FolderKeyStore(tmp_path / "keys")


def test_a_key_is_kept_until_it_is_destroyed(key_store: KeyStore) -> None:
    assert key_store.read(TODAY) is None
    assert key_store.write(TODAY, b"one") == b"one"
    assert key_store.read(TODAY) == b"one"
    assert key_store.days() == {TODAY}
    key_store.destroy(TODAY)
    assert key_store.read(TODAY) is None
    assert key_store.days() == set()


def test_the_first_key_of_a_day_stays(key_store: KeyStore) -> None:
    key_store.write(TODAY, b"one")
    assert key_store.write(TODAY, b"two") == b"one"
    assert key_store.read(TODAY) == b"one"


def test_destroying_a_key_that_is_gone_is_nothing(key_store: KeyStore) -> None:
    key_store.destroy(TODAY)
    assert key_store.days() == set()


@pytest.fixture(params=["memory", "sqlite"])
async def outbox(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Outbox]:
    if request.param == "memory":
        yield MemoryOutbox([OutboxMessage(id=number, conversation=SOMEONE, seq=number, at=NOW) for number in (1, 2, 3)])
        return
    async with sqlite_database(tmp_path) as database:
        async with database.engine.begin() as connection:
            rows = [{"conversation": SOMEONE, "seq": number, "channel": "web", "at": 0} for number in (1, 2, 3)]
            rows.append({"conversation": SOMEONE, "seq": 4, "channel": "telegram", "at": 0})
            await connection.execute(outbox_table.insert(), rows)
        yield SqlOutbox(database.engine, channel="web")


async def test_what_waits_is_given_oldest_first_until_it_is_delivered(outbox: Outbox) -> None:
    messages = await outbox.pending()
    assert [message.seq for message in messages] == [1, 2, 3]
    assert {message.conversation for message in messages} == {SOMEONE}
    await outbox.remove(messages[:2])
    assert [message.seq for message in await outbox.pending()] == [3]
    await outbox.remove(messages)
    await outbox.remove([])
    assert await outbox.pending() == []


@pytest.fixture(params=["few", "shipped"])
def words(request: pytest.FixtureRequest) -> Words:
    if request.param == "few":
        return FewWords({Language.JA: {"greet": "こんにちは"}, Language.EN: {"greet": "Hello"}})
    return ShippedWords(LOCALES)


def test_a_key_has_words_of_its_own_in_each_language(words: Words) -> None:
    japanese, english = (words.text("greet", language=language) for language in Language)
    assert japanese
    assert english
    assert japanese != english


def test_an_unknown_key_has_no_words(words: Words) -> None:
    assert words.text("no.such.key", language=Language.JA) is None
    assert words.text("no.such.key", language=Language.EN) is None
