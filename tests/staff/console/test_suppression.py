"""No set of numbers that is told lets a number from 1 to 4 be worked out."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bot.staff.console.suppression import Figure, Suppressed, is_small, told_parts, told_together

NUMBERS = st.integers(0, 12) | st.integers(0, 200)


def compositions(total: int, places: int) -> Sequence[tuple[int, ...]]:
    return [(*some, total - sum(some)) for some in product(range(total + 1), repeat=places - 1) if sum(some) <= total]


@given(st.lists(NUMBERS, min_size=2, max_size=7))
def test_a_small_part_is_never_told_and_zero_and_large_ones_are_told_as_they_are(parts: list[int]) -> None:
    for value, told in zip(parts, told_parts(parts), strict=True):
        assert told == value or isinstance(told, Suppressed)
        assert not is_small(value) or isinstance(told, Suppressed)
        assert told is not Suppressed.FEW or is_small(value)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
def test_who_knows_the_total_and_the_rule_cannot_work_out_a_small_part(parts: list[int]) -> None:
    if sum(parts) < 5:
        return  # then the total is not told either
    page = told_parts(parts)
    same_page = [other for other in compositions(sum(parts), len(parts)) if told_parts(other) == page]
    for place, value in enumerate(parts):
        if is_small(value):
            assert len({other[place] for other in same_page}) >= 3


@given(st.lists(NUMBERS, min_size=2, max_size=7))
def test_what_is_hidden_of_the_parts_is_together_never_small(parts: list[int]) -> None:
    page = told_parts(parts)
    left = sum(value for value, told in zip(parts, page, strict=True) if isinstance(told, Suppressed))
    assert sum(parts) < 5 or not is_small(left)
    assert sum(isinstance(told, Suppressed) for told in page) != 1


def rank(rows: Sequence[Sequence[int]]) -> int:
    """Return how many rows are independent, worked out in fractions."""
    left = [[Fraction(number) for number in row] for row in rows]
    found = 0
    for place in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[place]), None)
        if pivot is None:
            continue
        found += 1
        left = [
            [a - row[place] / pivot[place] * b for a, b in zip(row, pivot, strict=True)]
            for row in left
            if row is not pivot
        ]
    return found


@given(st.data())
def test_no_sum_or_difference_of_overlapping_numbers_that_are_told_gives_a_small_one(data: st.DataObject) -> None:
    grains = data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=6))
    stretch = st.tuples(st.integers(0, len(grains) - 1), st.integers(1, len(grains))).filter(lambda s: s[0] < s[1])
    wanted = data.draw(st.lists(stretch, min_size=1, max_size=6, unique=True))
    every = [(begin, end) for begin in range(len(grains)) for end in range(begin + 1, len(grains) + 1)]

    def figure(days: tuple[int, int]) -> Figure:
        return Figure(name=days, value=sum(grains[slice(*days)]), grains=frozenset(range(*days)))

    page = told_together([figure(days) for days in wanted], secret=[figure(days) for days in every])
    assert set(page) == set(wanted)
    told = {days: page[days] for days in wanted if not isinstance(page[days], Suppressed)}
    nothing = {place for days, shown in told.items() if shown == 0 for place in range(*days)}

    def row(days: tuple[int, int]) -> list[int]:
        return [int(days[0] <= place < days[1] and place not in nothing) for place in range(len(grains))]

    for days in wanted:
        truth = sum(grains[slice(*days)])
        assert page[days] == truth or isinstance(page[days], Suppressed)
        assert (page[days] is Suppressed.FEW) == is_small(truth)
    known = [row(days) for days in told]
    for days in every:
        if is_small(sum(grains[slice(*days)])):
            assert rank([*known, row(days)]) > rank(known), "a small number can be worked out"


def test_the_most_important_is_told_where_not_all_can_be() -> None:
    month = Figure(name="month", value=12, grains=frozenset({"first", "second"}))
    week = Figure(name="week", value=10, grains=frozenset({"second"}))
    rest = Figure(name="rest", value=2, grains=frozenset({"first"}))
    assert told_together([month, week], secret=[rest]) == {"month": 12, "week": Suppressed.LEFT_OUT}
    assert told_together([week, month], secret=[rest]) == {"week": 10, "month": Suppressed.LEFT_OUT}
    assert told_together([month, week]) == {"month": 12, "week": 10}
