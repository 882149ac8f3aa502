"""Opening hours from their file: shifts, Japan's holidays, and clear words where something is not right."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.container import OPENING_HOURS
from bot.guidance.errors import GuidanceError
from bot.japan import TOKYO
from bot.store.opening_hours_file import read_opening_hours

WEEKDAYS = '- {days: [mon, tue, wed, thu, fri], begin: "10:00", until: "19:00"}'
FRIDAY_NIGHT = '- {days: [fri], begin: "21:00", until: "02:00"}'


def hours(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "opening_hours.yml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def test_the_shipped_hours_leave_it_to_who_is_on_duty() -> None:
    assert read_opening_hours(OPENING_HOURS).is_open(at("2026-11-23T03:00"))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-20T10:00", True),
        ("2026-11-20T19:00", False),
        ("2026-11-20T23:30", True),
        ("2026-11-21T01:59", True),
        ("2026-11-21T02:00", False),
        ("2026-11-23T11:00", False),  # Labour Thanksgiving Day
        ("2026-11-24T11:00", True),
        ("2026-12-31T11:00", False),
    ],
)
def test_several_shifts_nights_holidays_and_closed_days(tmp_path: Path, moment: str, *, is_open: bool) -> None:
    file = hours(tmp_path, "shifts:", WEEKDAYS, FRIDAY_NIGHT, "closed: [2026-12-31]")
    assert read_opening_hours(file).is_open(at(moment)) is is_open


def test_the_next_opening_passes_over_a_holiday(tmp_path: Path) -> None:
    file = hours(tmp_path, "shifts:", WEEKDAYS)
    assert read_opening_hours(file).next_opening(at("2026-11-21T12:00")) == at("2026-11-24T10:00")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (['shifts: [{days: [monday], begin: "10:00", until: "19:00"}]'], "shift 1: days are mon"),
        (['shifts: [{days: [mon], begin: "25:00", until: "19:00"}]'], "shift 1: needs days"),
        (['shifts: [{days: [mon], begin: "10:00"}]'], "shift 1: needs days"),
        (["closed: [2026-02-30]"], "opening_hours.yml"),
        (["shifts: ["], "opening_hours.yml"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_place(tmp_path: Path, lines: list[str], says: str) -> None:
    with pytest.raises(GuidanceError, match=says):
        read_opening_hours(hours(tmp_path, *lines))
