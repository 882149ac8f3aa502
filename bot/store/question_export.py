"""Exports published answers of questions into their files; no other line changes."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError
from bot.guidance.question_source import TOP
from bot.guidance.questions import PREFIX
from bot.guidance.revisions import Part, Published

FILES = "data/guidance/questions"
"""The folder of the files in the repository."""
_INDENT = 2
_FOLDED, _LITERAL = ">", "|"
_BLOCKS = (_FOLDED, _LITERAL)
_BREAKS = re.compile(r"\n+")

Texts = Mapping[tuple[str, ...], str]
"""Texts by their place in a file."""


def question_files(root: Path, published: Published) -> dict[str, str]:
    """Return the files that hold a published answer, by their path in the repository, with its words in them."""
    texts: defaultdict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for (item, language), body in published.bodies.items():
        question, _, name = item.key.removeprefix(PREFIX).partition(".")
        if item.part is Part.WORDS and item.key.startswith(PREFIX) and language:
            texts[question][TOP, question, "answers", name, language.value] = body
    found = {}
    for file in sorted((root / FILES).glob("*.yml")) if texts else ():
        before = file.read_bytes().decode("utf-8")
        here = [texts[question] for question in yaml.safe_load(before).get(TOP) or {} if question in texts]
        if here:
            wanted = {place: body for bodies in here for place, body in bodies.items()}
            found[f"{FILES}/{file.name}"] = put_texts(before, wanted)
    return found


def put_texts(text: str, wanted: Texts) -> str:
    """Return a file with other texts at these places; one that is not there is left out.

    Raises GuidanceError where the file would not say exactly that afterwards.
    """
    after = text
    for start, end, written, _ in sorted(_changes(text, wanted), reverse=True):
        after = after[:start] + written + after[end:]
    expected = yaml.safe_load(text)
    for _, _, _, place in _changes(text, wanted):
        _set(expected, place, wanted[place])
    if yaml.safe_load(after) != expected:
        raise GuidanceError(f"{FILES}: the published answers cannot be written without changing others")
    return after


def _changes(text: str, wanted: Texts) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Yield where a text stands that has to change, what is written there, and its place."""
    for place, column, node in _scalars(yaml.compose(text, Loader=yaml.SafeLoader)):
        if place in wanted and wanted[place] != node.value:
            written = _block(wanted[place], column + _INDENT, style=node.style) if node.style in _BLOCKS else ""
            yield (
                node.start_mark.index,
                node.end_mark.index,
                written or json.dumps(wanted[place], ensure_ascii=False),
                place,
            )


def _scalars(
    node: yaml.Node | None, here: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], int, yaml.ScalarNode]]:
    """Yield every text with its place and the column of its key."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.ScalarNode):
            yield (*here, str(key.value)), key.start_mark.column, value
        else:
            yield from _scalars(value, (*here, str(key.value)))


def _block(body: str, indent: int, *, style: str) -> str:
    """Return a text as a block in the same style, nothing where it cannot be one."""
    if any(line != line.strip() for line in body.split("\n")) or body != body.strip():
        return ""
    lines = (body if style == _LITERAL else _BREAKS.sub(r"\g<0>\n", body)).split("\n")
    return f"{style}-\n" + "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def _set(content: Any, place: tuple[str, ...], value: str) -> None:
    holder: Any = content
    for name in place[:-1]:
        holder = holder[name]
    holder[place[-1]] = value
