"""The bot as `python -m bot serve` runs it, but its clock hurries: run by .venv's Python for scripts/bench alone.

The flood limit (10 messages in 10 seconds of one conversation) lets nobody reach turn 200 quickly. It stays as it is; here
every reading of the clock is two seconds later than the one before, so the bot sees a person who writes slowly.
"""

import asyncio
import itertools
from datetime import datetime, timedelta

import bot.app
import bot.container
from bot.__main__ import load_settings
from bot.logs import set_up_logs

STEP = timedelta(seconds=2)


class HurryingClock(bot.container.SystemClock):
    """The machine's time, and a step more at each reading."""

    def __init__(self) -> None:
        """Begin at the machine's time."""
        self._readings = itertools.count(1)

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return super().now() + STEP * next(self._readings)


if __name__ == "__main__":
    settings = load_settings()
    set_up_logs(settings.log_level)
    bot.container.SystemClock = HurryingClock
    asyncio.run(bot.app.serve(settings))
