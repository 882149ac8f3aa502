"""Normalises what people type, so that the classifier and the gazetteers see the same text."""

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]")
_REPEATED = re.compile(r"(.)\1{2,}")
_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return the text in NFKC and lower case, without invisible characters, no letter more than twice in a row, single spaces."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower()
    return _SPACES.sub(" ", _REPEATED.sub(r"\1\1", text)).strip()
