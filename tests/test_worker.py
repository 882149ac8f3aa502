"""Background work goes on through any fault, wakes up when told, and logs no words."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.worker import Interval, Signal, Signals, Wakeup, retry, run_forever

MOMENT = 0.001
"""Seconds."""
WORDS = "canary words"


class Work:
    """Fails as often as it is told to, then succeeds, and counts its calls."""

    def __init__(self, *, failures: int = 0, fault: type[Exception] = RuntimeError) -> None:
        self.failures = failures
        self.fault = fault
        self.calls = 0
        self.called = asyncio.Event()

    async def __call__(self) -> str:
        self.calls += 1
        self.called.set()
        if self.calls <= self.failures:
            raise self.fault(WORDS)
        return "done"

    async def next_call(self) -> None:
        """Wait until it is called again."""
        self.called.clear()
        await asyncio.wait_for(self.called.wait(), 5)


class Notes:
    """Collects the faults that a retry tells of."""

    def __init__(self) -> None:
        self.faults: list[BaseException] = []

    def __call__(self, fault: BaseException) -> None:
        self.faults.append(fault)


@asynccontextmanager
async def running(work: Work, wakeup: Wakeup, *, pause_on_fault: float | None = None) -> AsyncIterator[None]:
    task = asyncio.create_task(
        run_forever(work, wakeup=wakeup, on_fault="it will try again", pause_on_fault=pause_on_fault)
    )
    yield
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_step_is_taken_at_once_and_again_at_each_interval() -> None:
    work = Work()
    async with running(work, Interval(MOMENT)):
        for _ in range(3):
            await work.next_call()
    assert work.calls >= 3


async def test_a_step_waits_for_the_signal() -> None:
    work, signal = Work(), Signal()
    async with running(work, signal):
        await work.next_call()
        for _ in range(5):
            await asyncio.sleep(0)
        assert work.calls == 1
        signal.ring()
        await work.next_call()
    assert work.calls == 2


async def test_a_fault_is_survived_and_waits_for_the_signal_like_any_step() -> None:
    work, signal = Work(failures=1), Signal()
    async with running(work, signal):
        await work.next_call()
        for _ in range(5):
            await asyncio.sleep(0)
        assert work.calls == 1
        signal.ring()
        await work.next_call()
    assert work.calls == 2


async def test_after_a_fault_the_pause_is_kept_and_no_signal_is_needed() -> None:
    work, signal = Work(failures=2), Signal()
    async with running(work, signal, pause_on_fault=MOMENT):
        for _ in range(3):
            await work.next_call()
        for _ in range(5):
            await asyncio.sleep(0)
        assert work.calls == 3, "the step that succeeded waits for the signal again"


async def test_a_fault_of_a_step_is_logged_by_its_type_never_by_its_words(caplog: pytest.LogCaptureFixture) -> None:
    work = Work(failures=1)
    async with running(work, Interval(MOMENT)):
        await work.next_call()
        await work.next_call()
    assert [record.getMessage() for record in caplog.records] == ["it will try again: RuntimeError"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert all(record.exc_info is None for record in caplog.records)
    assert WORDS not in caplog.text


async def test_a_worker_ends_when_it_is_cancelled_in_the_middle_of_a_step() -> None:
    begun = asyncio.Event()

    async def step() -> None:
        begun.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(run_forever(step, wakeup=Signal(), on_fault="it will try again"))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_several_signals_are_given_as_one() -> None:
    signals = [Signal(), Signal()]
    Signals(signals).ring()
    for signal in signals:
        await asyncio.wait_for(signal.wait(), 0.9)


async def test_a_call_is_repeated_until_it_succeeds_and_its_result_is_returned() -> None:
    work, notes = Work(failures=3), Notes()
    assert await retry(work, on=RuntimeError, first=MOMENT, longest=MOMENT, note=notes) == "done"
    assert work.calls == 4
    assert [type(fault) for fault in notes.faults] == [RuntimeError] * 3


async def test_a_call_that_succeeds_is_made_once_and_notes_nothing() -> None:
    work, notes = Work(), Notes()
    assert await retry(work, on=RuntimeError, first=MOMENT, longest=MOMENT, note=notes) == "done"
    assert (work.calls, notes.faults) == (1, [])


async def test_a_fault_of_another_type_ends_the_retries() -> None:
    work, notes = Work(failures=1, fault=KeyError), Notes()
    with pytest.raises(KeyError):
        await retry(work, on=RuntimeError, first=MOMENT, longest=MOMENT, note=notes)
    assert (work.calls, notes.faults) == (1, [])


async def test_a_retry_logs_nothing_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await retry(Work(failures=2), on=RuntimeError, first=MOMENT, longest=MOMENT, note=Notes())
    assert WORDS not in caplog.text
    assert [record for record in caplog.records if record.name != "asyncio"] == []


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses that are asked for; none of them takes any time."""
    asked: list[float] = []

    async def sleep(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return asked


async def test_the_pauses_double_from_the_first_to_the_longest(pauses: list[float]) -> None:
    await retry(Work(failures=5), on=RuntimeError, first=1.0, longest=6.0, note=Notes())
    assert pauses == [1.0, 2.0, 4.0, 6.0, 6.0]


async def test_a_pause_is_never_shorter_than_the_fault_asks_for(pauses: list[float]) -> None:
    await retry(Work(failures=3), on=RuntimeError, first=1.0, longest=6.0, note=Notes(), at_least=lambda _fault: 3.0)
    assert pauses == [3.0, 3.0, 4.0]


async def test_what_a_fault_asks_for_may_be_more_than_the_longest_pause(pauses: list[float]) -> None:
    await retry(Work(failures=1), on=RuntimeError, first=1.0, longest=6.0, note=Notes(), at_least=lambda _fault: 40.0)
    assert pauses == [40.0]
