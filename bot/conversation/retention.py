"""How long a conversation is kept: the clock that removes it."""

from datetime import datetime, timedelta

from bot.conversation.handover import Stage


def expires_at(*, stage: Stage, last_message_at: datetime, keep: timedelta) -> datetime:
    """Return when everything about a conversation is removed: `keep` after its last message."""
    del stage  # other stages get clocks of their own when counsellors can take over
    return last_message_at + keep
