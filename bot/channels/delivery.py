"""From the outbox to the channels: whatever was kept is delivered, also after a process was killed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.conversation.model import ConversationId

logger = logging.getLogger(__name__)
PAUSE = 1.0
"""Seconds after which the outbox is looked into without a ring: another process may have written."""


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


class Doorbell:
    """Wakes delivery."""

    def __init__(self) -> None:
        """Begin silent."""
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake delivery up."""
        self._event.set()

    async def wait(self) -> None:
        """Wait for a ring, at most PAUSE seconds."""
        try:
            await asyncio.wait_for(self._event.wait(), PAUSE)
        except TimeoutError:
            return
        finally:
            self._event.clear()


@dataclass(frozen=True)
class Doorbells:
    """Several doorbells under one button: each channel has a delivery of its own."""

    bells: Sequence[Doorbell]

    def ring(self) -> None:
        """Wake every delivery up."""
        for bell in self.bells:
            bell.ring()


async def deliver_forever(outbox: Outbox[P], bell: Doorbell, deliver: Callable[[Sequence[P]], Awaitable[None]]) -> None:
    """Deliver what waits, again and again; a fault is logged by its kind and tried again after a pause."""
    while True:
        try:
            parcels = await outbox.waiting()
            if parcels:
                await deliver(parcels)
                await outbox.delivered(parcels)
        except Exception as fault:  # noqa: BLE001 (delivery must outlive any fault of a channel or the database)
            logger.error("delivery will try again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)
            await asyncio.sleep(PAUSE)
            continue
        await bell.wait()
