"""The page of opening hours: what they are, and the closing days that supervisors choose."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.conversation.opening_hours import OpeningHours, Shift
from bot.permissions import Role
from tests.fakes.staff import Colleague, StaffSite


@pytest.fixture
async def supervisor(site: StaffSite) -> Colleague:
    return await site.settled("kanda", Role.SUPERVISOR)


async def closing_days(site: StaffSite) -> list[date]:
    return list(await site.console.closing_days.all())


async def reasons(site: StaffSite) -> list[tuple[str, str]]:
    async with site.staff.book.work() as records:
        entries = await records.log.entries(most=1000)
    return [(one.action.value, one.reason) for one in reversed(entries) if one.action.value.startswith("day_")]


async def test_a_closing_day_is_added_and_removed_and_both_are_written_down(
    site: StaffSite, supervisor: Colleague
) -> None:
    assert (await supervisor.sends("/hours/closed", day="2026-12-31")).headers["location"] == "/hours?done=closed"
    assert await closing_days(site) == [date(2026, 12, 31)]
    page = (await supervisor.opens("/hours?done=closed")).text
    assert "2026-12-31 (Thursday)" in page
    assert "The closing day is saved." in page
    await supervisor.sends("/hours/opened", day="2026-12-31")
    await supervisor.sends("/hours/opened", day="2026-12-31")
    assert await closing_days(site) == []
    assert await reasons(site) == [("day_closed", "2026-12-31"), ("day_opened", "2026-12-31")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-31", "That is not a date."),
        ("soon <b>", "That is not a date."),
        ("", "That is not a date."),
        ("2026-11-21", "That day is over."),
        ("2028-12-01", "more than two years away"),
        ("9999-99-99", "That is not a date."),
    ],
)
async def test_a_day_that_cannot_be_is_refused_in_words_and_what_was_typed_stays(
    site: StaffSite, supervisor: Colleague, typed: str, said: str
) -> None:
    answer = await supervisor.sends("/hours/closed", day=typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{typed.replace("<b>", "&lt;b&gt;")}"' in answer.text
    assert await closing_days(site) == []
    assert await reasons(site) == []


async def test_a_day_is_closed_once(site: StaffSite, supervisor: Colleague) -> None:
    for _ in range(2):
        answer = await supervisor.sends("/hours/closed", day="2026-12-31")
    assert "closing day already" in answer.text
    assert len(await reasons(site)) == 1


async def test_today_is_today_in_japan(site: StaffSite, supervisor: Colleague) -> None:
    site.clock.forward(timedelta(hours=4))  # 16:00 in UTC: in Japan the next day has begun
    await supervisor.signs_in()
    assert "That day is over." in (await supervisor.sends("/hours/closed", day="2026-11-22")).text


async def test_counsellors_see_the_hours_and_cannot_change_them(site: StaffSite) -> None:
    counsellor = await site.settled("mori", Role.COUNSELLOR)
    page = (await counsellor.opens("/hours")).text
    assert "There are no shifts." in page
    assert "/hours/closed" not in page
    assert (await counsellor.sends("/hours/closed", day="2026-12-31")).status_code == 403


async def test_the_page_says_what_people_hear(supervisor: Colleague) -> None:
    assert "No counsellor is on duty." in (await supervisor.opens("/hours")).text
    await supervisor.sends("/desk/duty", most="2")
    assert "A counsellor is here and can be called." in (await supervisor.opens("/hours")).text


async def test_shifts_holidays_and_the_next_opening_are_shown(site: StaffSite, supervisor: Colleague) -> None:
    shift = Shift(days=frozenset({"fri", "sat"}), begin=time(21), until=time(2))
    hours = OpeningHours(shifts=(shift,), is_holiday=lambda day: day == date(2026, 11, 23))
    presence = site.console.presence
    site.app.state.console = replace(site.console, presence=presence)
    presence._hours = hours  # type: ignore[attr-defined]
    page = (await supervisor.opens("/hours")).text
    for words in ("Friday, Saturday", "21:00 – 02:00 (next day)", "2026-11-23 (Monday)", "2026-11-27 (Friday) 21:00"):
        assert words in page
