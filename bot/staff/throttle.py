"""How long to wait after signing in failed: for one name longer and longer, for all together a little."""

from datetime import datetime, timedelta

from bot.accounts import FailedAttempts

FREE = 5
"""Failures with one name before the first wait."""
FIRST, LONGEST = timedelta(seconds=30), timedelta(minutes=15)
FORGOTTEN = timedelta(hours=24)
"""After so long without a try the failures with a name are forgotten."""

EVERYBODY = "*"
"""Stands for all names together; it cannot be one."""
CROWD = 20
"""Failures of everybody, none more than CALM apart, before tries are taken one by one."""
CALM = timedelta(minutes=1)
PAUSE = timedelta(seconds=1)
"""How long each try is held then."""


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after so many failures: 30 seconds after the fifth, then twice as long each time."""
    if failures < FREE:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE, 10)
    return min(FIRST * doubled, LONGEST)


def waits(tries: FailedAttempts | None, *, now: datetime) -> timedelta:
    """Return how long somebody has still to wait."""
    return max(tries.wait_until - now, timedelta(0)) if tries else timedelta(0)


def counted(tries: FailedAttempts | None, *, now: datetime, forgotten: timedelta = FORGOTTEN) -> FailedAttempts:
    """Return the tries with one more failure; those too long ago do not count."""
    before = tries.failures if tries and now - tries.last_at < forgotten else 0
    return FailedAttempts(failures=before + 1, last_at=now, wait_until=now + wait_after(before + 1))


def is_crowd(tries: FailedAttempts | None, *, now: datetime) -> bool:
    """Tell whether so many tries fail at once that each is held for a moment."""
    return tries is not None and tries.failures > CROWD and now - tries.last_at < CALM
