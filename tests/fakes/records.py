"""Units of work in memory, part by part, in plain dictionaries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.action_log import Action
from bot.conversation.case import Case, Count, Gap, Label, Note, Outcome
from bot.conversation.model import (
    Address,
    AssistantId,
    Author,
    Call,
    Conversation,
    ConversationId,
    CounsellorId,
    Message,
    Nonce,
)
from bot.japan import TOKYO
from bot.language import Language


@dataclass(kw_only=True)
class Kept:
    """Everything that is kept about one conversation."""

    conversation: Conversation
    address: Address
    expires_at: datetime
    messages: list[Message] = field(default_factory=list)
    nonces: dict[Nonce, int] = field(default_factory=dict)


@dataclass(kw_only=True)
class Shelves:
    """What the archive holds at one moment."""

    kept: dict[ConversationId, Kept] = field(default_factory=dict)
    outbox: list[tuple[ConversationId, int]] = field(default_factory=list)
    owed: set[AssistantId] = field(default_factory=set)
    calls: dict[ConversationId, Call] = field(default_factory=dict)
    notes: dict[ConversationId, list[Note]] = field(default_factory=dict)
    labels: dict[ConversationId, frozenset[Label]] = field(default_factory=dict)
    actions: list[tuple[Action, CounsellorId, ConversationId, str]] = field(default_factory=list)
    counted: Counter[tuple[Count, str, str, str]] = field(default_factory=Counter)
    gaps: Counter[tuple[Gap, str, str]] = field(default_factory=Counter)
    waits: list[tuple[datetime, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """A part of a unit of work, over contents of its own."""

    _shelves: Shelves


@dataclass(frozen=True)
class MemoryConversations(Part):
    """See bot/conversation/ports.py for what each does."""

    _tidied_at: list[datetime]

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address."""
        return next((kept.conversation for kept in self._shelves.kept.values() if kept.address == address), None)

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation."""
        kept = self._shelves.kept.get(conversation)
        return kept.conversation if kept else None

    async def get_all(self, wanted: Sequence[ConversationId]) -> Mapping[ConversationId, Conversation]:
        """Return several conversations at once."""
        return {name: self._shelves.kept[name].conversation for name in wanted if name in self._shelves.kept}

    async def add(self, conversation: Conversation, *, address: Address, expires_at: datetime) -> None:
        """Keep a new conversation; an address has one only."""
        if await self.find(address) is not None or conversation.id in self._shelves.kept:
            raise ValueError("there is one already")
        self._shelves.kept[conversation.id] = Kept(conversation=conversation, address=address, expires_at=expires_at)

    async def update(self, conversation: Conversation, *, expires_at: datetime) -> None:
        """Keep the new state of a conversation."""
        if kept := self._shelves.kept.get(conversation.id):
            fixed = {name: getattr(kept.conversation, name) for name in ("assistant_id", "channel")}
            kept.conversation, kept.expires_at = replace(conversation, **fixed), expires_at

    async def readdress(self, conversation: ConversationId, address: Address) -> None:
        """Let another address find a conversation."""
        if kept := self._shelves.kept.get(conversation):
            kept.address = address

    async def due(self, now: datetime) -> Sequence[ConversationId]:
        """Return the conversations whose time is over."""
        return [name for name, kept in self._shelves.kept.items() if kept.expires_at <= now]

    async def forget(self, conversation: ConversationId) -> int:
        """Remove everything about a conversation."""
        kept = self._shelves.kept.pop(conversation, None)
        for shelf in (self._shelves.calls, self._shelves.notes, self._shelves.labels):
            shelf.pop(conversation, None)
        self._shelves.outbox = [row for row in self._shelves.outbox if row[0] != conversation]
        return len(kept.messages) if kept else 0

    async def tidy(self, now: datetime) -> None:
        """Note that it was asked for: in memory there are no keys."""
        self._tidied_at.append(now)


class MemoryMessages(Part):
    """See bot/conversation/ports.py for what each does."""

    async def read(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages after a number."""
        return [message for message in self._messages(conversation) if message.seq > after]

    async def last_seq(self, conversation: ConversationId) -> int:
        """Return the number of the newest message."""
        return len(self._messages(conversation))

    async def by_nonce(self, conversation: ConversationId, nonce: Nonce) -> Message | None:
        """Return the message that came with a nonce."""
        kept = self._shelves.kept.get(conversation)
        seq = kept.nonces.get(nonce) if kept else None
        return next((message for message in self._messages(conversation) if message.seq == seq), None)

    async def sent_since(self, conversation: ConversationId, since: datetime) -> int:
        """Return how many messages the person sent since then."""
        sent = [message for message in self._messages(conversation) if message.author is Author.PERSON]
        return sum(message.at > since for message in sent)

    async def append(
        self, conversation: ConversationId, new: Sequence[Message], *, nonce: Nonce | None = None
    ) -> Sequence[Message]:
        """Keep messages in order and put them into the outbox."""
        if not new:
            return []
        kept = self._shelves.kept[conversation]
        if nonce is not None and nonce in kept.nonces:
            raise ValueError("this nonce was used")
        numbered = [replace(message, seq=len(kept.messages) + place) for place, message in enumerate(new, start=1)]
        kept.messages.extend(numbered)
        if nonce is not None:
            kept.nonces[nonce] = numbered[0].seq
        self._shelves.outbox.extend((conversation, message.seq) for message in numbered)
        return numbered

    async def mark_answered(self, conversation: ConversationId, *, up_to: int) -> int:
        """Note that the person's messages have their answer; return how many had none."""
        messages = self._messages(conversation)
        left = [place for place, message in enumerate(messages) if message.seq <= up_to and not message.answered]
        for place in left:
            messages[place] = replace(messages[place], answered=True)
        return len(left)

    async def unanswered(self, *, before: datetime) -> Sequence[ConversationId]:
        """Return the conversations with a message that never got its answer."""
        return [
            name
            for name, kept in self._shelves.kept.items()
            if any(not message.answered and message.at <= before for message in kept.messages)
        ]

    def _messages(self, conversation: ConversationId) -> list[Message]:
        kept = self._shelves.kept.get(conversation)
        return kept.messages if kept else []


