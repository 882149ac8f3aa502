"""What the statistics tell: counts by month and for the last days, small numbers left out."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from bot.conversation.case import Count, Counted, Outcome
from bot.conversation.handover.person import ENOUGH_WAITS
from bot.staff.console.ports import Statistics
from bot.staff.console.suppression import Figure, ImportedMessage, Suppressed, is_small, told_parts, told_together

MONTHS = 12
"""Months that are told of, the one that is not over included."""
LAST_DAYS = (30, 7)
LANGUAGES, CHANNELS = ("ja", "en"), ("web", "telegram")


class Breakdown(Enum):
    """By what a number is broken down."""

    LANGUAGE = "language"
    CHANNEL = "channel"
    OUTCOME = "outcome"


PARTS: Mapping[Breakdown, tuple[str, ...]] = {
    Breakdown.LANGUAGE: LANGUAGES,
    Breakdown.CHANNEL: CHANNELS,
    Breakdown.OUTCOME: tuple(outcome.value for outcome in Outcome),
}


@dataclass(frozen=True, kw_only=True)
class Period:
    """Some days, both ends included; `key` is a month as 2026-11, or a number of days that end today."""

    key: str
    first: date
    last: date

    @property
    def is_month(self) -> bool:
        """Tell whether it is a month."""
        return "-" in self.key


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long people waited, in whole minutes: half of them at most the one, nine of ten at most the other."""

    half: int
    nine_of_ten: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """Everything that is told of one period."""

    period: Period
    totals: Mapping[Count, ImportedMessage]
    parts: Mapping[tuple[Count, Breakdown], Mapping[str, ImportedMessage]]
    waits: Waits | None


def waited(seconds: Sequence[int]) -> Waits | None:
    """Return how long people waited; None where too few are known."""
    if len(seconds) < ENOUGH_WAITS:
        return None
    ordered = sorted(seconds)
    half, most = (ordered[-(-len(ordered) * part // 10) - 1] for part in (5, 9))
    return Waits(half=-(-half // 60), nine_of_ten=-(-most // 60))


def periods(today: date) -> tuple[Period, ...]:
    """Return the periods that are told of: the last days first, then months from this one back."""
    last = tuple(Period(key=str(days), first=today - timedelta(days=days - 1), last=today) for days in LAST_DAYS)
    months, end = [], today
    for _ in range(MONTHS):
        begin = end.replace(day=1)
        months.append(Period(key=f"{begin:%Y-%m}", first=begin, last=end))
        end = begin - timedelta(days=1)
    return (*last, *months)


def stretches(told: Sequence[Period]) -> tuple[tuple[date, date], ...]:
    """Return the days cut wherever a period begins: every period is a row of whole stretches."""
    begins = sorted({period.first for period in told})
    ends = [begin - timedelta(days=1) for begin in begins[1:]]
    return tuple(zip(begins, [*ends, max(period.last for period in told)], strict=True))


async def reports(statistics: Statistics, *, today: date) -> tuple[Report, ...]:
    """Return what is told of every period."""
    told = periods(today)
    cut = stretches(told)
    counted = [await statistics.counted(first=first, last=last) for first, last in cut]
    reached = _reached(told)
    around = [some for (first, _), some in zip(cut, counted, strict=True) if first >= reached]
    totals = {what: _totals(told, cut, [_number(some, what) for some in counted]) for what in Count}
    found = []
    for period in told:
        inside = [some for days, some in zip(cut, counted, strict=True) if _in(period, *days)]
        mine = {what: totals[what][period.key] for what in Count}
        parts = {
            (what, split): _parts(what, split, mine[what], inside=inside, around=[] if period.is_month else around)
            for what in Count
            for split in Breakdown
            if split is not Breakdown.OUTCOME or what is Count.CLOSED
        }
        waits = await statistics.waited(first=period.first, last=period.last)
        found.append(Report(period=period, totals=mine, parts=parts, waits=waited(waits)))
    return tuple(found)


def _totals(
    told: Sequence[Period], cut: Sequence[tuple[date, date]], numbers: Sequence[int]
) -> Mapping[Hashable, ImportedMessage]:
    """Return what is told of a number in every period; no stretch of days may be worked out from those around it."""
    by_weight = sorted(told, key=lambda period: (period.last == told[0].last, period.is_month))
    figures = [
        _figure(period.key, [place for place, days in enumerate(cut) if _in(period, *days)], numbers)
        for period in by_weight
    ]
    reached = _reached(told)
    around = [place for place, (first, _) in enumerate(cut) if first >= reached]
    secret = [
        _figure((begin, end), around[begin:end], numbers)
        for begin in range(len(around))
        for end in range(begin + 1, len(around) + 1)
    ]
    return told_together(figures, secret=secret)


def _figure(name: Hashable, places: Sequence[int], numbers: Sequence[int]) -> Figure:
    return Figure(name=name, value=sum(numbers[place] for place in places), grains=frozenset(places))


def _parts(
    what: Count,
    split: Breakdown,
    total: ImportedMessage,
    *,
    inside: Sequence[Sequence[Counted]],
    around: Sequence[Sequence[Counted]],
) -> Mapping[str, ImportedMessage]:
    """Return what is told of the parts of a total; nothing where a stretch around it, which it overlaps, has a small one."""
    names = PARTS[split]
    has_small = any(is_small(_number(some, what, split, name)) for some in around for name in names)
    if isinstance(total, Suppressed) or has_small:
        return dict.fromkeys(names, Suppressed.LEFT_OUT)
    numbers = [sum(_number(some, what, split, name) for some in inside) for name in names]
    return dict(zip(names, told_parts(numbers), strict=True))


def _number(some: Sequence[Counted], what: Count, split: Breakdown | None = None, name: str = "") -> int:
    return sum(one.number for one in some if one.what is what and name in ("", _part(one, split)))


def _part(one: Counted, split: Breakdown | None) -> str:
    if split is Breakdown.OUTCOME:
        return one.outcome.value if one.outcome else ""
    return one.language if split is Breakdown.LANGUAGE else one.channel


def _in(period: Period, first: date, last: date) -> bool:
    return period.first <= first and last <= period.last


def _reached(told: Sequence[Period]) -> date:
    """Return the first day of the earliest month that the last days reach into."""
    return min(period.first for period in told if not period.is_month).replace(day=1)
