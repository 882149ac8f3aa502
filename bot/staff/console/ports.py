"""What the console needs from outside, apart from conversations: who is on duty, what was counted, closing days."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.conversation.case import Counted
from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import CounsellorId
from bot.conversation.opening_hours import OpeningHours
from bot.conversation.ports import Staffing
from bot.language import Language


class Presence(Protocol):
    """Who is on duty."""

    async def come(
        self,
        counsellor: CounsellorId,
        *,
        most: int,
        covers: bool = True,
        languages: frozenset[Language] = frozenset(Language),
    ) -> None:
        """Note that somebody is on duty."""
        ...

    async def go(self, counsellor: CounsellorId) -> None:
        """Note that somebody is no longer on duty."""
        ...

    async def hear(self, counsellor: CounsellorId) -> bool:
        """Note a sign of life of somebody's console; tell whether they are on duty."""
        ...

    async def present(self) -> Sequence[OnDuty]:
        """Return who is on duty and was heard of within the last minute."""
        ...

    async def lost(self) -> Sequence[OnDuty]:
        """Return who is on duty but has not been heard of for over a minute."""
        ...

    async def find(self, counsellor: CounsellorId) -> OnDuty | None:
        """Return somebody who is on duty; None where they are off duty."""
        ...

    async def staffing(self) -> Staffing:
        """Return whether a counsellor could come now."""
        ...

    async def hours(self) -> OpeningHours:
        """Return the opening hours, with the closing days that staff have chosen."""
        ...


class Statistics(Protocol):
    """What was counted; nothing in it leads to a person."""

    async def counted(self, *, first: date, last: date) -> Sequence[Counted]:
        """Return everything that was counted from one day to another, both included."""
        ...

    async def waited(self, *, first: date, last: date) -> Sequence[int]:
        """Return how many seconds those waited who were taken from one day to another, both included."""
        ...


class ClosingDays(Protocol):
    """Days that staff have closed."""

    async def all(self) -> Sequence[date]:
        """Return the days, in order."""
        ...

    async def add(self, day: date) -> None:
        """Close a day."""
        ...

    async def remove(self, day: date) -> None:
        """Open a day again."""
        ...
