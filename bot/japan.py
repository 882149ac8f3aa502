"""What is the same everywhere in Japan: its clock, and how the days of a week are written in our files."""

from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
