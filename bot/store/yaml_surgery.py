"""Changing single values of a YAML file: every other character, comments and line breaks included, stays where it is."""

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError

Value = str | bool | date | Sequence[str] | Sequence[date] | Sequence[Mapping[str, Any]] | Mapping[str, str]
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def put(text: str, path: Sequence[str], value: Value | None, *, order: Sequence[str] = ()) -> str:
    """Return a file with another value at a path, None to take it away; a new key goes where `order` has it among the others.

    Raises GuidanceError where the file is such that anything else would change.
    """
    wanted = deepcopy(yaml.safe_load(text))
    inside = wanted
    for name in path[:-1]:
        inside = inside[name]
    if value is None:
        inside.pop(path[-1], None)
    else:
        inside[path[-1]] = value
    changed = _put(text, path, value, order)
    try:
        is_right = yaml.safe_load(changed) == wanted
    except yaml.YAMLError:
        is_right = False
    if not is_right:
        raise GuidanceError(f"{'.'.join(path)}: this value cannot be changed without changing others")
    return changed


def _put(text: str, path: Sequence[str], value: Value | None, order: Sequence[str]) -> str:
    mapping: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    for name in path[:-1]:
        mapping = next(below for key, below in mapping.value if key.value == name)
    found = next((pair for pair in mapping.value if pair[0].value == path[-1]), None)
    if found is None:
        return text if value is None else _added(text, mapping, path[-1], value, order)
    key, old = found
    if value is None:
        return _without(text, key, old)
    begin, new = old.start_mark.index, _as_yaml(value, like=old)
    if _is_block(old) or new.startswith("\n"):
        begin = key.end_mark.index + 1
        new = new if new.startswith("\n") else f" {new}"
    return text[:begin] + new + text[_end(text, old) :]


def _added(text: str, mapping: Any, name: str, value: Value, order: Sequence[str]) -> str:
    """Put a line after that of the nearest key that comes before it."""
    before = set(order[: order.index(name)]) if name in order else set()
    above = [below for key, below in mapping.value if key.value in before] or [mapping.value[0][1]]
    at = _line_end(text, _end(text, above[-1]))
    return f"{text[:at]}\n{' ' * mapping.start_mark.column}{name}: {_as_yaml(value)}{text[at:]}"


def _without(text: str, key: Any, old: Any) -> str:
    begin = text.rfind("\n", 0, key.start_mark.index) + 1
    return text[:begin] + text[_line_end(text, _end(text, old)) + 1 :]


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _end(text: str, node: Any) -> int:
    """Return where a value ends; a block's mark stands at whatever comes after it, so its last value's is taken."""
    if _is_block(node) and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    index: int = node.end_mark.index
    return len(text[:index].rstrip()) if getattr(node, "style", None) in ("|", ">") else index


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def _as_yaml(value: Any, *, like: Any = None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        is_plain = like is not None and like.style is None and like.value != "" and _is_plain(value)
        return value if is_plain else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_as_yaml(one)}" for name, one in value.items()) + "}"
    if value and isinstance(value[0], Mapping):
        return "".join(f"\n  - {_as_yaml(one)}" for one in value)
    return "[" + ", ".join(one if isinstance(one, str) and _is_plain(one) else _as_yaml(one) for one in value) + "]"


def _is_plain(text: str) -> bool:
    """Tell whether a word needs no quotation marks; `no` would be read as false."""
    return bool(_PLAIN.fullmatch(text)) and yaml.safe_load(text) == text


def _quoted(text: str) -> str:
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
