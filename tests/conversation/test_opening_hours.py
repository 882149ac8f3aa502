"""When counsellors are there: nights over midnight, holidays, closed days, and what comes next."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.opening_hours import OpeningHours, Shift
from bot.japan import TOKYO, WEEKDAYS

MONDAY = date(2026, 11, 23)  # a holiday in Japan: Labour Thanksgiving Day
EVENINGS = Shift(days=frozenset(WEEKDAYS[:5]), begin=time(18), until=time(22))
NIGHTS = Shift(days=frozenset({"fri", "sat"}), begin=time(21), until=time(2))
HOURS = OpeningHours(
    shifts=(EVENINGS, NIGHTS), is_holiday=lambda day: day == MONDAY, closed=frozenset({date(2026, 11, 26)})
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TOKYO).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(24, 18), True),
        (at(24, 21, 59), True),
        (at(24, 22), False),
        (at(24, 17, 59), False),
        (at(23, 19), False),  # a holiday
        (at(26, 19), False),  # closed by staff
        (at(27, 23), True),  # Friday night
        (at(28, 1, 59), True),  # still Friday's night
        (at(28, 2), False),
        (at(30, 1), False),  # Sunday has no night
    ],
)
def test_a_shift_is_on_from_its_first_minute_to_before_its_last(moment: datetime, *, is_open: bool) -> None:
    assert HOURS.is_open(moment) is is_open


@pytest.mark.parametrize(
    ("moment", "opens"),
    [(at(23, 12), at(24, 18)), (at(25, 23), at(27, 18)), (at(24, 19), None), (at(28, 3), at(28, 21))],
)
def test_the_next_shift_is_named(moment: datetime, opens: datetime | None) -> None:
    assert HOURS.next_opening(moment) == opens


def test_without_shifts_hours_say_nothing() -> None:
    assert OpeningHours().is_open(at(24, 3))
    assert OpeningHours().next_opening(at(24, 3)) is None


def test_where_every_day_is_closed_nothing_is_promised() -> None:
    never = OpeningHours(shifts=(EVENINGS,), is_holiday=lambda _day: True)
    assert not never.is_open(at(24, 19))
    assert never.next_opening(at(24, 19)) is None


@given(st.integers(min_value=0, max_value=365 * 24 * 60).map(lambda minutes: at(1, 0) + timedelta(minutes=minutes)))
def test_when_it_is_closed_the_next_opening_is_open_and_nothing_before_it_is(moment: datetime) -> None:
    opens = HOURS.next_opening(moment)
    if opens is None:
        assert HOURS.is_open(moment)
        return
    assert HOURS.is_open(opens)
    assert not HOURS.is_open(opens - timedelta(minutes=1))
