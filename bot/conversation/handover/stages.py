"""Who is answering: the stages of a conversation, and the moves that change it (see moves.py for what each does)."""

from enum import StrEnum


class Stage(StrEnum):
    """Who answers the person."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    COUNSELLOR = "counsellor"
    CLOSED = "closed"


class Move(StrEnum):
    """What changes who answers."""

    CALL = "call"
    """The person wants a counsellor."""
    WISH = "wish"
    """A counsellor was offered and the person wrote on: what they wrote is the wish."""
    SHARE = "share"
    """The person says what of before may be seen."""
    GIVE_UP = "give_up"
    """The person no longer waits."""
    END = "end"
    """The person ends the chat."""
    TAKE = "take"
    """A counsellor takes the chat."""
    REPLY = "reply"
    """The counsellor writes in their own words."""
    SEND_GUIDANCE = "send_guidance"
    """The counsellor sends an entry of the guidance."""
    TRANSFER = "transfer"
    """The counsellor gives the chat to a colleague."""
    ASSIGN = "assign"
    """A supervisor takes the chat over, or gives it to somebody else."""
    REQUEUE = "requeue"
    """The counsellor is gone, or gives the chat on: the person waits again, at the front."""
    HAND_BACK = "hand_back"
    """The counsellor leaves the chat to the assistant."""
    CLOSE = "close"
    """The counsellor ends the chat."""
    REOPEN = "reopen"
    """The person comes back to a closed chat while it is still kept."""


def assistant_may_speak(stage: Stage) -> bool:
    """Tell whether the assistant answers in this stage; danger is looked for in every stage."""
    return stage in (Stage.ASSISTANT, Stage.WAITING)
