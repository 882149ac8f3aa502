"""What is taken from what a person sends: readable text, without image data, without tricks."""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.conversation.errors import MessageEmpty, MessageTooLong
from bot.conversation.turns.image_pieces import image_pieces

LONGEST = 2000
"""Characters taken in one message."""

READ = 100_000
"""Characters that are looked at: of anything longer the beginning and the end, for words stand before or after image data."""

_LAST_LINE = r"(?:(?:[a-z0-9+/_-]*={1,2}|(?=[a-z-]*[0-9+/_])[a-z0-9+/_-]+|[a-z0-9+/_-]{16,})(?!\S))?"
_IMAGE_DATA = re.compile(
    r"(?P<kept>https?://[^\s;]{1,300}(?=\s|$))"
    r"|data:[\w.+-]+/[\w.+-]+[^\s]*"
    rf"|(?:[a-z0-9+/]{{20,76}}\n+){{2,}}{_LAST_LINE}"
    rf"|(?P<run>[a-z0-9+/_-]{{60,}}={{0,2}})(?:\n+{_LAST_LINE})?"
    r"|(?:\\x[0-9a-f]{2}){16,}",
    re.IGNORECASE,
)
_ANYTHING_SAID = re.compile(r"[^\W_]|[\u2190-\U0010ffff?!]")

_FEW = 4
"""Different characters in a run that is no data but a cry."""


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """A message ready to be kept and answered."""

    text: str = field(repr=False)
    had_image: bool


def _is_invisible(character: str) -> bool:
    """Tell whether it is a control, a mark of direction or width, or no character at all."""
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _cut(match: re.Match[str]) -> str:
    """Return nothing for image data; addresses of pages and long cries stay."""
    run = match["run"]
    if match["kept"] is not None or (run is not None and not _looks_encoded(run)):
        return match[0]
    return " "


def _looks_encoded(run: str) -> bool:
    is_hex = all(character in "0123456789abcdefABCDEF" for character in run) and len(set(run)) > _FEW
    kinds = (str.isupper, str.islower, str.isdigit)
    return is_hex or all(any(kind(character) for character in run) for kind in kinds)


def _without_pieces(text: str) -> str:
    for begin, end in reversed(list(image_pieces(text))):
        text = f"{text[:begin]} {text[end:]}"
    return text


def clean(raw: str, *, longest: int = LONGEST) -> Cleaned:
    """Return the text with image data cut out and invisible characters removed.

    Raises MessageTooLong when the words (image data not counted) are more than `longest`, MessageEmpty when nothing is left
    and no image data was there.
    """
    if len(raw) > READ:
        raw = f"{raw[: READ // 2]}{raw[-READ // 2 :]}"
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = "".join(character for character in text if not _is_invisible(character))
    without_images = _without_pieces(_IMAGE_DATA.sub(_cut, text))
    had_image = without_images != text
    text = re.sub(r"\n{4,}", "\n\n\n", without_images).strip()
    if len(text) > longest:
        raise MessageTooLong
    if not _ANYTHING_SAID.search(text):
        if not had_image:
            raise MessageEmpty
        text = ""
    return Cleaned(text=text, had_image=had_image)
