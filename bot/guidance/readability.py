"""How easy the words are to read at 13: by sentence length and the share of kanji in Japanese, the school grade in English."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language import Language

WORST = 10
"""How many of the hardest texts are listed."""

Grade = Callable[[Sequence[Sequence[str]]], float]
"""The school grade of English sentences, each a sequence of its words."""

_PLACE = re.compile(r"\{[^{}]*\}")
_FEWEST = 20
"""The share of kanji is taken of at least as many characters: a single hard word makes no short text hard."""
_KANJI = re.compile(r"[\u3400-\u9fff々]")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_ENDS = {Language.JA: re.compile(r"[。！？!?\n]+"), Language.EN: re.compile(r"[.!?]+(?=\s|[”\"’)]|$)|\n+|[:;] ")}
_LONGEST = {Language.JA: 60, Language.EN: 24}
"""A sentence that is still easy: Japanese characters, English words."""
_MOST_HARD = {Language.JA: 0.36, Language.EN: 8.0}
"""How hard a text may be: the share of kanji among the characters, the school grade."""


@dataclass(frozen=True, kw_only=True)
class Ease:
    """The measure of one text; 1.0 is the limit of what is easy."""

    key: str
    longest: int
    """The longest sentence: Japanese characters, English words."""
    hard: float
    """The share of kanji among the Japanese characters, the school grade of English."""
    language: Language

    @property
    def score(self) -> float:
        """Return the worse of both measures against its limit."""
        return max(self.longest / _LONGEST[self.language], self.hard / _MOST_HARD[self.language])

    @property
    def is_easy(self) -> bool:
        """Tell whether both measures keep to their limits."""
        return self.score <= 1


def ease(key: str, text: str, *, language: Language, grade: Grade) -> Ease:
    """Return the measure of a text."""
    text = _PLACE.sub("", text)
    sentences = [part.strip() for part in _ENDS[language].split(text) if part.strip()]
    if language is Language.JA:
        sizes, letters = [len(part) for part in sentences], [one for one in text if one.isalnum()]
        hard = len(_KANJI.findall(text)) / max(len(letters), _FEWEST)
    else:
        words = [_WORD.findall(part) for part in sentences]
        sizes, hard = [len(part) for part in words], grade(words)
    return Ease(key=key, longest=max(sizes, default=0), hard=hard, language=language)


def hardest(texts: Mapping[str, str], *, language: Language, grade: Grade, most: int = WORST) -> list[Ease]:
    """Return the hardest texts, the hardest first."""
    measured = [ease(key, text, language=language, grade=grade) for key, text in texts.items()]
    return sorted(measured, key=lambda one: (-one.score, one.key))[:most]


def lines_of(texts: Mapping[str, str], *, language: Language, grade: Grade) -> Iterator[str]:
    """Yield the hardest texts as lines for whoever writes them."""
    for one in hardest(texts, language=language, grade=grade):
        measures = (
            f"longest sentence {one.longest} characters, kanji {one.hard:.0%}"
            if language is Language.JA
            else f"longest sentence {one.longest} words, grade {one.hard:.1f}"
        )
        yield f"{one.score:.2f} {one.key}: {measures}"
