"""Checks opening hours as editors change them: JSON of shifts and closed days."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.guidance.rules import Fault, Finding
from bot.japan import WEEKDAYS

MOST_SHIFTS = 20
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def faults_of_hours(hours: Mapping[str, Any], *, today: date) -> Iterator[Finding]:
    """Yield the faults of opening hours: {shifts: [{days, begin, until}], closed_on_holidays, closed: [day]}."""
    shifts = hours.get("shifts")
    if not isinstance(shifts, list) or len(shifts) > MOST_SHIFTS:
        yield Finding(fault=Fault.HOURS, field="shifts")
        return
    for number, shift in enumerate(shifts, start=1):
        days, times = shift.get("days") or [], (shift.get("begin", ""), shift.get("until", ""))
        if not days or set(days) - set(WEEKDAYS) or not all(_TIME.fullmatch(time) for time in times):
            yield Finding(fault=Fault.HOURS, field="shifts", about=str(number))
    for day in hours.get("closed") or []:
        try:
            is_near = abs((date.fromisoformat(day) - today).days) < 2 * 366
        except ValueError:
            is_near = False
        if not is_near:
            yield Finding(fault=Fault.DATE, field="closed", about=str(day)[:10])
