"""What is taken from what a person sends: readable text, without image data, without tricks."""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.conversation.errors import MessageEmpty, MessageTooLong

LONGEST = 2000
"""Characters taken in one message."""

_DATA_URL = re.compile(r"data:[\w.+-]+/[\w.+-]+[^\s]*", re.IGNORECASE)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{60,}={0,2}[\r\n]*)+|(?:[A-Za-z0-9+/]{40,76}[\r\n]+){3,}[A-Za-z0-9+/]*={0,2}")
_HEX = re.compile(r"(?:\\x[0-9a-fA-F]{2}){16,}|\b[0-9a-fA-F]{120,}\b")
_ANYTHING_SAID = re.compile(r"[^\W_]|[\u2190-\U0010ffff?!]")


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """A message ready to be kept and answered."""

    text: str = field(repr=False)
    had_image: bool


def _is_invisible(character: str) -> bool:
    """Tell whether it is a control, a mark of direction or width, or no character at all."""
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")


def clean(raw: str) -> Cleaned:
    """Return the text with image data cut out and invisible characters removed.

    Raises MessageTooLong when the words (image data not counted) are more than LONGEST, MessageEmpty when nothing is left
    and no image data was there.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = "".join(character for character in text if not _is_invisible(character))
    without_images = text
    for pattern in (_DATA_URL, _HEX, _BASE64):
        without_images = pattern.sub(" ", without_images)
    had_image = without_images != text
    text = re.sub(r"\n{4,}", "\n\n\n", without_images).strip()
    if len(text) > LONGEST:
        raise MessageTooLong
    if not _ANYTHING_SAID.search(text):
        if not had_image:
            raise MessageEmpty
        text = ""
    return Cleaned(text=text, had_image=had_image)
