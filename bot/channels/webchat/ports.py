"""What the public site needs from outside, beside conversations: return codes, and quick exits that are still owed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.conversation.model import Address, ConversationId
from bot.language import Language


class ReturnCodes(Protocol):
    """Six words by which a person finds their chat again; only hashes of them are kept."""

    async def make(self, conversation: ConversationId, *, language: Language) -> tuple[str, ...]:
        """Return a new code for a conversation; the one it had is worth nothing from now on."""
        ...

    async def find(self, text: str, *, now: datetime) -> ConversationId | None:
        """Return the conversation of a code; wrong, expired and unreadable ones are all none, after the same work."""
        ...

    async def made_for(self, conversation: ConversationId, *, now: datetime) -> bool:
        """Tell whether a conversation has a code that still opens it."""
        ...

    def read(self, text: str) -> tuple[str, ...]:
        """Return the words of a code as they were typed: any case, any gap."""
        ...


class OwedExits(Protocol):
    """Chats that were left quickly and have still to be erased; it waits for no database and outlives the process."""

    async def owe(self, address: Address) -> None:
        """Note that the chat of an address is left: it opens no more, and is erased; never fails, hardly waits."""
        ...

    def is_owed(self, address: Address) -> bool:
        """Tell whether the chat of an address was left."""
        ...

    def all(self) -> Sequence[Address]:
        """Return the addresses whose chats have still to be erased."""
        ...

    def settle(self, address: Address) -> None:
        """Note that the chat of an address is erased."""
        ...


class Alarm(Protocol):
    """Wakes whoever erases what was left."""

    def ring(self) -> None:
        """Wake them; never waits, never fails."""
        ...
