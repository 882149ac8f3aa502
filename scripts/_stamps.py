"""Stamps: whether a file was made from the current content of its sources."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from _project import ROOT, VAR

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STAMPS = VAR / "stamps"


def digest(patterns: Iterable[str]) -> str:
    """Return a digest of the names and content of all files that match the patterns."""
    content = hashlib.sha256()
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern)):
        content.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
        content.update(path.read_bytes())
    return content.hexdigest()[:16]


def is_made(things: Iterable[Path], *, of: str) -> bool:
    """Tell whether all things exist and were made from files with this digest."""
    return all(thing.is_file() and _stamp(thing).is_file() and _stamp(thing).read_text() == of for thing in things)


def stamp(things: Iterable[Path], *, of: str) -> None:
    """Record the digest from which the things were made."""
    _STAMPS.mkdir(parents=True, exist_ok=True)
    for thing in things:
        _stamp(thing).write_text(of)


def _stamp(thing: Path) -> Path:
    return _STAMPS / "-".join(thing.relative_to(ROOT).parts)
