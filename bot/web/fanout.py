"""Live news between the parts of the bot: who listens to a topic hears what is published to it, in this process.

Nothing is kept and nothing is promised: whoever missed something looks again. Redis takes the place of the memory where
several processes must hear each other at once (Litestar's channels have both).
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
"""Seconds between signs of life, so that nothing on the way closes a quiet connection."""


class Fanout:
    """Publishes to topics and listens to them."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._channels = ChannelsPlugin(backend=MemoryChannelsBackend(), arbitrary_channels_allowed=True)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Fanout"]:
        """Work as long as the context lasts."""
        async with self._channels:
            yield self

    def publish(self, topic: str, event: str, data: Any = "") -> None:
        """Tell everybody who listens to a topic; never waits."""
        self._channels.publish({"event": event, "data": data}, channels=[topic])

    async def listen(self, topics: Sequence[str], *, beat: float = BEAT) -> AsyncIterator[tuple[str, Any]]:
        """Yield (event, data) as it comes, and ("", None) after every pause of so many seconds."""
        async with self._channels.start_subscription(list(topics)) as subscriber:
            arrivals = aiter(subscriber.iter_events())
            waiting: asyncio.Task[bytes] | None = None
            try:
                yield "", None  # from here on nothing is missed: whoever listens looks now at what there is
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
    """Return something as a page hears it; without an event it is a sign of life."""
    if not event:
        return ServerSentEventMessage(comment="here")
    return ServerSentEventMessage(event=event, data=data if isinstance(data, str) else json.dumps(data))
