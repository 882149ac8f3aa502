"""The people to practise with as they are shipped: data/practice/{ja,en}.yml (its README.md says what the fields hold)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.errors import GuidanceError
from bot.language import Language


def read_practice(folder: Path) -> Mapping[Language, Sequence[Mapping[str, Any]]]:
    """Return the people of a folder as their files have them; raise GuidanceError that names the file where it is not right."""
    return {language: _people(folder / f"{language.value}.yml") for language in Language}


def _people(file: Path) -> Sequence[Mapping[str, Any]]:
    try:
        return list(yaml.safe_load(file.read_text(encoding="utf-8"))["people"])
    except (OSError, yaml.YAMLError, TypeError, KeyError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault
