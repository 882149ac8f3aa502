"""Long polling by itself: how old a press may be that waited for Telegram to be reached again."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from telegram import Bot, Update

from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.polling import LongPolling
from bot.channels.telegram.update_reader import UpdateReader
from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.fakes.clock import NOON
from tests.journeys.waiting import until

pytestmark = pytest.mark.service

WITHIN = 30.0


@dataclass
class MovableClock:
    """A clock that a test moves."""

    at: datetime = NOON

    def now(self) -> datetime:
        """Return the time."""
        return self.at


@dataclass
class Came:
    """Takes updates, and remembers since when each may have waited."""

    context: SimpleNamespace
    since: list[datetime | None] = field(default_factory=list)

    async def dispatch(self, update: Update, *, since: datetime | None = None) -> None:
        """Take an update."""
        del update
        self.since.append(since)


@pytest.fixture
async def came(api: BotApi) -> AsyncIterator[Came]:
    """Poll until the test ends."""
    clock = MovableClock()
    taking, bot = Came(SimpleNamespace(clock=clock)), Bot(api.token, base_url=f"{api.url}/bot")
    reader = UpdateReader(bot=bot, clock=clock)
    states: list[str] = []
    taking.context.states = states
    polling = LongPolling(bot=bot, reader=reader, dispatcher=cast("Dispatcher", taking), on_state=states.append)
    async with bot:
        running = asyncio.create_task(polling.run())
        yield taking
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def until_true(condition: Callable[[], bool], *, what: str) -> None:
    """Wait for something while the polling goes on."""
    await asyncio.to_thread(until, condition, what=what, within=WITHIN)


async def test_what_waited_through_an_outage_may_be_as_old_as_the_outage(
    api: BotApi, hana: TelegramAccount, came: Came
) -> None:
    hana.writes("一")
    await until_true(lambda: len(came.since) == 1, what="the first")
    api.fail("getUpdates", 502, times=10_000)
    hana.writes("二")  # ends the question that is under way, if one is
    await until_true(lambda: came.context.states[-1] == "down", what="the outage to be seen")
    came.context.clock.at = NOON + timedelta(minutes=3)
    hana.writes("三")
    api.recovers()
    await until_true(lambda: len(came.since) == 3, what="what waited")
    hana.writes("四")
    await until_true(lambda: len(came.since) == 4, what="the last")
    assert came.since[-2:] == [NOON, None]
