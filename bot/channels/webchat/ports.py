"""What the public site needs from outside, beside conversations: return codes."""

from datetime import datetime
from typing import Protocol

from bot.conversation.model import ConversationId
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
