"""The one port for time: the core never asks the system for it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        ...
