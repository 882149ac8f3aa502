"""The school grade at which English words are read, by Flesch and Kincaid's formula as the library readability has it."""

from collections.abc import Sequence

import readability


def school_grade(sentences: Sequence[Sequence[str]]) -> float:
    """Return the US school grade of sentences, each a sequence of its words; 8 is read at 13. Without a word it is 0."""
    lines = [" ".join(words) for words in sentences if words]
    if not lines:
        return 0.0
    return float(readability.getmeasures(lines, lang="en")["readability grades"]["Kincaid"])
