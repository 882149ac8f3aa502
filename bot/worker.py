"""Background work: a step repeated for ever through any fault, a signal that wakes it up, and retries with back-off.

A fault is logged by the name of its type alone: its message or its trace could hold what a person wrote.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential

logger = logging.getLogger(__name__)
T = TypeVar("T")
PAUSE = 1.0
"""Seconds after which a worker looks for work without a signal: another process may have written."""


class Wakeup(Protocol):
    """Tells a worker when to take its next step."""

    async def wait(self) -> None:
        """Wait for a signal, or for a limited time."""
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
    """Several workers' signals given as one."""

    signals: Sequence[Signal]

    def ring(self) -> None:
        """Wake every worker up."""
        for signal in self.signals:
            signal.ring()


@dataclass(frozen=True)
class Interval:
    """Lets a worker take a step every so many seconds."""

    seconds: float

    async def wait(self) -> None:
        """Wait for one interval."""
        await asyncio.sleep(self.seconds)


async def run_forever(
    step: Callable[[], Awaitable[object]],
    *,
    wakeup: Wakeup,
    on_fault: str,
    level: int = logging.ERROR,
    pause_on_fault: float | None = None,
) -> None:
    """Take a step, wait for the wake-up, and so on until cancelled.

    A fault is logged as `on_fault` with the name of its type. After it the worker waits `pause_on_fault` seconds where
    that is given, whatever wakes it up, else for the wake-up as always.
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
    """Return what a call returns, calling again after every fault of the given type.

    The pause doubles from `first` to `longest` seconds, and is never shorter than the fault asks for. `note` is told of
    each fault; nothing else logs it.
    """
    backoff = wait_exponential(multiplier=first, max=longest)

    async def attempt() -> T:  # tenacity awaits coroutine functions alone, not what a lambda returns
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
