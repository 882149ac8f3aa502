"""From the outbox to a channel: every stored message is delivered, even if a process is killed in between."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.conversation.delivery import OutboxMessage
from bot.worker import PAUSE, Signal, run_forever


class Outbox(Protocol):
    """The messages that one channel still has to deliver."""

    async def pending(self) -> Sequence[OutboxMessage]:
        """Return them, oldest first."""
        ...

    async def remove(self, messages: Sequence[OutboxMessage]) -> None:
        """Remove messages that the channel has delivered."""
        ...


async def deliver_forever(
    outbox: Outbox, signal: Signal, deliver: Callable[[Sequence[OutboxMessage]], Awaitable[None]]
) -> None:
    """Deliver what is pending, again and again; after a fault, try again after a pause."""

    async def step() -> None:
        messages = await outbox.pending()
        if messages:
            await deliver(messages)
            await outbox.remove(messages)

    await run_forever(step, wakeup=signal, on_fault="delivery will try again", pause_on_fault=PAUSE)
