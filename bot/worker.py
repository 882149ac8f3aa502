"""Background work: a loop that survives faults, signals that wake it up, and retries with back-off.

Only the type of a fault is logged: its message or traceback could hold what a person wrote.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential

logger = logging.getLogger(__name__)
T = TypeVar("T")
_STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
JUMP = timedelta(minutes=10)
"""From what difference on a clock is believed no longer; setting it right little by little stays below."""
PAUSE = 1.0
"""Seconds after which a worker looks for work without a signal, because another process may have left some."""


class Wakeup(Protocol):
    """Tells a worker when to take its next step."""

    async def wait(self) -> None:
        """Wait for a signal or a limited time."""
        ...


class Signal:
    """Wakes one worker up."""

    def __init__(self) -> None:
        """Start without a signal."""
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake the worker up; a signal given before it waits is not lost."""
        self._event.set()

    async def wait(self) -> None:
        """Wait for a signal, at most PAUSE seconds."""
        try:
            await asyncio.wait_for(self._event.wait(), PAUSE)
        except TimeoutError:
            return
        finally:
            self._event.clear()


@dataclass(frozen=True)
class Signals:
    """Gives the signals of several workers at once."""

    signals: Sequence[Signal]

    def ring(self) -> None:
        """Wake every worker up."""
        for signal in self.signals:
            signal.ring()


@dataclass(frozen=True)
class Interval:
    """Lets a worker take a step at a fixed interval."""

    seconds: float

    async def wait(self) -> None:
        """Wait for one interval."""
        await asyncio.sleep(self.seconds)


@dataclass
class ClockWatch:
    """Notices when the clock on the wall jumps: what is erased by it would be gone a day too early."""

    now: Callable[[], datetime]
    elapsed: Callable[[], float] = lambda: time.clock_gettime(_STEADY)
    """Seconds by a clock that nobody sets, and that runs on while the machine sleeps."""
    _at: datetime = field(init=False)
    _since: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the time that it is now."""
        self._at, self._since = self.now(), self.elapsed()

    def has_jumped(self) -> bool:
        """Tell whether the time is another one than has passed; it is well again once the clock is set right."""
        now, elapsed = self.now(), self.elapsed()
        jump = now - self._at - timedelta(seconds=elapsed - self._since)
        if abs(jump) > JUMP:
            return True
        self._at, self._since = now, elapsed
        return False


async def run_forever(
    step: Callable[[], Awaitable[object]],
    *,
    wakeup: Wakeup,
    on_fault: str,
    level: int = logging.ERROR,
    pause_on_fault: float | None = None,
) -> None:
    """Repeat until cancelled: take a step, then wait for the wake-up.

    A fault is logged as `on_fault` with the name of its type. The worker then waits `pause_on_fault` seconds if that is
    given, and for the wake-up otherwise.
    """
    while True:
        try:
            await step()
        except Exception as fault:  # noqa: BLE001 (a worker must outlive any fault)
            logger.log(level, "%s: %s", on_fault, type(fault).__name__)
            if pause_on_fault is not None:
                await asyncio.sleep(pause_on_fault)
                continue
        await wakeup.wait()


async def retry(
    call: Callable[[], Awaitable[T]],
    *,
    on: type[Exception],
    first: float,
    longest: float,
    note: Callable[[BaseException], None],
    at_least: Callable[[BaseException], float] = lambda _fault: 0.0,
) -> T:
    """Return the result of a call, repeating it after every fault of the given type.

    The pause doubles from `first` to `longest` seconds and is never shorter than `at_least` says. `note` receives each
    fault; nothing else logs it.
    """
    backoff = wait_exponential(multiplier=first, max=longest)

    async def attempt() -> T:  # tenacity awaits only coroutine functions, not the result of a lambda
        return await call()

    def pause(state: RetryCallState) -> float:
        return max(backoff(state), at_least(_fault_of(state)))

    retrying = AsyncRetrying(
        retry=retry_if_exception_type(on), wait=pause, before_sleep=lambda state: note(_fault_of(state))
    )
    return await retrying(attempt)


def _fault_of(state: RetryCallState) -> BaseException:
    fault = state.outcome.exception() if state.outcome else None
    if fault is None:
        raise RuntimeError("a call that succeeded is not repeated")
    return fault
