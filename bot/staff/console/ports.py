"""What the console needs from outside, beside conversations: who is on duty, what was counted, closing days."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.conversation.case import Count, Outcome
from bot.conversation.model import CounsellorId
from bot.conversation.opening_hours import OpeningHours
from bot.conversation.ports import Staffing


class OnDuty(Protocol):
    """Somebody on duty."""

    @property
    def id(self) -> CounsellorId:
        """Return who."""
        ...

    @property
    def heard_at(self) -> datetime:
        """Return when their console was last heard of."""
        ...

    @property
    def most(self) -> int:
        """Return how many chats they may have."""
        ...

    @property
    def covers(self) -> bool:
        """Tell whether messages with distressing words are covered until they open them."""
        ...


class Presence(Protocol):
    """Who is on duty."""

    async def come(self, counsellor: CounsellorId, *, most: int, covers: bool = True) -> None:
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
        """Return somebody's duty, None where they are off duty."""
        ...

    async def staffing(self) -> Staffing:
        """Return whether a counsellor could come now."""
        ...

    async def hours(self) -> OpeningHours:
        """Return the opening hours, with the closing days that staff have chosen."""
        ...


class Counted(Protocol):
    """How often something happened within some days, in one language and on one channel."""

    @property
    def what(self) -> Count:
        """Return what happened."""
        ...

    @property
    def outcome(self) -> Outcome | None:
        """Return how it ended, where it is an end."""
        ...

    @property
    def language(self) -> str:
        """Return the language: ja or en."""
        ...

    @property
    def channel(self) -> str:
        """Return the channel: web or telegram."""
        ...

    @property
    def number(self) -> int:
        """Return how often."""
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
