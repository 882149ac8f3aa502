"""Reads the shipped practice people, data/practice/{ja,en}.yml (data/practice/README.md explains the fields)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError
from bot.language import Language
from bot.store.yaml_text import read_yaml


def read_practice(folder: Path) -> Mapping[Language, Sequence[Mapping[str, Any]]]:
    """Return the people in a folder's files; raise GuidanceError with the file's name if it is invalid."""
    return {language: _people(folder / f"{language.value}.yml") for language in Language}


def _people(file: Path) -> Sequence[Mapping[str, Any]]:
    try:
        return list(read_yaml(file.read_text(encoding="utf-8"))["people"])
    except (OSError, yaml.YAMLError, TypeError, KeyError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault
