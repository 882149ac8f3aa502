"""Waiting after failures: nothing at first, then longer and longer, never longer than a quarter of an hour."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.staff.throttle import CROWD, FORGOTTEN, counted, is_crowd, wait_after, waits
from tests.fakes.clock import NOON


def test_the_waits_are_as_written_down() -> None:
    seconds = [wait_after(failures).total_seconds() for failures in range(12)]
    assert seconds == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]


@given(st.integers(0, 10**9))
def test_a_wait_is_never_longer_than_a_quarter_of_an_hour(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= timedelta(minutes=15)


def test_failures_of_yesterday_are_forgotten() -> None:
    tries = None
    for _ in range(8):
        tries = counted(tries, now=NOON)
    assert tries is not None
    assert waits(tries, now=NOON) == timedelta(minutes=4)
    assert waits(tries, now=NOON + timedelta(minutes=4)) == timedelta(0)
    assert counted(tries, now=NOON + FORGOTTEN).failures == 1


def test_many_at_once_are_a_crowd_until_a_minute_has_passed() -> None:
    tries = None
    for _ in range(CROWD):
        tries = counted(tries, now=NOON)
    assert not is_crowd(tries, now=NOON)
    tries = counted(tries, now=NOON)
    assert is_crowd(tries, now=NOON)
    assert not is_crowd(tries, now=NOON + timedelta(minutes=1))
    assert not is_crowd(None, now=NOON)
