"""The shipped list of words that cover a message on counsellors' pages: data/care/flagged_words.yml."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.guidance.errors import GuidanceError
from bot.language import Language


def read_flagged_words(file: Path) -> Mapping[Language, tuple[str, ...]]:
    """Return the words by language; raise GuidanceError with the file's name if it is invalid."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        found = {language: tuple(content[language.value]) for language in Language}
    except (OSError, yaml.YAMLError, TypeError, KeyError) as fault:
        raise GuidanceError(f"{file}: {fault}") from fault
    if not all(isinstance(word, str) and word.strip() for words in found.values() for word in words):
        raise GuidanceError(f"{file}: every word is a text that is not empty")
    return found
