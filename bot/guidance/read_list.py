"""The reader's list: which words of both languages a person has compared. Words that changed since then are named."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.guidance.catalogue import Catalogue
from bot.guidance.questions import PREFIX
from bot.language import Language

COMMAND = "python -m bot guidance read"
_DIGITS = 8


@dataclass(frozen=True, kw_only=True)
class Reading:
    """When a person compared an entry's words, and which words those were."""

    day: date
    digests: Mapping[Language, str]


def digest(text: str) -> str:
    """Return a short digest of words."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def reading_of(catalogue: Catalogue, key: str, *, day: date) -> Reading:
    """Return the reading of an entry as its words are now."""
    texts = {language: catalogue.words.text(key, language=language) or "" for language in Language}
    return Reading(day=day, digests={language: digest(text) for language, text in texts.items()})


def keys_to_read(catalogue: Catalogue) -> list[str]:
    """Return the keys that belong on the list: every entry; the answers of questions stand in one file in both languages."""
    return [key for key in catalogue.entries if not key.startswith(PREFIX)]


def unread(catalogue: Catalogue, read: Mapping[str, Reading]) -> Iterator[str]:
    """Yield every entry whose words nobody has compared as they are now, and every line for an entry that is gone."""
    keys = keys_to_read(catalogue)
    for key in keys:
        now = reading_of(catalogue, key, day=date.min)
        before = read.get(key)
        changed = [language for language in Language if before and before.digests[language] != now.digests[language]]
        if before is None:
            yield f"read.yml: {key}: nobody has compared both languages: {COMMAND} {key}"
        elif changed:
            which = " and ".join(changed)
            yield f"read.yml: {key}: {which} changed since both languages were compared: {COMMAND} {key}"
    yield from (f"read.yml: {key}: there is no such entry" for key in read if key not in keys)
