"""Image data in other clothes: in pieces with white space between them, or in base32, base85 or bytes of hex.

What is looked at is how evenly a stretch uses its letters: what people write repeats itself, data does not. A stretch is cut only
where it is long, its pieces look like nothing that is written, and its letters are those of one encoding.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits

SHORTEST = 100
"""Characters of a stretch, white space not counted: fewer hold no image."""

_ASCII = re.compile(r"[!-~]+(?:\s+[!-~]+)*")
_PIECE = re.compile(r"[!-~]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.,;]?", re.IGNORECASE)
_HEX = re.compile(r"(?:0x)?[0-9a-f]{2,}[,;:]?", re.IGNORECASE)
_CAPITALS_INSIDE = re.compile(r"[a-z][A-Z]")
_DIGITS_INSIDE = re.compile(r"[A-Za-z][0-9]|[0-9][A-Za-z]")
_SIGNS_INSIDE = re.compile(r"[A-Za-z0-9][#$%&()*+/;<=>?@^_`{|}~]+[A-Za-z0-9]")
_SIGNS = frozenset("!#$%&()*+-;<=>?@^_`{|}~\"',./:[\\]")
_GAP = 6
"""Pieces in a row that may look like words: by chance some do."""
_NEARLY_ALL = 0.95


@dataclass(frozen=True, kw_only=True)
class _Encoding:
    """What a stretch of data looks like; shares are parts of all its characters."""

    letters: frozenset[str]
    size: int
    odd: float
    """Least share of odd pieces."""
    capital: float = 0.0
    small: float = 0.0
    digit: tuple[float, float]
    """Least and greatest share."""
    sign: float = 0.0
    evenness: float

    def fits(self, joined: str, *, odd: float) -> bool:
        """Tell whether a stretch looks like this."""
        if odd < self.odd or not self.letters.issuperset(joined):
            return False
        capital, small, digit, sign = _shares(joined)
        has_enough = capital >= self.capital and small >= self.small and sign >= self.sign
        return (
            has_enough and self.digit[0] <= digit <= self.digit[1] and _evenness(joined, of=self.size) >= self.evenness
        )


_ENCODINGS = (
    _Encoding(
        letters=frozenset(f"{ascii_letters}{digits}+/=_-"),
        size=64, odd=0.35, capital=0.2, small=0.2, digit=(0.05, 0.4), evenness=0.9,
    ),
    _Encoding(letters=frozenset(f"{ascii_uppercase}234567="), size=32, odd=0.4, digit=(0.1, 0.35), evenness=0.93),
    _Encoding(letters=frozenset(f"{ascii_lowercase}234567="), size=32, odd=0.4, digit=(0.1, 0.35), evenness=0.93),
    _Encoding(
        letters=frozenset(map(chr, range(33, 127))),
        size=85, odd=0.4, capital=0.12, small=0.12, digit=(0.04, 0.4), sign=0.12, evenness=0.9,
    ),
)  # fmt: skip
_HEX_DIGITS = _Encoding(
    letters=frozenset("0123456789abcdef"), size=16, odd=0.0, small=0.1, digit=(0.3, 0.9), evenness=0.85
)


def image_pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where data begins and ends in a text."""
    for stretch in _ASCII.finditer(text):
        if stretch.end() - stretch.start() < SHORTEST:
            continue
        pieces = list(_PIECE.finditer(text, stretch.start(), stretch.end()))
        for run in _runs(pieces):
            if _is_data([piece[0] for piece in run]):
                yield run[0].start(), run[-1].end()


def _runs(pieces: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
    """Yield stretches that begin and end with an odd piece, and in which few others stand in a row."""
    begin = last = -1
    for index, piece in enumerate(pieces):
        is_address = _ADDRESS.fullmatch(piece[0]) is not None
        if begin >= 0 and (is_address or index - last > _GAP):
            yield pieces[begin : last + 1]
            begin = -1
        if not is_address and _is_odd(piece[0]):
            begin, last = index if begin < 0 else begin, index
    if begin >= 0:
        yield pieces[begin : last + 1]


def _is_odd(piece: str) -> bool:
    """Tell whether a piece looks like nothing that is written as a word or a number."""
    inside = (_CAPITALS_INSIDE, _DIGITS_INSIDE, _SIGNS_INSIDE)
    return any(pattern.search(piece) for pattern in inside) or _HEX.fullmatch(piece) is not None


def _is_data(pieces: Sequence[str]) -> bool:
    joined = "".join(pieces)
    if len(joined) < SHORTEST:
        return False
    odd = sum(map(_is_odd, pieces)) / len(pieces)
    if any(encoding.fits(joined, odd=odd) for encoding in _ENCODINGS):
        return True
    is_hex = sum(_HEX.fullmatch(piece) is not None for piece in pieces) >= _NEARLY_ALL * len(pieces)
    return is_hex and _HEX_DIGITS.fits(re.sub(r"0x|[^0-9a-f]", "", joined.lower()), odd=odd)


def _shares(joined: str) -> tuple[float, float, float, float]:
    """Return the shares of capitals, small letters, digits and signs."""
    counted = [
        sum(map(str.isupper, joined)),
        sum(map(str.islower, joined)),
        sum(map(str.isdigit, joined)),
        sum(character in _SIGNS for character in joined),
    ]
    capital, small, digit, sign = (count / len(joined) for count in counted)
    return capital, small, digit, sign


def _evenness(joined: str, *, of: int) -> float:
    """Return the entropy of the letters as a part of what so much data of an alphabet of that size has on average."""
    size = len(joined)
    entropy = -sum(count / size * math.log2(count / size) for count in Counter(joined).values())
    return entropy / (math.log2(of) - (of - 1) / (2 * size * math.log(2)))  # Miller and Madow: short samples have less
