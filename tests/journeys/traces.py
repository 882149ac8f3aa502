"""Looking for a word in raw bytes, in whatever form a program may have written it."""

import base64
import json
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path


def forms(word: str) -> dict[str, bytes]:
    """Return the ways a word may lie in a file: plain, escaped, or in base64 at any offset."""
    plain = word.encode()
    found = {
        "utf-8": plain,
        "utf-16 le": word.encode("utf-16-le"),
        "utf-16 be": word.encode("utf-16-be"),
        "json": json.dumps(word)[1:-1].encode(),
        "percent": urllib.parse.quote(word).encode(),
        "hex": plain.hex().encode(),
        "bytes repr": repr(plain)[2:-1].encode(),
    }
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + plain)
        found[f"base64 {offset}"] = encoded[(0, 4, 4)[offset] : -4]
    return found


def traces(word: str, files: Iterable[Path]) -> list[str]:
    """Return where a word lies, as `file (form)`."""
    looked_for = forms(word)
    return [f"{file} ({form})" for file in files for form, raw in looked_for.items() if raw in _read(file)]


def files_under(*folders: Path, newer_than: float = 0.0) -> Iterator[Path]:
    """Yield all files, those only that changed since a moment where one is given (seconds since 1970)."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and path.stat().st_mtime >= newer_than:
                yield path


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:  # a file that lived for a moment
        return b""
