"""Whom a conversation's services are shown to: who cannot phone, and who made an image."""

from collections.abc import Sequence

from bot.conversation.model import Conversation
from bot.guidance.contact_order import Reader
from bot.guidance.plan import Answers
from understanding.danger_told import SILENT

_MAKERS = ("maker", "maker_parent")


def can_phone(answers: Answers, *, told: Sequence[str]) -> bool:
    """Tell whether the person can phone: not where they said so, or must be quiet."""
    return not answers.known.get("cannot_phone") and SILENT not in told


def reader_of(conversation: Conversation) -> Reader:
    """Return whom services are shown to in a conversation."""
    answers = conversation.answers
    return Reader(
        in_writing=not can_phone(answers, told=conversation.safety.told),
        is_maker=answers.writes_as in _MAKERS,
    )
