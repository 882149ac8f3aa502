"""Changes single values of a YAML file; comments and all other values stay."""

import io
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.tokens import CommentToken

from bot.guidance.errors import GuidanceError

Value = str | bool | date | Sequence[str] | Sequence[date] | Sequence[Mapping[str, Any]] | Mapping[str, str]
_LONGEST_LINE = 100_000
"""Characters of a line; no line is broken."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_AFTER = 2
"""Where ruamel.yaml keeps the comments after a key's value."""


def put(text: str, path: Sequence[str], value: Value | None, *, order: Sequence[str] = ()) -> str:
    """Return a file with another value at a path, None to take it away; a new key goes where `order` has it among the others.

    Raises GuidanceError where another value or a comment would be lost.
    """
    wanted = deepcopy(yaml.safe_load(text))
    _set(wanted, path, value)
    changed = _put(text, path, value, order=order)
    try:
        is_right = yaml.safe_load(changed) == wanted and _comments(changed) == _comments(text)
    except yaml.YAMLError:
        is_right = False
    if not is_right:
        raise GuidanceError(f"{'.'.join(path)}: this value cannot be changed without changing others")
    return changed


def rewritten(text: str) -> str:
    """Return a file as `put` writes it, with no value changed."""
    return _written(_yaml().load(text))


def _set(wanted: Any, path: Sequence[str], value: Value | None) -> None:
    for name in path[:-1]:
        wanted = wanted[name]
    if value is None:
        wanted.pop(path[-1], None)
    else:
        wanted[path[-1]] = value


def _put(text: str, path: Sequence[str], value: Value | None, *, order: Sequence[str]) -> str:
    document = _yaml().load(text)
    mapping = document
    for name in path[:-1]:
        mapping = mapping[name]
    name = path[-1]
    if value is None and name in mapping:
        _remove(mapping, name)
    elif value is not None and name in mapping:
        _replace(mapping, name, _node(value, like=mapping[name]))
    elif value is not None:
        _add(mapping, name, value, order)
    return _written(document)


def _replace(mapping: CommentedMap, name: str, node: Any) -> None:
    """Put another value in; a comment on its line keeps its distance."""
    own = (mapping.ca.items.get(name) or [None] * 3)[_AFTER]
    if own is not None:
        longer = len(_written({name: node})) - len(_written({name: _node(mapping[name], like=mapping[name])}))
        own.start_mark = CommentMark(own.start_mark.column + longer)
    mapping[name] = node


def _add(mapping: CommentedMap, name: str, value: Value, order: Sequence[str]) -> None:
    """Put a key after the nearest one that comes before it; comments that follow that one stay below."""
    before = set(order[: order.index(name)]) if name in order else set()
    names = list(mapping)
    above = next((one for one in reversed(names) if one in before), names[0])
    below = _take_comments(mapping, above)
    mapping.insert(names.index(above) + 1, name, _node(value))
    _give_comments(mapping, name, below)


def _remove(mapping: CommentedMap, name: str) -> None:
    """Take a key away; comments that follow it go to the key before it."""
    names = list(mapping)
    below = _take_comments(mapping, name)
    mapping.ca.items.pop(name, None)
    del mapping[name]
    if names.index(name):
        _give_comments(mapping, names[names.index(name) - 1], below)


def _take_comments(mapping: CommentedMap, name: str) -> str:
    """Return the lines between a value and the next key, and take them away; the comment on the value's own line stays."""
    holder, last = _end(mapping, name)
    token = (holder.ca.items.get(last) or [None] * 3)[_AFTER]
    if token is None:
        return ""
    own, _, below = token.value.partition("\n")
    token.value = f"{own}\n"
    if not own:
        del holder.ca.items[last]
    return str(below)


def _give_comments(mapping: CommentedMap, name: str, below: str) -> None:
    if not below:
        return
    holder, last = _end(mapping, name)
    slots = holder.ca.items.setdefault(last, [None] * 4)
    if slots[_AFTER] is None:
        slots[_AFTER] = CommentToken("\n", CommentMark(0), None)
    slots[_AFTER].value += below


def _end(mapping: CommentedMap, name: str) -> tuple[CommentedMap, str]:
    """Return the mapping and the key where ruamel.yaml keeps the comments after a value: of a block, its last key."""
    below = mapping[name]
    if isinstance(below, CommentedMap) and below and not below.fa.flow_style():
        return _end(below, list(below)[-1])
    return mapping, name


def _node(value: Value, *, like: Any = None) -> Any:
    if isinstance(value, bool | date):
        return value
    if isinstance(value, str):
        is_plain = type(like) is str and like != "" and _is_plain(value)
        return value if is_plain else DoubleQuotedScalarString(value)
    if isinstance(value, Mapping):
        mapping = CommentedMap((name, _node(one)) for name, one in value.items())
        mapping.fa.set_flow_style()
        return mapping
    rows = CommentedSeq(one if isinstance(one, str) and _is_plain(one) else _node(one) for one in value)
    if not value or not isinstance(value[0], Mapping):
        rows.fa.set_flow_style()
    return rows


def _is_plain(text: str) -> bool:
    """Tell whether a word needs no quotation marks; `no` would be read as false."""
    return bool(_PLAIN.fullmatch(text)) and yaml.safe_load(text) == text


def _comments(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.lstrip().startswith("#")]


def _yaml() -> YAML:
    ruamel = YAML()
    ruamel.width = _LONGEST_LINE
    ruamel.preserve_quotes = True
    ruamel.indent(mapping=2, sequence=4, offset=2)
    return ruamel


def _written(document: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(document, stream)
    return stream.getvalue()
