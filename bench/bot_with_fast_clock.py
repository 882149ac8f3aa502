"""The bot as `python -m bot serve` runs it, but with a fast clock; only scripts/bench runs it, with .venv's Python.

The rate limit (10 messages in 10 seconds per conversation) would make turn 200 slow to reach. Here each reading of the
clock is two seconds after the previous one, so to the bot the person seems to write slowly. The limit itself stays the same.
"""

import asyncio
import itertools
from datetime import datetime, timedelta

import bot.app
import bot.container
from bot.__main__ import load_settings
from bot.logs import set_up_logs

STEP = timedelta(seconds=2)


class FastClock(bot.container.SystemClock):
    """The system clock, two seconds further ahead at each reading."""

    def __init__(self) -> None:
        """Start at the system time."""
        self._readings = itertools.count(1)

    def now(self) -> datetime:
        """Return the time in UTC."""
        return super().now() + STEP * next(self._readings)


if __name__ == "__main__":
    settings = load_settings()
    set_up_logs(settings.log_level)
    setattr(bot.container, "SystemClock", FastClock)  # noqa: B010 (to mypy a class cannot be assigned)
    asyncio.run(bot.app.serve(settings))
