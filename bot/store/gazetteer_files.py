"""Reads the lists by which facts are found in a message."""

from pathlib import Path

import yaml

from understanding.gazetteer import Tables


def read_tables(*, platforms: Path, words: Path) -> Tables:
    """Return the lists of data/guidance/platforms.yml and data/gazetteer.yml."""
    services = yaml.safe_load(platforms.read_text(encoding="utf-8"))["platforms"]
    return Tables(platforms=services, words=yaml.safe_load(words.read_text(encoding="utf-8")))
