"""What is known of a person's situation, and how a message changes it."""

from typing import Any, Dict, Mapping, Tuple

LISTS = ("platform", "state", "exposed", "reported", "did", "denied")
"""Facts of which several can be true; what is named later is added."""

FURTHEST = ("refused", "back_again", "posted", "found_in_search", "shown_around", "threatened", "made")
"""The states, the one that the next step depends on most first."""

UNKNOWN, SKIPPED = "unknown", "skipped"


def merge(known: Mapping[str, Any], said: Mapping[str, Any], *, answered: str = "") -> Dict[str, Any]:
    """Return what is known after a message that says some facts.

    Lists add up, except those named in `corrected`, and what the message takes back (`not_platform`, `not_state` ...) goes; other
    facts are replaced. An age under 18 in the image stays, unless `answered` says that the age was just asked for: a wrong "adult" does
    more harm than a wrong "under 18". Where the number was perhaps somebody else's (`corrected`), it becomes unsure.
    """
    merged = {name: value for name, value in known.items() if value}
    for name, value in said.items():
        if name.startswith("not_") or name == "corrected":
            continue
        if name in LISTS:
            before = () if name in names(said.get("corrected")) else merged.get(name)
            merged[name] = _added(before, value, taken_back=said.get(f"not_{name}"))
        elif name in names(said.get("corrected")) or not _keeps_under_18(merged, name, answered):
            merged[name] = value
    for name in [key.removeprefix("not_") for key in said if key.startswith("not_")]:
        if name not in said:
            merged[name] = _without(merged.get(name), said[f"not_{name}"], is_list=name in LISTS)
    return {name: value for name, value in merged.items() if value}


def furthest_state(known: Mapping[str, Any]) -> str:
    """Return the state that the next step depends on, `` where none is known."""
    states = names(known.get("state"))
    return next((state for state in FURTHEST if state in states), states[0] if states else "")


def names(value: Any) -> Tuple[str, ...]:
    """Return the value of a fact as names: a single one is a tuple of one."""
    if not value:
        return ()
    return (str(value),) if isinstance(value, str) else tuple(str(one) for one in value)


def _added(before: Any, value: Any, *, taken_back: Any = ()) -> Tuple[str, ...]:
    found = [name for name in dict.fromkeys((*names(before), *names(value))) if name not in names(taken_back)]
    named = [name for name in found if name not in (UNKNOWN, SKIPPED)]
    return tuple(named or found)


def _without(before: Any, taken_back: Any, *, is_list: bool) -> Any:
    if is_list:
        return _added(before, (), taken_back=taken_back)
    return "" if before in names(taken_back) else before


def _keeps_under_18(merged: Mapping[str, Any], name: str, answered: str) -> bool:
    return name == "age_in_image" and merged.get(name) == "under_18" and answered != name
