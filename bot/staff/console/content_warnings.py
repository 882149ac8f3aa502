"""Content warnings: which messages are covered on the page until they are opened. Nothing of it is stored or told."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class FlaggedWords:
    """The words by which a message is covered: Japanese anywhere in it, English as whole words."""

    anywhere: tuple[str, ...]
    whole: re.Pattern[str] | None

    def covers(self, text: str) -> bool:
        """Tell whether a message holds one of them."""
        plain = _plain(text)
        return any(word in plain for word in self.anywhere) or bool(self.whole and self.whole.search(plain))


NOTHING_FLAGGED = FlaggedWords(anywhere=(), whole=None)
"""Covers nothing."""


def flagged_words(words: Mapping[Language, Iterable[str]]) -> FlaggedWords:
    """Return the matcher for words by language (data/care/flagged_words.yml)."""
    anywhere = tuple(_plain(word) for word in words.get(Language.JA, ()))
    whole = [re.escape(_plain(word)) for word in words.get(Language.EN, ())]
    pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(whole)})(?![a-z0-9])") if whole else None
    return FlaggedWords(anywhere=anywhere, whole=pattern)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
