"""How often a return code may be tried: for all visitors together, because nothing is known of any one of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock

A_MINUTE = 30
"""Codes that are looked up in a minute, by everybody together."""

AT_ONCE = 2
"""Hashes that are made at the same time: each takes a core and 64 MiB for a moment."""


class TooManyAttempts(Exception):
    """Too many codes came within a minute; a little later there is room again."""


@dataclass(kw_only=True)
class RateLimit:
    """Lets so many through in a minute, and so many at once; it knows no addresses."""

    clock: Clock
    a_minute: int = A_MINUTE
    _room: float = field(init=False)
    _at: datetime | None = field(init=False, default=None)
    _few: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        """Begin with room for a minute's worth."""
        self._room = float(self.a_minute)
        self._few = asyncio.Semaphore(AT_ONCE)

    def take(self) -> None:
        """Count one try; raise TriedTooOften where there is no room for it."""
        now = self.clock.now()
        since = (now - self._at) / timedelta(minutes=1) if self._at else 0.0
        self._at = now
        self._room = min(float(self.a_minute), self._room + max(since, 0.0) * self.a_minute)
        if self._room < 1:
            raise TooManyAttempts
        self._room -= 1

    @asynccontextmanager
    async def few(self) -> AsyncIterator[None]:
        """Wait until few enough are inside."""
        async with self._few:
            yield
