"""Who is answering: the stages of a conversation and the moves between them, in one table."""

from enum import StrEnum

from bot.conversation.errors import MoveRefused


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
    GIVE_UP = "give_up"
    """The person no longer waits."""
    TAKE = "take"
    """A counsellor takes the chat."""
    REPLY = "reply"
    """The counsellor writes."""
    TRANSFER = "transfer"
    """The counsellor gives it to a colleague."""
    REQUEUE = "requeue"
    """The counsellor is gone: the person waits again, at the front."""
    HAND_BACK = "hand_back"
    """The counsellor leaves it to the assistant."""
    CLOSE = "close"
    """The person or the counsellor ends it."""
    REOPEN = "reopen"
    """The person comes back to a chat that was closed, within its time."""


MOVES: dict[tuple[Stage, Move], Stage] = {
    (Stage.ASSISTANT, Move.CALL): Stage.WAITING,
    (Stage.ASSISTANT, Move.CLOSE): Stage.CLOSED,
    (Stage.WAITING, Move.CALL): Stage.WAITING,
    (Stage.WAITING, Move.GIVE_UP): Stage.ASSISTANT,
    (Stage.WAITING, Move.TAKE): Stage.COUNSELLOR,
    (Stage.WAITING, Move.CLOSE): Stage.CLOSED,
    (Stage.COUNSELLOR, Move.REPLY): Stage.COUNSELLOR,
    (Stage.COUNSELLOR, Move.TRANSFER): Stage.COUNSELLOR,
    (Stage.COUNSELLOR, Move.REQUEUE): Stage.WAITING,
    (Stage.COUNSELLOR, Move.HAND_BACK): Stage.ASSISTANT,
    (Stage.COUNSELLOR, Move.CLOSE): Stage.CLOSED,
    (Stage.CLOSED, Move.REOPEN): Stage.WAITING,
}

_ENDS_ASSISTANT_TURNS = frozenset({Move.TAKE, Move.HAND_BACK, Move.CLOSE, Move.REOPEN})


def after(stage: Stage, move: Move) -> Stage:
    """Return the stage that a move leads to; raise MoveRefused where it is not possible."""
    led = MOVES.get((stage, move))
    if led is None:
        raise MoveRefused(f"{move.value} in stage {stage.value}")
    return led


def ends_assistant_turns(move: Move) -> bool:
    """Tell whether an answer of the assistant that is still in the making has come too late."""
    return move in _ENDS_ASSISTANT_TURNS


def assistant_may_speak(stage: Stage) -> bool:
    """Tell whether the assistant answers in this stage; signs of danger are looked for in every stage."""
    return stage in (Stage.ASSISTANT, Stage.WAITING)
