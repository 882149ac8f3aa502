"""Who is answering: the stages of a conversation and the moves allowed between them, in one table."""

from enum import StrEnum


class Stage(StrEnum):
    """Who answers the person."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    COUNSELLOR = "counsellor"
    CLOSED = "closed"


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.ASSISTANT: frozenset({Stage.WAITING, Stage.CLOSED}),
    Stage.WAITING: frozenset({Stage.COUNSELLOR, Stage.ASSISTANT, Stage.CLOSED}),
    Stage.COUNSELLOR: frozenset({Stage.ASSISTANT, Stage.WAITING, Stage.CLOSED}),
    Stage.CLOSED: frozenset(),
}


def assistant_may_speak(stage: Stage) -> bool:
    """Tell whether the assistant answers in this stage; signs of danger are looked for in every stage."""
    return stage in (Stage.ASSISTANT, Stage.WAITING)
