"""How easy the words are to read: long sentences and many kanji tire a reader of 13, long sentences and words one of English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.language import Language

WORST = 10
"""How many of the hardest texts are listed."""

_PLACE = re.compile(r"\{[^{}]*\}")
_FEWEST = 20
"""A share is taken of at least as many words or characters: a single hard word makes no short text hard."""
_KANJI = re.compile(r"[\u3400-\u9fff々]")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_ENDS = {Language.JA: re.compile(r"[。！？!?\n]+"), Language.EN: re.compile(r"[.!?]+(?=\s|[”\"’)]|$)|\n+|[:;] ")}
_LONG_WORD = 9
"""An English word with as many letters is counted as long."""

_LONGEST = {Language.JA: 60, Language.EN: 24}
"""A sentence that is still easy: Japanese characters, English words."""
_MOST_HARD = {Language.JA: 0.36, Language.EN: 0.16}
"""The share of a text that may be hard: kanji among the characters, long words among the words."""


@dataclass(frozen=True, kw_only=True)
class Ease:
    """The measure of one text; 1.0 is the limit of what is easy."""

    key: str
    longest: int
    """The longest sentence: Japanese characters, English words."""
    hard: float
    """The share of kanji among the characters, or of long words among the words."""
    language: Language

    @property
    def score(self) -> float:
        """Return the worse of both measures against its limit."""
        return max(self.longest / _LONGEST[self.language], self.hard / _MOST_HARD[self.language])

    @property
    def is_easy(self) -> bool:
        """Tell whether both measures keep to their limits."""
        return self.score <= 1


def ease(key: str, text: str, *, language: Language) -> Ease:
    """Return the measure of a text."""
    text = _PLACE.sub("", text)
    sentences = [part.strip() for part in _ENDS[language].split(text) if part.strip()]
    if language is Language.JA:
        sizes, letters = [len(part) for part in sentences], [one for one in text if one.isalnum()]
        hard = len(_KANJI.findall(text)) / max(len(letters), _FEWEST)
    else:
        words = _WORD.findall(text)
        sizes = [len(_WORD.findall(part)) for part in sentences]
        hard = sum(len(word) >= _LONG_WORD for word in words) / max(len(words), _FEWEST)
    return Ease(key=key, longest=max(sizes, default=0), hard=hard, language=language)


def hardest(texts: Mapping[str, str], *, language: Language, most: int = WORST) -> list[Ease]:
    """Return the hardest texts, the hardest first."""
    measured = [ease(key, text, language=language) for key, text in texts.items()]
    return sorted(measured, key=lambda one: (-one.score, one.key))[:most]


def lines_of(texts: Mapping[str, str], *, language: Language) -> Iterator[str]:
    """Yield the hardest texts as lines for whoever writes them."""
    unit, what = ("characters", "kanji") if language is Language.JA else ("words", "long words")
    for one in hardest(texts, language=language):
        yield f"{one.score:.2f} {one.key}: longest sentence {one.longest} {unit}, {what} {one.hard:.0%}"
