"""The figures of `scripts/bench turns` as one Markdown table."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from bench.percentiles import percentile
from bench.turns import AT_ONCE, EARLY, LATE, WIDTH, Effort, Figures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_QUIET = 0.5
_HEAD = (
    "",
    "(1) stock Rasa: stock pipeline, our sentences and rules, no actions, trackers in memory, REST",
    "(2) our Rasa with actions, REST",
    "to (1)",
    "(3) the full path: POST /messages on the public page until the answer's HTML, web chat on SQLite",
    "to (1)",
    "measured as",
)


def table(figures: Sequence[Figures], effort: Effort, *, epochs: int, training: float, load: float) -> str:
    """Return the table; the first figures are the baseline for the others."""
    late = f"{effort.long} conversations, one after another; (3) with a fast clock, to stay under the rate limit"
    rows = [
        *(_turn(figures, turn, f"turn {turn}", f"{effort.short} conversations, one after another") for turn in EARLY),
        *(_turn(figures, turn, f"turns {turn - WIDTH + 1} to {turn}", late) for turn in LATE),
        *(
            _row(figures, f"turns a second, {count} at once", partial(_rate, count=count), "%.0f", _loaded(effort))
            for count in AT_ONCE
        ),
        _row(figures, "seconds to start", lambda one: one.start, "%.1f", "all processes at once until all answer"),
        _row(figures, "memory, MB", lambda one: one.memory, "%.0f", "resident, all processes, after the load"),
        [
            "training of the stock model, s",
            f"{training:.0f}",
            "",
            "",
            "",
            "",
            f"{epochs} of 100 epochs, perhaps on another day",
        ],
    ]
    lines = [_line(_HEAD), _line(["---"] * len(_HEAD)), *map(_line, rows)]
    machine = f"{os.cpu_count()} processors, load {load:.1f} before; client and servers on the same machine."
    busy = " It was busy with something else: these figures are not comparable." if load > _QUIET else ""
    return "\n".join([*lines, "", machine + busy])


def _turn(figures: Sequence[Figures], turn: int, title: str, how: str) -> list[str]:
    def both(one: Figures) -> tuple[float, float]:
        return percentile(one.turns[turn], 50), percentile(one.turns[turn], 95)

    first, *others = map(both, figures)
    cells = [f"{title}, ms p50 / p95", "{:.0f} / {:.0f}".format(*first)]
    for other in others:
        cells += ["{:.0f} / {:.0f}".format(*other), f"{other[0] / first[0]:.2f} / {other[1] / first[1]:.2f}"]
    return [*cells, how]


def _row(figures: Sequence[Figures], title: str, of: Callable[[Figures], float], form: str, how: str) -> list[str]:
    first, *others = map(of, figures)
    cells = [title, form % first]
    for other in others:
        cells += [form % other, f"{other / first:.2f}"]
    return [*cells, how]


def _rate(figures: Figures, *, count: int) -> float:
    return figures.rates[count]


def _loaded(effort: Effort) -> str:
    return f"{effort.seconds:.0f} s, conversations of 8 turns, no pause between turns"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
