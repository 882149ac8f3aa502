"""What a conversation needs from outside; each port has a small fake in tests/fakes and one contract test for both."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.action_log import Action
from bot.conversation.case import Case, Count, Gap, Label, Note, Outcome
from bot.conversation.model import (
    Address,
    AssistantId,
    Call,
    Conversation,
    ConversationId,
    CounsellorId,
    Message,
    Nonce,
    Say,
    Understanding,
)
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One turn for the assistant: either text or a pressed button's payload, and what was asked before."""

    assistant_id: AssistantId
    language: Language
    asked: str
    text: str = field(default="", repr=False)
    payload: str = ""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the assistant decided: keys to say, in order, and what it understood."""

    say: tuple[Say, ...]
    understood: Understanding


class Assistant(Protocol):
    """Understands and decides what to say; never words."""

    async def ask(self, heard: Heard, *, within: float) -> Reply:
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


class Desk(Protocol):
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


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        ...


class Records(Protocol):
    """One unit of work on what is kept; everything in it happens, or nothing."""

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address."""
        ...

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation; its row is held until the unit of work ends."""
        ...

    async def get_all(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, Conversation]:
        """Return several conversations at once, for a list; those that are gone are left out."""
        ...

    async def add(self, conversation: Conversation, *, address: Address, expires_at: datetime) -> None:
        """Keep a new conversation."""
        ...

    async def update(self, conversation: Conversation, *, expires_at: datetime) -> None:
        """Keep the new state of a conversation."""
        ...

    async def messages(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages after a sequence number, in order."""
        ...

    async def last_seq(self, conversation: ConversationId) -> int:
        """Return the number of the newest message, without reading any; 0 where there is none."""
        ...

    async def by_nonce(self, conversation: ConversationId, nonce: Nonce) -> Message | None:
        """Return the message that came with this nonce."""
        ...

    async def sent_since(self, conversation: ConversationId, since: datetime) -> int:
        """Return how many messages the person sent since then."""
        ...

    async def append(
        self, conversation: ConversationId, messages: Sequence[Message], *, nonce: Nonce | None = None
    ) -> Sequence[Message]:
        """Keep messages, numbered in order, and put them into the outbox; return them with their numbers."""
        ...

    async def mark_answered(self, conversation: ConversationId, *, up_to: int) -> int:
        """Note that the person's messages up to a number have their answer; return how many had none before."""
        ...

    async def unanswered(self, *, before: datetime) -> Sequence[ConversationId]:
        """Return the conversations with a message from before then that never got its answer."""
        ...

    async def forget(self, conversation: ConversationId) -> int:
        """Remove everything about a conversation; return how many messages there were."""
        ...

    async def call_of(self, conversation: ConversationId) -> Call | None:
        """Return the call of a conversation."""
        ...

    async def keep_call(self, call: Call) -> None:
        """Keep a call as it is now."""
        ...

    async def end_call(self, conversation: ConversationId) -> None:
        """Remove the call of a conversation; nothing happens when there is none."""
        ...

    async def calls(self) -> Sequence[Call]:
        """Return all calls: those that wait, and those that a counsellor has."""
        ...

    async def case_of(self, conversation: ConversationId) -> Case:
        """Return the notes, oldest first, and the labels of a chat."""
        ...

    async def add_note(self, conversation: ConversationId, note: Note) -> None:
        """Keep a note of the staff."""
        ...

    async def set_labels(self, conversation: ConversationId, labels: AbstractSet[Label]) -> None:
        """Keep the labels of a chat in place of those before."""
        ...

    async def log_action(
        self, action: Action, *, by: CounsellorId, conversation: ConversationId, at: datetime, reason: str = ""
    ) -> None:
        """Write into the action log what somebody of the staff did with a chat; `reason` is a key or an id, never words."""
        ...

    async def count(
        self, what: Count, conversation: Conversation, *, at: datetime, outcome: Outcome | None = None
    ) -> None:
        """Count something by day, language and channel; nothing leads back to the conversation."""
        ...

    async def count_gap(self, gap: Gap, *, intent: str, language: Language, at: datetime) -> None:
        """Count where the guidance is thin, by day; nothing leads back to the conversation."""
        ...

    async def note_wait(self, seconds: int, *, at: datetime) -> None:
        """Keep how long somebody waited, and nothing about who."""
        ...

    async def waits(self, *, since: datetime) -> Sequence[int]:
        """Return how many seconds those waited who were taken since then, day by day."""
        ...

    async def readdress(self, conversation: ConversationId, address: Address) -> None:
        """Let another address find a conversation from now on, and the one before no longer."""
        ...

    async def due(self, now: datetime) -> Sequence[ConversationId]:
        """Return the conversations whose time is over."""
        ...

    async def owe_forgetting(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has still to forget a conversation."""
        ...

    async def owed_forgettings(self) -> Sequence[AssistantId]:
        """Return what the assistant has still to forget."""
        ...

    async def settle_forgetting(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has forgotten."""
        ...

    async def tidy(self, now: datetime) -> None:
        """Destroy the keys of past days that nothing needs any more."""
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
