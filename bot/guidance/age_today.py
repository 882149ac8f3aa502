"""The age today of the person in the image, beside the age in the image: a condition of choices and of answers."""

from collections.abc import Mapping
from typing import Any

from understanding.ages import ADULT_FROM

NOW = ("", "adult")
"""Not said to be grown up, or grown up."""


def age_today(facts: Mapping[str, Any]) -> str:
    """Return `adult` where the person in the image said that they are grown up today, else ``."""
    age_now = str(facts.get("age_now") or "")
    return "adult" if age_now.isdecimal() and int(age_now) >= ADULT_FROM else ""
