"""How much danger the rules alone hear in sentences that were written apart from them: floors that may only rise.

A line is what was said into, what it is, and the words: `D` a danger to the writer, `O` to somebody else, `P` passed, `N` none.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.understanding.danger_table import CONTEXTS
from understanding.danger import read_danger
from understanding.reading import CLEAR, NONE, Danger


def read(language: str, kinds: str) -> Iterator[Danger]:
    """Yield how the sentences of some kinds are read."""
    sentences = Path(__file__).parent / "danger_apart" / f"{language}.txt"
    for line in sentences.read_text(encoding="utf-8").splitlines():
        said_into, kind, text = line.split("|", 2)
        if kind in kinds:
            yield read_danger(text, context=CONTEXTS[said_into])


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_danger_is_heard(language: str) -> None:
    assert share([danger.level != NONE for danger in read(language, "DO")]) >= 0.93


@pytest.mark.parametrize("language", ["ja", "en"])
def test_somebody_elses_danger_is_known_as_such(language: str) -> None:
    assert share([danger.about == "other" and danger.level != NONE for danger in read(language, "O")]) >= 0.88


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_has_passed_is_known_as_such(language: str) -> None:
    assert share([danger.passed for danger in read(language, "P")]) >= 0.97


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_emergency_is_never_called_where_there_is_none(language: str) -> None:
    assert not any(danger.level == CLEAR for danger in read(language, "NP"))
    assert share([danger.level != NONE for danger in read(language, "NP")]) <= 0.02