class MemoryCalls(Part):
    """See bot/conversation/ports.py for what each does."""

    async def of(self, conversation: ConversationId) -> Call | None:
        """Return the call of a conversation."""
        return self._shelves.calls.get(conversation)

    async def keep(self, call: Call) -> None:
        """Keep a call as it is now."""
        self._shelves.calls[call.conversation] = call

    async def end(self, conversation: ConversationId) -> None:
        """Remove the call of a conversation."""
        self._shelves.calls.pop(conversation, None)

    async def all(self) -> Sequence[Call]:
        """Return all calls, oldest first."""
        return sorted(self._shelves.calls.values(), key=lambda call: (call.called_at, call.conversation))


class MemoryNotes(Part):
    """See bot/conversation/ports.py for what each does."""

    async def of(self, conversation: ConversationId) -> Case:
        """Return the notes and the labels of a chat."""
        notes = tuple(self._shelves.notes.get(conversation, []))
        labels = self._shelves.labels.get(conversation, frozenset())
        return Case(conversation=conversation, notes=notes, labels=labels)

    async def add(self, conversation: ConversationId, note: Note) -> None:
        """Keep a note."""
        self._shelves.notes.setdefault(conversation, []).append(note)

    async def set_labels(self, conversation: ConversationId, labels: AbstractSet[Label]) -> None:
        """Keep the labels of a chat in place of those before."""
        self._shelves.labels[conversation] = frozenset(labels)


class MemoryLog(Part):
    """See bot/conversation/ports.py for what each does."""

    async def append(
        self, action: Action, *, by: CounsellorId, conversation: ConversationId, at: datetime, reason: str = ""
    ) -> None:
        """Write down what somebody did with a chat."""
        assert at.tzinfo is not None
        self._shelves.actions.append((action, by, conversation, reason))


class MemoryCounts(Part):
    """See bot/conversation/ports.py for what each does."""

    async def add(
        self, what: Count, conversation: Conversation, *, at: datetime, outcome: Outcome | None = None
    ) -> None:
        """Count something."""
        assert at.tzinfo is not None
        kind = (what, outcome.value if outcome else "", conversation.language.value, conversation.channel)
        self._shelves.counted[kind] += 1

    async def add_gap(self, gap: Gap, *, intent: str, language: Language, at: datetime) -> None:
        """Count where the guidance is thin."""
        assert at.tzinfo is not None
        self._shelves.gaps[gap, intent, language.value] += 1

    async def add_wait(self, seconds: int, *, at: datetime) -> None:
        """Keep how long somebody waited."""
        self._shelves.waits.append((at, seconds))

    async def waits(self, *, since: datetime) -> Sequence[int]:
        """Return how long those waited who were taken since a day."""
        return [
            seconds
            for at, seconds in self._shelves.waits
            if at.astimezone(TOKYO).date() >= since.astimezone(TOKYO).date()
        ]


class MemoryPendingErasures(Part):
    """See bot/conversation/ports.py for what each does."""

    async def add(self, assistant_id: AssistantId) -> None:
        """Note what the assistant has still to forget."""
        self._shelves.owed.add(assistant_id)

    async def all(self) -> Sequence[AssistantId]:
        """Return what the assistant has still to forget."""
        return sorted(self._shelves.owed)

    async def settle(self, assistant_id: AssistantId) -> None:
        """Note that the assistant has forgotten."""
        self._shelves.owed.discard(assistant_id)


class MemoryRecords:
    """One unit of work (see bot/conversation/ports.py)."""

    def __init__(self, shelves: Shelves, *, tidied_at: list[datetime]) -> None:
        """Work on shelves of one's own."""
        self.conversations = MemoryConversations(shelves, tidied_at)
        self.messages = MemoryMessages(shelves)
        self.calls = MemoryCalls(shelves)
        self.notes = MemoryNotes(shelves)
        self.log = MemoryLog(shelves)
        self.counts = MemoryCounts(shelves)
        self.pending_erasures = MemoryPendingErasures(shelves)
