"""What comes together in a sentence and is a sign of danger then, as rows of a table, and how they are looked for."""

import re
from functools import lru_cache
from typing import NamedTuple, Optional, Pattern, Sequence, Tuple

WISH, HARM, NOW = "crisis_suicide", "crisis_self_harm", "immediate_danger"

SHORT = 80
"""Characters of a text in which everything counts as one sentence."""

SENTENCES = re.compile(r"(?<=[。!?\n])|(?<=[.])(?=\s)")


class Together(NamedTuple):
    """What must all be in one sentence, and what makes it harmless."""

    kind: str
    level: str
    needs: Tuple[str, ...]
    unless: str = ""
    means: str = ""
    about: str = ""
    """Whom it can only be about, `` where the words tell."""


Compiled = Tuple[Together, Tuple[Pattern[str], ...], Pattern[str]]


@lru_cache(maxsize=None)
def compiled(row: Together) -> Compiled:
    """Return a row with its patterns compiled."""
    return row, tuple(re.compile(need) for need in row.needs), re.compile(row.unless or "(?!)")


def first_window(row: Together, left: str) -> Optional[str]:
    """Return the first sentences of a text in which a row is found, None where it is not."""
    _, needs, unless = compiled(row)
    for window in windows(left):
        if not unless.search(window) and all(need.search(window) for need in needs):
            return window
    return None


def any_row(rows: Sequence[Together], left: str, *, level: str) -> bool:
    """Tell whether one of the rows of a level is found in a text."""
    return any(first_window(row, left) is not None for row in rows if row.level == level)


def windows(left: str) -> Sequence[str]:
    """Return a short text whole, a longer one by two sentences each."""
    if len(left) <= SHORT:
        return (left,)
    sentences = [sentence for sentence in SENTENCES.split(left) if sentence.strip()]
    return [first + then for first, then in zip(sentences, [*sentences[1:], ""], strict=True)]
