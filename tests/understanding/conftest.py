"""The lists that ship with the project."""

from pathlib import Path

import pytest
import yaml

from understanding.gazetteer import Tables


@pytest.fixture(scope="session")
def tables(root: Path) -> Tables:
    """Return the tables of data/guidance/platforms.yml and data/gazetteer.yml."""
    services = yaml.safe_load((root / "data/guidance/platforms.yml").read_text(encoding="utf-8"))["platforms"]
    return Tables(platforms=services, words=yaml.safe_load((root / "data/gazetteer.yml").read_text(encoding="utf-8")))
