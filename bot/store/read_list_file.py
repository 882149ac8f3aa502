"""Reads and writes the reader's list: data/guidance/read.yml."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from bot.guidance.errors import GuidanceError
from bot.guidance.read_list import COMMAND, Reading
from bot.language import Language
from bot.store.yaml_text import read_yaml

READ_LIST = "read.yml"
_TOP = f"""# When a person last read an entry in both languages and found that they say the same, with a digest of the Japanese and of the
# English words as they were. Changed words are named by `guidance check` until somebody has compared them again:
# `{COMMAND} KEY` shows both and writes the line. Sorted by key, one line an entry.

"""


def read_list(file: Path) -> dict[str, Reading]:
    """Return the list; raise GuidanceError with file and key if it is invalid."""
    try:
        content = read_yaml(file.read_text(encoding="utf-8"))["read"]
    except (OSError, yaml.YAMLError, TypeError, KeyError) as fault:
        raise GuidanceError(f"{file}: {type(fault).__name__} {fault}") from fault
    found = {}
    for key, fields in content.items():
        try:
            digests = {language: str(fields[language.value]) for language in Language}
            found[str(key)] = Reading(day=date.fromisoformat(str(fields["on"])), digests=digests)
        except (KeyError, TypeError, ValueError) as fault:
            raise GuidanceError(f"{file}: {key}: {type(fault).__name__} {fault}") from fault
    return found


def as_text(read: Mapping[str, Reading]) -> str:
    """Return the list as its file."""
    lines = (f"  {key}: {_line(read[key])}\n" for key in sorted(read))
    return f"{_TOP}read:\n{''.join(lines)}"


def _line(reading: Reading) -> str:
    digests = ", ".join(f'{language.value}: "{reading.digests[language]}"' for language in Language)
    return f'{{"on": {reading.day.isoformat()}, {digests}}}'
