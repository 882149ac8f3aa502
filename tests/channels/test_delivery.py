"""Whatever was kept is delivered, in order, also after a fault."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.channels.delivery import deliver_forever
from bot.conversation.delivery import OutboxMessage
from bot.conversation.model import ConversationId
from bot.worker import Signal
from tests.fakes.outbox import MemoryOutbox


class Channel:
    """Takes messages; breaks as often as it is told to."""

    def __init__(self, *, breaks: int = 0) -> None:
        self.taken: list[int] = []
        self.breaks = breaks
        self.busy = asyncio.Event()

    async def deliver(self, messages: Sequence[OutboxMessage]) -> None:
        if self.breaks:
            self.breaks -= 1
            raise RuntimeError("canary words")
        self.taken.extend(message.seq for message in messages)
        self.busy.set()


def pending(number: int) -> OutboxMessage:
    return OutboxMessage(
        id=number, conversation=ConversationId("a" * 32), seq=number, at=datetime(2026, 11, 22, tzinfo=UTC)
    )


async def stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_what_waits_is_delivered_in_order_and_removed() -> None:
    outbox, channel = MemoryOutbox([pending(number) for number in (1, 2, 3)]), Channel()
    task = asyncio.create_task(deliver_forever(outbox, Signal(), channel.deliver))
    await channel.busy.wait()
    await stop(task)
    assert channel.taken == [1, 2, 3]
    assert outbox.messages == []


async def test_a_ring_brings_what_came_later_at_once() -> None:
    outbox, bell, channel = MemoryOutbox([pending(1)]), Signal(), Channel()
    task = asyncio.create_task(deliver_forever(outbox, bell, channel.deliver))
    await channel.busy.wait()
    channel.busy.clear()
    outbox.messages.append(pending(2))
    bell.ring()
    await asyncio.wait_for(channel.busy.wait(), 0.9)
    await stop(task)
    assert channel.taken == [1, 2]


async def test_a_broken_channel_loses_nothing_and_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    outbox, channel = MemoryOutbox([pending(1)]), Channel(breaks=1)
    task = asyncio.create_task(deliver_forever(outbox, Signal(), channel.deliver))
    await channel.busy.wait()
    await stop(task)
    assert channel.taken == [1]
    assert "RuntimeError" in caplog.text
    assert "canary" not in caplog.text


async def test_a_ring_before_anybody_waits_is_not_lost() -> None:
    bell = Signal()
    bell.ring()
    await asyncio.wait_for(bell.wait(), 0.9)


async def test_what_another_process_wrote_is_found_without_a_ring() -> None:
    bell = Signal()
    await bell.wait()
