"""Opening hours as they are shipped: data/opening_hours.yml, with Japan's public holidays."""

from datetime import date, time
from pathlib import Path
from typing import Any

import holidays
import yaml

from bot.conversation.opening_hours import WEEKDAYS, OpeningHours, Shift
from bot.guidance.errors import GuidanceError


def read_opening_hours(file: Path) -> OpeningHours:
    """Return the opening hours of a file; raise GuidanceError that names file and place where it is not right."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        shifts = tuple(_shift(number, fields) for number, fields in enumerate(content.get("shifts") or [], start=1))
        closed = frozenset(_day(day) for day in content.get("closed") or [])
    except (OSError, yaml.YAMLError, TypeError, ValueError, AttributeError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault
    in_japan = holidays.country_holidays("JP")
    return OpeningHours(
        shifts=shifts,
        closed_on_holidays=bool(content.get("closed_on_holidays", True)),
        closed=closed,
        is_holiday=lambda day: day in in_japan,
    )


def _shift(number: int, fields: Any) -> Shift:
    try:
        days = frozenset(str(day) for day in fields["days"])
        begin, until = (time.fromisoformat(str(fields[name])) for name in ("begin", "until"))
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f'shift {number}: needs days, begin and until (quoted, as "10:00"); {fault}') from fault
    if not days or days - set(WEEKDAYS):
        raise ValueError(f"shift {number}: days are {', '.join(WEEKDAYS)}")
    return Shift(days=days, begin=begin, until=until)


def _day(day: Any) -> date:
    return day if isinstance(day, date) else date.fromisoformat(str(day))
