"""How long a conversation is kept: the clocks that remove it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation


@dataclass(frozen=True, kw_only=True)
class Retention:
    """How long after its last message a conversation is kept."""

    assistant: timedelta = timedelta(hours=24)
    """With the assistant only."""
    counsellor: timedelta = timedelta(days=30)
    """When a counsellor is waited for, or had it."""

    @property
    def hours(self) -> int:
        """Return how many whole hours a chat with the assistant only is kept: what people are told."""
        return int(self.assistant.total_seconds() // 3600)

    def expiry_of(self, conversation: Conversation) -> datetime:
        """Return when everything about a conversation is removed."""
        with_counsellor = conversation.counselled or conversation.stage in (Stage.WAITING, Stage.COUNSELLOR)
        return conversation.last_at + (self.counsellor if with_counsellor else self.assistant)
