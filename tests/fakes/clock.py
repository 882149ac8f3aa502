"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class StoppedClock:
    """Tells one time, in whole seconds."""

    def __init__(self, time: datetime = NOON) -> None:
        """Stop at a time."""
        self._time = time

    def now(self) -> datetime:
        """Return the time it stopped at."""
        return self._time

    def forward(self, by: timedelta) -> None:
        """Go on."""
        self._time += by
