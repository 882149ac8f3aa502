"""Publishes live events to the listeners of a topic within this process.

Events are not stored, and delivery is not guaranteed: a listener that missed one fetches the current state. For several
processes, Litestar's Redis backend can replace the one in memory.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from litestar.channels import ChannelsPlugin
from litestar.channels.backends.memory import MemoryChannelsBackend
from litestar.response import ServerSentEventMessage

BEAT = 20.0
"""Seconds between heartbeats, which keep proxies from closing an idle connection."""


class Fanout:
    """Publishes events to topics and lets pages listen to them."""

    def __init__(self) -> None:
        """Start without listeners."""
        self._channels = ChannelsPlugin(backend=MemoryChannelsBackend(), arbitrary_channels_allowed=True)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Fanout"]:
        """Work as long as the context lasts."""
        async with self._channels:
            yield self

    def publish(self, topic: str, event: str, data: Any = "") -> None:
        """Send an event to all listeners of a topic, without waiting."""
        self._channels.publish({"event": event, "data": data}, channels=[topic])

    async def listen(self, topics: Sequence[str], *, beat: float = BEAT) -> AsyncIterator[tuple[str, Any]]:
        """Yield each (event, data), and ("", None) as a heartbeat after every pause of `beat` seconds."""
        async with self._channels.start_subscription(list(topics)) as subscriber:
            arrivals = aiter(subscriber.iter_events())
            waiting: asyncio.Task[bytes] | None = None
            try:
                yield "", None  # from here on no event is missed, so the listener fetches the current state now
                while True:
                    waiting = waiting or asyncio.ensure_future(anext(arrivals))
                    done, _ = await asyncio.wait({waiting}, timeout=beat)
                    if not done:
                        yield "", None
                        continue
                    news = json.loads(waiting.result())
                    waiting = None
                    yield news["event"], news["data"]
            finally:
                if waiting is not None:
                    waiting.cancel()


def sent(event: str, data: Any = "") -> ServerSentEventMessage:
    """Return an event in the form sent to a page; without a name it is a heartbeat."""
    if not event:
        return ServerSentEventMessage(comment="here")
    return ServerSentEventMessage(event=event, data=data if isinstance(data, str) else json.dumps(data))
