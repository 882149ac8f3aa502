"""Reads the shipped opening hours, data/opening_hours.yml, and adds Japan's public holidays."""

import json
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import holidays
import yaml

from bot.conversation.opening_hours import OpeningHours, Shift
from bot.guidance.errors import GuidanceError
from bot.japan import WEEKDAYS
from bot.store.yaml_text import read_yaml


def read_opening_hours(file: Path) -> OpeningHours:
    """Return the opening hours in a file; raise GuidanceError with the file and the place if it is invalid."""
    try:
        return _hours(read_yaml(file.read_text(encoding="utf-8")) or {})
    except (OSError, yaml.YAMLError, TypeError, ValueError, AttributeError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault


def hours_as_text(hours: OpeningHours) -> str:
    """Return opening hours as the JSON that editors change (see bot/guidance/opening_hours_json.py)."""
    shifts = [
        {
            "days": [day for day in WEEKDAYS if day in shift.days],
            "begin": shift.begin.isoformat(timespec="minutes"),
            "until": shift.until.isoformat(timespec="minutes"),
        }
        for shift in hours.shifts
    ]
    closed = sorted(day.isoformat() for day in hours.closed)
    content = {"shifts": shifts, "closed_on_holidays": hours.closed_on_holidays, "closed": closed}
    return json.dumps(content, ensure_ascii=False, indent=0)


def edited_hours(text: str) -> OpeningHours:
    """Return opening hours from the JSON that editors published."""
    return _hours(json.loads(text))


def _hours(content: Mapping[str, Any]) -> OpeningHours:
    shifts = tuple(_shift(number, fields) for number, fields in enumerate(content.get("shifts") or [], start=1))
    in_japan = holidays.country_holidays("JP")
    return OpeningHours(
        shifts=shifts,
        closed_on_holidays=bool(content.get("closed_on_holidays", True)),
        closed=frozenset(_day(day) for day in content.get("closed") or []),
        is_holiday=lambda day: day in in_japan,
    )


def _shift(number: int, fields: Any) -> Shift:
    try:
        days = frozenset(str(day) for day in fields["days"])
        begin, until = (_time(str(fields[name])) for name in ("begin", "until"))
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f'shift {number}: needs days, begin and until (quoted, as "10:00"); {fault}') from fault
    if not days or days - set(WEEKDAYS):
        raise ValueError(f"shift {number}: days are {', '.join(WEEKDAYS)}")
    return Shift(days=days, begin=begin, until=until)


def _time(written: str) -> time:
    """Return a time of day; 9:00 is 09:00."""
    return time.fromisoformat(f"0{written}" if written[1:2] == ":" else written)


def _day(day: Any) -> date:
    return day if isinstance(day, date) else date.fromisoformat(str(day))
