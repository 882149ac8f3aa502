"""Says back what is known: the facts of a conversation as keys of phrases, never a person's words."""

from collections.abc import Mapping
from typing import Any

from bot.guidance.plan import ROLES

PLACE = "place:"
"""What stands before a platform's key among the phrases."""

_NAMED: Mapping[str, tuple[str, ...]] = {
    "role": tuple(role for role in ROLES if role),
    "age_in_image": ("under_18", "adult"),
    "state": ("posted", "threatened", "made", "shown_around", "found_in_search", "refused", "back_again"),
}
"""The facts that are said back, and their values that have a phrase."""

PHRASES = tuple(f"known.{fact}.{value}" for fact, values in _NAMED.items() for value in values)
"""The keys of all phrases for what is known."""


def known_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is known as keys of phrases, in the order of telling; places last, those without a name left out."""
    found = [
        f"known.{fact}.{value}"
        for fact, values in _NAMED.items()
        for value in _several(facts.get(fact))
        if value in values
    ]
    return (*found, *(f"{PLACE}{place}" for place in _several(facts.get("platform")) if place and place != "unknown"))


def _several(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value or ""),)
