"""What can go wrong in a conversation, as facts for the edges to put into words.

ConversationError
├── ConversationGone        it never was, was erased, or its time is over
├── ConversationClosed      it was ended; a new one can be begun
├── MessageRefused          what was sent is not taken; nothing is lost
│   ├── MessageEmpty
│   ├── MessageTooLong
│   ├── MessageTooFast
│   └── UnknownChoice       a payload that no button has
└── AssistantUnavailable    no usable answer from the assistant
"""


class ConversationError(Exception):
    """Any fault of a conversation; none ever carries what a person wrote."""


class ConversationGone(ConversationError):
    """There is no such conversation (any more)."""


class ConversationClosed(ConversationError):
    """The conversation was ended."""


class MessageRefused(ConversationError):
    """The message is not taken; the person keeps it."""


class MessageEmpty(MessageRefused):
    """Nothing readable was in it."""


class MessageTooLong(MessageRefused):
    """It has more characters than are taken at once."""


class MessageTooFast(MessageRefused):
    """Too many came within a moment."""


class UnknownChoice(MessageRefused):
    """The pressed button is not one of ours."""


class AssistantUnavailable(ConversationError):
    """The assistant was silent, late or strange; the message says which."""
