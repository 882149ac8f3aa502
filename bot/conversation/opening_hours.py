"""When counsellors are there: shifts by weekday in Japan's time, holidays, and days that staff have closed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.japan import TOKYO, WEEKDAYS

LOOK_AHEAD = 60
"""Days that are looked at for the next shift."""


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A time on some weekdays; `until` at or before `begin` is on the next day, and 00:00 is midnight."""

    days: frozenset[str]
    begin: time
    until: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Return when it begins and ends on a day."""
        begin = datetime.combine(day, self.begin, TOKYO)
        end = datetime.combine(day, self.until, TOKYO)
        return begin, end if end > begin else end + timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class OpeningHours:
    """All shifts, and the days on which there are none; without any shift, hours say nothing and presence alone counts."""

    shifts: tuple[Shift, ...] = ()
    closed_on_holidays: bool = True
    closed: frozenset[date] = frozenset()
    is_holiday: Callable[[date], bool] = field(default=lambda _day: False, repr=False)

    def is_open(self, at: datetime) -> bool:
        """Tell whether a shift is on; a shift that began before midnight on an open day goes on to its end."""
        if not self.shifts:
            return True
        today = at.astimezone(TOKYO).date()
        return any(begin <= at < end for day in (today - timedelta(days=1), today) for begin, end in self._on(day))

    def next_opening(self, at: datetime) -> datetime | None:
        """Return when the next shift begins, in Japan's time; None where none is known or one is on."""
        if self.is_open(at):
            return None
        today = at.astimezone(TOKYO).date()
        days = (today + timedelta(days=number) for number in range(LOOK_AHEAD))
        return next((begin for day in days for begin, _ in sorted(self._on(day)) if begin > at), None)

    def _on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        if day in self.closed or (self.closed_on_holidays and self.is_holiday(day)):
            return
        for shift in self.shifts:
            if WEEKDAYS[day.weekday()] in shift.days:
                yield shift.on(day)
