"""The age today of the person in the image, beside the age in the image: a condition of choices and of answers."""

from collections.abc import Mapping
from typing import Any

from understanding.ages import ADULT_FROM

NOW = ("", "child", "adult")
"""Neither a child under 13 nor grown up as far as they said (13 to 17 too), a child under 13, or grown up."""

CHILD_BELOW = 13
"""Somebody younger is a child, whom a grown-up has to help."""


def age_today(facts: Mapping[str, Any]) -> str:
    """Return `child` or `adult` where the person in the image said an age under 13, or that they are grown up, today, else ``."""
    age_now = str(facts.get("age_now") or "")
    if not age_now.isdecimal():
        return ""
    age = int(age_now)
    return "child" if age < CHILD_BELOW else "adult" if age >= ADULT_FROM else ""
