"""How long a conversation is kept: the clock that removes it."""

from datetime import datetime, timedelta

from bot.conversation.handover import Stage
from bot.conversation.model import Conversation


def expires_at(*, stage: Stage, last_message_at: datetime, keep: timedelta) -> datetime:
    """Return when everything about a conversation is removed: `keep` after its last message."""
    del stage  # other stages get clocks of their own when counsellors can take over
    return last_message_at + keep


def expiry_of(conversation: Conversation, *, keep: timedelta) -> datetime:
    """Return when everything about this conversation is removed."""
    return expires_at(stage=conversation.stage, last_message_at=conversation.last_at, keep=keep)
