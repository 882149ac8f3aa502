"""Conditions on what is known, as the lines of plans.yml have them."""

from collections.abc import Mapping, Sequence

from understanding.known import names

Facts = Mapping[str, str | tuple[str, ...]]
"""What is known by name: one value, `` where it is not known, or all values of what several can be true of."""


def fits(when: Mapping[str, Sequence[str]], facts: Facts) -> bool:
    """Tell whether every condition holds: one of the fact's values is allowed, and `` is allowed for what is not known."""
    return all(any(value in allowed for value in names(facts.get(name)) or ("",)) for name, allowed in when.items())
