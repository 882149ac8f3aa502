"""The outbox and the chats of a channel: one row of each."""

from dataclasses import dataclass
from datetime import datetime

from bot.conversation.model import ConversationId


@dataclass(frozen=True, kw_only=True)
class OutboxMessage:
    """A message that a channel still has to deliver."""

    id: int
    """The number of its row; after its removal another row may get it."""
    conversation: ConversationId
    seq: int
    at: datetime
    parts_sent: int = 0
    """How many of the channel's own messages that make it up have been sent."""


@dataclass(frozen=True, kw_only=True)
class ChannelMessage:
    """A message as the channel numbers it: ours where `own`, else the person's; `seq` is its number in the conversation."""

    message_id: int
    seq: int
    own: bool
    at: datetime
