"""The one normaliser: training, Rasa and the conversation compare texts in this form."""

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]")
_REPEATED = re.compile(r"(.)\1{2,}")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})


def normalise(text: str) -> str:
    """Return the text in NFKC and lower case, with straight apostrophes, single spaces and line breaks.

    Invisible characters are removed, and no character stands more than twice in a row.
    """
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower().translate(_APOSTROPHES)
    return _LINES.sub("\n", _REPEATED.sub(r"\1\1", _SPACES.sub(" ", text))).strip()
