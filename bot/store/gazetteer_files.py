"""Reads the lists by which facts are found in a message."""

from pathlib import Path

from bot.store.yaml_text import read_yaml
from understanding.gazetteer import Tables


def read_tables(*, platforms: Path, words: Path) -> Tables:
    """Return the lists of data/guidance/platforms.yml and data/gazetteer.yml."""
    services = read_yaml(platforms.read_text(encoding="utf-8"))["platforms"]
    return Tables(platforms=services, words=read_yaml(words.read_text(encoding="utf-8")))
