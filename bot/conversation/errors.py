"""What can go wrong in a conversation, as facts for the edges to put into words.

ConversationError
├── ConversationGone        it never was, was erased, or its time is over
├── ConversationClosed      it was ended; a new one can be begun
│   └── DangerAnswered      danger in what was written was answered all the same
├── MessageRefused          what was sent is not taken; nothing is lost
│   ├── MessageEmpty
│   ├── MessageTooLong
│   ├── MessageTooFast
│   ├── MessageHoldsCode    a return code is in it
│   └── UnknownChoice       a payload that no button has
├── StepGone                the plan has no such step (any more)
├── HandoverRefused         a counsellor's or a person's move that is not possible now
│   ├── MoveRefused         not in this stage
│   ├── TakenAlready        a colleague was quicker
│   ├── NotTheirs           the chat is with somebody else
│   └── TooMany             the counsellor has as many chats as they may have
└── AssistantUnavailable    no usable answer from the assistant
"""


class ConversationError(Exception):
    """Any fault of a conversation; none ever carries what a person wrote."""


class ConversationGone(ConversationError):
    """There is no such conversation (any more)."""


class ConversationClosed(ConversationError):
    """The conversation was ended."""


class DangerAnswered(ConversationClosed):
    """The conversation was ended; there was danger in what was written, and the emergency words were said."""


class MessageRefused(ConversationError):
    """The message is not taken; the person keeps it."""


class MessageEmpty(MessageRefused):
    """Nothing readable was in it."""


class MessageTooLong(MessageRefused):
    """It has more characters than are taken at once."""


class MessageTooFast(MessageRefused):
    """Too many came within a moment."""


class MessageHoldsCode(MessageRefused):
    """A return code is in it: who has read it could open the chat."""


class UnknownChoice(MessageRefused):
    """The pressed button is not one of ours."""


class StepGone(ConversationError):
    """The plan has no such step (any more); nothing was changed."""


class HandoverRefused(ConversationError):
    """The move is not possible; nothing was changed."""


class MoveRefused(HandoverRefused):
    """The stage does not allow it; the message names both."""


class TakenAlready(HandoverRefused):
    """A colleague has the chat."""


class NotTheirs(HandoverRefused):
    """The chat is not with this counsellor."""


class TooMany(HandoverRefused):
    """This counsellor has as many chats as they may have."""


class AssistantUnavailable(ConversationError):
    """The assistant was silent, late or strange; the message says which."""
