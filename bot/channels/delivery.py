"""From the outbox to a channel: every stored message is delivered, even if a process is killed in between."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

from bot.conversation.model import ConversationId
from bot.worker import PAUSE, Signal, run_forever


class Parcel(Protocol):
    """One message to deliver."""

    @property
    def conversation(self) -> ConversationId:
        """Return whose it is."""
        ...

    @property
    def seq(self) -> int:
        """Return its number."""
        ...


P = TypeVar("P", bound=Parcel)


class Outbox(Protocol[P]):
    """What waits for delivery."""

    async def waiting(self) -> Sequence[P]:
        """Return what waits, oldest first."""
        ...

    async def delivered(self, parcels: Sequence[P]) -> None:
        """Remove what a channel has taken."""
        ...


async def deliver_forever(outbox: Outbox[P], signal: Signal, deliver: Callable[[Sequence[P]], Awaitable[None]]) -> None:
    """Deliver what is pending, again and again; after a fault, try again after a pause."""

    async def step() -> None:
        parcels = await outbox.waiting()
        if parcels:
            await deliver(parcels)
            await outbox.delivered(parcels)

    await run_forever(step, wakeup=signal, on_fault="delivery will try again", pause_on_fault=PAUSE)
