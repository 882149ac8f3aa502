"""Small numbers left out of statistics, and as many others as it takes so that none of them can be worked out.

Who reads statistics knows how they are made. So what is left out depends only on what may be known: for every number from 1 to 4
there is another that would lead to the same page.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

LEAST = 5
"""From here on a number is told; 0 is told too."""

_PRIME = 2**61 - 1
"""Rows are added and subtracted modulo a large prime: exact for what whole numbers can be taken from one another here."""


class Suppressed(Enum):
    """What stands in place of a number."""

    FEW = "few"
    """It is from 1 to 4."""
    LEFT_OUT = "left_out"
    """It is not told; nothing is said about how large it is."""


ImportedMessage = int | Suppressed


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number, and the grains that it is the sum of; two that share grains can be taken from one another."""

    name: Hashable
    value: int
    grains: frozenset[Hashable]


def is_small(value: int) -> bool:
    """Tell whether a number is too small to be told."""
    return 0 < value < LEAST


def told_parts(parts: Sequence[int]) -> tuple[ImportedMessage, ...]:
    """Return what is told of the parts of a total that is told as well.

    Where one is small and the total is not, another is left out with it, always the last that can be: which one it is tells
    nothing. Where even so the total would give a small one away, nothing is told of the parts, zeros included.
    """
    small = [value for value in parts if is_small(value)]
    if not small:
        return tuple(parts)
    nothing = (Suppressed.LEFT_OUT,) * len(parts)
    if sum(parts) < LEAST:
        return nothing
    if len(small) + 3 <= sum(small) <= 4 * len(small) - 3:  # each of them could be 1, 2, 3 or 4
        return tuple(Suppressed.FEW if is_small(value) else value for value in parts)
    also = max((place for place, value in enumerate(parts) if value >= LEAST), default=None)
    if also is None or sum(small) + parts[also] < len(small) + 3 + LEAST:
        return nothing
    return tuple(
        Suppressed.LEFT_OUT if place == also else Suppressed.FEW if is_small(value) else value
        for place, value in enumerate(parts)
    )


def told_together(figures: Sequence[Figure], *, secret: Sequence[Figure] = ()) -> Mapping[Hashable, ImportedMessage]:
    """Return what is told of numbers that overlap, the most important first.

    A number is told only where no small one, of these or of those that stay secret, can be made from all that are told by adding
    and subtracting.
    """
    empty: frozenset[Hashable] = frozenset().union(*(figure.grains for figure in figures if figure.value == 0))
    places = {
        grain: place for place, grain in enumerate(sorted({g for f in (*figures, *secret) for g in f.grains}, key=str))
    }
    to_keep = [_row(figure, empty, places) for figure in (*figures, *secret) if is_small(figure.value)]
    known: list[_Row] = []
    told: dict[Hashable, ImportedMessage] = {}
    for figure in figures:
        if figure.value < LEAST:
            told[figure.name] = Suppressed.FEW if figure.value else 0
            continue
        row = _row(figure, empty, places)
        for one in known:
            row = _without(row, one)
        left = [_without(kept, row) for kept in to_keep] if row else to_keep
        if all(left):
            told[figure.name], to_keep = figure.value, left
            known += [row] if row else []
        else:
            told[figure.name] = Suppressed.LEFT_OUT
    return told


_Row = Mapping[int, int]
"""A sum of grains: how often each is in it, those that are not in it left out."""


def _row(figure: Figure, empty: frozenset[Hashable], places: Mapping[Hashable, int]) -> _Row:
    return {places[grain]: 1 for grain in figure.grains - empty}


def _without(row: _Row, other: _Row) -> _Row:
    """Return a sum less as much of another as makes the other's first grain disappear from it."""
    first = min(other)
    if first not in row:
        return row
    times = row[first] * pow(other[first], -1, _PRIME) % _PRIME
    less = {place: (row.get(place, 0) - times * other.get(place, 0)) % _PRIME for place in {*row, *other}}
    return {place: number for place, number in less.items() if number}
