"""What one unit of work can read and write, in small ports by what is kept."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
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
)
from bot.language import Language


class ConversationRecords(Protocol):
    """Conversations: their state, by which address they are found, when they are due."""

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

    async def readdress(self, conversation: ConversationId, address: Address) -> None:
        """Let another address find a conversation from now on, and the one before no longer."""
        ...

    async def due(self, now: datetime) -> Sequence[ConversationId]:
        """Return the conversations whose time is over."""
        ...

    async def forget(self, conversation: ConversationId) -> int:
        """Remove everything about a conversation; return how many messages there were."""
        ...

    async def tidy(self, now: datetime) -> None:
        """Destroy the keys of past days that nothing needs any more."""
        ...


class MessageRecords(Protocol):
    """Messages, numbered from 1 within each conversation."""

    async def read(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
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


class CallRecords(Protocol):
    """Calls for a counsellor: at most one for each conversation."""

    async def of(self, conversation: ConversationId) -> Call | None:
        """Return the call of a conversation."""
        ...

    async def keep(self, call: Call) -> None:
        """Keep a call as it is now."""
        ...

    async def end(self, conversation: ConversationId) -> None:
        """Remove the call of a conversation; nothing happens when there is none."""
        ...

    async def all(self) -> Sequence[Call]:
        """Return all calls: those that wait, and those that a counsellor has."""
        ...


class NoteRecords(Protocol):
    """What the staff keep about a chat: notes and labels."""

    async def of(self, conversation: ConversationId) -> Case:
        """Return the notes, oldest first, and the labels of a chat."""
        ...

    async def add(self, conversation: ConversationId, note: Note) -> None:
        """Keep a note of the staff."""
        ...

    async def set_labels(self, conversation: ConversationId, labels: AbstractSet[Label]) -> None:
        """Keep the labels of a chat in place of those before."""
        ...


class ChatLogRecords(Protocol):
    """The action log of the staff."""

    async def append(
        self, action: Action, *, by: CounsellorId, conversation: ConversationId, at: datetime, reason: str = ""
    ) -> None:
        """Write into the action log what somebody of the staff did with a chat; `reason` is a key or an id, never words."""
        ...


class CountRecords(Protocol):
    """What is counted; nothing leads back to a conversation."""

    async def add(
        self, what: Count, conversation: Conversation, *, at: datetime, outcome: Outcome | None = None
    ) -> None:
        """Count something by day, language and channel; nothing leads back to the conversation."""
        ...

    async def add_gap(self, gap: Gap, *, intent: str, language: Language, at: datetime) -> None:
        """Count where the guidance is thin, by day; nothing leads back to the conversation."""
        ...

    async def add_wait(self, seconds: int, *, at: datetime) -> None:
        """Keep how long somebody waited, and nothing about who."""
        ...

    async def waits(self, *, since: datetime) -> Sequence[int]:
        """Return how many seconds those waited who were taken since then, day by day."""
        ...


class PendingErasureRecords(Protocol):
    """Conversations that the assistant has still to forget."""

    async def add(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has still to forget a conversation."""
        ...

    async def all(self) -> Sequence[AssistantId]:
        """Return what the assistant has still to forget."""
        ...

    async def settle(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has forgotten."""
        ...


class Records(Protocol):
    """One unit of work on what is kept; everything in it happens, or nothing."""

    @property
    def conversations(self) -> ConversationRecords:
        """Return the conversations."""
        ...

    @property
    def messages(self) -> MessageRecords:
        """Return their messages."""
        ...

    @property
    def calls(self) -> CallRecords:
        """Return the calls for a counsellor."""
        ...

    @property
    def notes(self) -> NoteRecords:
        """Return the notes and labels."""
        ...

    @property
    def log(self) -> ChatLogRecords:
        """Return the action log."""
        ...

    @property
    def counts(self) -> CountRecords:
        """Return the counts."""
        ...

    @property
    def pending_erasures(self) -> PendingErasureRecords:
        """Return what the assistant has still to forget."""
        ...
