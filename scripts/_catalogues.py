"""Compare the pages' catalogues with the words in the code: `_catalogues.py TEMPLATE CATALOGUE ...`, run by .venv's Python.

`pybabel update --check` would also compare headers, and would accept missing translations.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po


def problems(template: Catalog, catalogue: Catalog) -> Iterator[str]:
    """Yield each message that is missing, obsolete or untranslated."""
    wanted, there = _by_id(template), _by_id(catalogue)
    yield from (f"not in it: {name}" for name in wanted.keys() - there.keys())
    yield from (f"no longer in the code: {name}" for name in there.keys() - wanted.keys())
    yield from (f"not translated: {name}" for name, message in there.items() if not _is_translated(message))


def _by_id(catalogue: Catalog) -> dict[object, Message]:
    return {message.id: message for message in catalogue if message.id}


def _is_translated(message: Message) -> bool:
    words = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(words) and not message.fuzzy


def _read(path: str) -> Catalog:
    with Path(path).open("rb") as file:
        return read_po(file)


if __name__ == "__main__":
    template = _read(sys.argv[1])
    found = [f"{path}: {problem}" for path in sys.argv[2:] for problem in sorted(problems(template, _read(path)))]
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
