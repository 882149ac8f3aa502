"""What every part of the conversation works with."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.conversation.ports import Archive, Bell
from bot.conversation.retention import Retention


@dataclass(frozen=True, kw_only=True)
class Core:
    """The records, the time, the bell that wakes delivery, and how long a conversation is kept."""

    archive: Archive
    clock: Clock
    bell: Bell
    retention: Retention
