"""Steps of a script, printed with their number and duration."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from _project import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ALREADY = "already there"


@dataclass(frozen=True)
class ScriptStep:
    """One step; `work` may return a note for its line, and `hint` says how long it may take."""

    title: str
    work: Callable[[], str | None]
    essential: bool = False
    loud: bool = False
    hint: str = ""


@dataclass(frozen=True)
class StepResult:
    """A finished step, its seconds, and whether it succeeded."""

    title: str
    seconds: float
    good: bool


def take_all(steps: Sequence[ScriptStep], *, go_on: bool = False) -> list[StepResult]:
    """Run the steps in order; with go_on, continue after a failure unless the step is essential."""
    return [_take(step, f"[{number}/{len(steps)}]", go_on=go_on) for number, step in enumerate(steps, 1)]


def sum_up(taken: Sequence[StepResult]) -> int:
    """Print a table of the steps and return the exit code."""
    print()
    for step in taken:
        print(f"  {'ok    ' if step.good else 'FAILED'} {step.seconds:8.1f} s  {step.title}")
    failed = [step.title for step in taken if not step.good]
    seconds = sum(step.seconds for step in taken)
    print(f"\n{len(taken)} steps, {len(failed)} failed, {seconds:.0f} s. {', '.join(failed)}".rstrip())
    return 1 if failed else 0


def _take(step: ScriptStep, place: str, *, go_on: bool) -> StepResult:
    print(f"{place} {step.title}{step.hint and f', {step.hint}'} ...", end="\n" if step.loud else " ", flush=True)
    start = time.monotonic()
    try:
        note = step.work()
    except Stopped as reason:
        if step.essential or not go_on:
            print("failed", flush=True)
            raise
        print(f"FAILED\n{reason}", flush=True)
        return StepResult(step.title, time.monotonic() - start, good=False)
    seconds = time.monotonic() - start
    done = f"{note} ({seconds:.1f} s)" if note else f"{seconds:.1f} s"
    print(f"{place} {done}" if step.loud else done, flush=True)
    return StepResult(step.title, seconds, good=True)
