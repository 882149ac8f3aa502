"""All calls at one moment, and who is on duty: what live pages are told about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.model import ConversationId, CounsellorId
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class OnDuty:
    """A counsellor on duty."""

    id: CounsellorId
    heard_at: datetime
    """When their console last gave a sign of life."""
    most: int
    """How many chats they may have at once."""
    covers: bool = True
    """Messages with distressing words are covered until they open them."""
    languages: frozenset[Language] = frozenset(Language)
    """The languages that they write with people in."""


@dataclass(frozen=True, kw_only=True)
class CallState:
    """One call; two that are equal look the same to everybody."""

    counsellor: CounsellorId | None
    last_seq: int
    """The number of the newest message."""
    language: str
    order: tuple[bool, bool, bool, int]
    """What its place in the queue depends on."""
    lost_at: datetime | None
    """When the person was told that the connection to their counsellor is lost."""
    help_at: datetime | None
    """Since when its counsellor asks for help."""
    whispers: int
    """How often a supervisor has whispered to its counsellor."""
    seen_by_person: int
    seen_by_counsellor: int


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """All calls by conversation, and who is on duty."""

    calls: Mapping[ConversationId, CallState]
    on_duty: frozenset[CounsellorId]
