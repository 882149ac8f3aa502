"""What the assistant is told of a conversation: the question that is open, what is known, what was said."""

from bot.conversation.danger.rungs import ASKS
from bot.conversation.model import Conversation
from bot.conversation.turns.repetition import Memory
from understanding.context import Context

ASKED: dict[str, str] = {
    "ask.age": "age_in_image",
    "ask.age.again": "age_in_image",
    "ask.platform": "platform",
    "ask.platform.again": "platform",
    "ask.state": "state",
    "ask.state.again": "state",
    "ask.role": "role",
    "ask.role.again": "role",
    "ask.file_on_device": "file_on_device",
    "ask.file_on_device.again": "file_on_device",
    "welcome": "safe",
    **ASKS,
}
"""The fact that each entry asks for, or the question about safety."""


def context_of(current: Conversation) -> Context:
    """Return the context of a conversation's next message."""
    return Context(
        asked=ASKED.get(current.asked, ""),
        topic=current.answers.topic,
        heard=current.heard,
        safety=current.safety.state.value,
        unanswered=ASKS.get(current.safety.last, ""),
        language=current.language.value,
        known=current.answers.known,
        said=Memory(said=current.said).keys,
        offered=current.offered,
    )
