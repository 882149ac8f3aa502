"""When a service can be reached, in Japan's time: so that what is open now is shown before what is closed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.japan import TOKYO, WEEKDAYS

YEAR_END = ((12, 29), (1, 3))
"""Days of the year, first and last, on which offices that are open on weekdays are closed."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A time on some weekdays, from `opens` until before `closes`; the same time twice is the whole day."""

    days: frozenset[str]
    opens: time
    closes: time
    on_holidays: bool = True
    """Whether it is open on Japan's public holidays and at the end of the year too."""

    def holds(self, at: time) -> bool:
        """Tell whether a time of the day lies in it."""
        return self.opens == self.closes or self.opens <= at < self.closes


@dataclass(frozen=True, kw_only=True)
class ServiceHours:
    """All times of a service; `closed` are days of every year, first and last, as month and day."""

    slots: tuple[Slot, ...]
    closed: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    is_holiday: Callable[[date], bool] = field(default=lambda _day: False, repr=False, compare=False)

    def is_open(self, at: datetime) -> bool:
        """Tell whether the service can be reached at a moment."""
        there = at.astimezone(TOKYO)
        day, name = there.date(), WEEKDAYS[there.weekday()]
        if any(_lies_in(day, span) for span in self.closed):
            return False
        off = self.is_holiday(day) or _lies_in(day, YEAR_END)
        return any(
            name in slot.days and slot.holds(there.time()) and (slot.on_holidays or not off) for slot in self.slots
        )


def _lies_in(day: date, span: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    """Tell whether a day lies between two days of a year, also where the new year lies between them."""
    first, last = span
    now = (day.month, day.day)
    return first <= now <= last if first <= last else now >= first or now <= last
