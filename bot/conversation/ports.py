"""What a conversation needs from outside; each port has a small fake in tests/fakes and one contract test for both."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.conversation.model import (
    AssistantId,
    Say,
    Understanding,
)
from bot.conversation.records import Records
from bot.language import Language
from understanding.context import Context


@dataclass(frozen=True, kw_only=True)
class TurnInput:
    """One turn for the assistant: either text or a pressed button's payload, and what was asked before."""

    assistant_id: AssistantId
    language: Language
    asked: str
    text: str = field(default="", repr=False)
    payload: str = ""
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the assistant decided: keys to say, in order, and what it understood."""

    say: tuple[Say, ...]
    understood: Understanding


class Assistant(Protocol):
    """Understands and decides what to say; never words."""

    async def ask(self, turn_input: TurnInput, *, within: float) -> Reply:
        """Return the decision within so many seconds; raise AssistantUnavailable when silent, late or strange."""
        ...

    async def forget(self, assistant_id: AssistantId) -> None:
        """Forget a conversation; raise AssistantUnavailable when that was not possible now."""
        ...


class Staffing(StrEnum):
    """Whether a counsellor could come now."""

    PRESENT = "present"
    """At least one is on duty."""
    AWAY = "away"
    """There are counsellors, but it is not their time, or none is there."""
    NONE = "none"
    """Nobody works here."""


class Availability(Protocol):
    """Knows whether a counsellor could come."""

    async def staffing(self) -> Staffing:
        """Return whether one could come now."""
        ...

    async def next_opening(self) -> datetime | None:
        """Return when counsellors are there next, as far as opening hours say; None where they say nothing."""
        ...


class CodeBook(Protocol):
    """Knows the return codes that were given out."""

    def might_hold(self, text: str) -> bool:
        """Tell at once whether a text has anything in it that looks like a code."""
        ...

    async def holds(self, text: str) -> bool:
        """Tell whether a text has somebody's code in it."""
        ...


class Archive(Protocol):
    """Keeps conversations."""

    def work(self) -> AbstractAsyncContextManager[Records]:
        """Begin a unit of work: kept when it ends, undone when it fails."""
        ...

    def look(self) -> AbstractAsyncContextManager[Records]:
        """Begin a look: nothing may be changed in it, and it keeps nobody from writing."""
        ...


class Bell(Protocol):
    """Tells delivery that something new is in the outbox."""

    def ring(self) -> None:
        """Wake delivery up; never waits, never fails."""
        ...


class NobodyAvailable:
    """Availability where nobody works."""

    async def staffing(self) -> Staffing:
        """Return that nobody could come."""
        return Staffing.NONE

    async def next_opening(self) -> datetime | None:
        """Return that no opening is known."""
        return None


class NoReturnCodes:
    """A code book without codes."""

    def might_hold(self, text: str) -> bool:  # noqa: ARG002 (the port's signature)
        """Tell that nothing looks like a code."""
        return False

    async def holds(self, text: str) -> bool:  # noqa: ARG002 (the port's signature)
        """Return that no code is in a text."""
        return False
