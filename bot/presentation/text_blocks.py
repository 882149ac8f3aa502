"""The words of an entry as paragraphs and lists, for pages that have real lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_ITEM = re.compile(r"^(?:・|- )\s*")


@dataclass(frozen=True, kw_only=True)
class TextBlock:
    """A paragraph of one or more lines, or a list with an item a line."""

    lines: tuple[str, ...]
    is_list: bool


def text_blocks(text: str) -> Iterator[TextBlock]:
    """Yield the blocks of a text: lines that begin with `・` or `- ` are the items of a list."""
    for paragraph in text.split("\n\n"):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        for is_list, together in groupby(lines, key=lambda line: bool(_ITEM.match(line))):
            yield TextBlock(lines=tuple(_ITEM.sub("", line) for line in together), is_list=is_list)
