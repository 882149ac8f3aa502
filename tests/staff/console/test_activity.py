"""The open console: it hears what concerns it, keeps its counsellor present, and ends with the session."""

from datetime import timedelta

import pytest

from bot.conversation.model import CounsellorId
from bot.staff.console import activity
from bot.staff.console.live_updates import ALL_CONSOLES, console_of
from bot.staff.sessions import IDLE
from tests.fakes.staff import Colleague, StaffSite
from tests.fakes.streams import listening
from tests.staff.console.steps import asks, does


async def test_an_open_console_is_a_sign_of_life(site: StaffSite, aoi: Colleague) -> None:
    site.clock.forward(timedelta(seconds=50))
    async with listening(site.app, "/desk/events", aoi.http) as stream:
        await stream.until("left")
        site.clock.forward(timedelta(seconds=50))
        assert [one.id for one in await site.console.presence.present()] == [CounsellorId(aoi.id)]
    site.clock.forward(timedelta(seconds=61))
    assert [one.id for one in await site.console.presence.lost()] == [CounsellorId(aoi.id)]


async def test_it_hears_the_queue_and_its_own_chats_and_no_others(site: StaffSite, aoi: Colleague) -> None:
    async with listening(site.app, "/desk/events", aoi.http) as stream:
        await stream.until("left")
        site.console.fanout.publish(console_of(CounsellorId("somebody else")), "chat", "1")
        site.console.fanout.publish(console_of(CounsellorId(aoi.id)), "chat", "2")
        site.console.fanout.publish(console_of(CounsellorId(aoi.id)), "typing", "2")
        site.console.fanout.publish(ALL_CONSOLES, "queue")
        heard = await stream.until("chat", "typing", "queue")
        assert [event for event in heard if event[0] != "left"] == [("chat", "2"), ("typing", "2"), ("queue", "")]


async def test_it_ends_when_the_session_ends(site: StaffSite, aoi: Colleague, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity, "BEAT", 0.01)
    async with listening(site.app, "/desk/events", aoi.http) as stream:
        await stream.until("left")
        await aoi.sends("/sign-out")
        assert (await stream.until("end"))[-1] == ("end", "")


async def test_an_open_console_alone_does_not_keep_a_session_awake(
    site: StaffSite, aoi: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activity, "BEAT", 0.01)
    await aoi.opens("/desk")
    async with listening(site.app, "/desk/events", aoi.http) as stream:
        await stream.until("left")
        site.clock.forward(IDLE - timedelta(minutes=2))
        assert (await asks(aoi, "/desk/rail")).status_code == 200
        while int(dict(await stream.until("left"))["left"]) > 120:
            await stream.more()
        site.clock.forward(timedelta(minutes=2))
        await stream.until("end")
    ended = await asks(aoi, "/desk/rail")
    assert (ended.status_code, ended.headers["hx-redirect"]) == (401, "/sign-in")


async def test_pressing_that_one_is_still_there_keeps_the_session_awake(site: StaffSite, aoi: Colleague) -> None:
    await aoi.opens("/desk")
    site.clock.forward(IDLE - timedelta(minutes=1))
    assert (await does(aoi, "/desk/here")).status_code == 204
    site.clock.forward(IDLE - timedelta(minutes=1))
    assert (await asks(aoi, "/desk/rail")).status_code == 200
