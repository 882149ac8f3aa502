"""Every file that the documents name exists."""

import re
from pathlib import Path

import pytest

NAME = re.compile(r"`((?:[\w.-]+/)*\w+\.(?:py|js|css|yml|toml|conf))`")
PLACES = ("bot", "actions", "components", "understanding", "tests", "scripts", "bench", "data")


def documents(root: Path) -> list[Path]:
    return sorted(
        file
        for pattern in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/*.md", "docs/guides/*.md", "scripts/*.md")
        for file in root.glob(pattern)
    )


@pytest.fixture(scope="module")
def files(root: Path) -> set[str]:
    """Return every tail of every path: `bot/i18n.py` and `i18n.py`."""
    paths = [path.relative_to(root).parts for place in PLACES for path in (root / place).rglob("*.*")]
    paths += [(path.name,) for path in root.glob("*.*")]
    return {"/".join(parts[start:]) for parts in paths for start in range(len(parts))}


def test_every_module_that_the_documents_name_exists(root: Path, files: set[str]) -> None:
    named = [(file.name, name) for file in documents(root) for name in NAME.findall(file.read_text(encoding="utf-8"))]
    assert named
    missing = [pair for pair in named if pair[1] not in files and not (root / pair[1]).exists()]
    assert missing == []
