"""The moves of safety as one table: calm, doubt, danger, eased, and calm again."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    """How safe the person, or the one they write about, seems to be."""

    CALM = "calm"
    DOUBT = "doubt"
    DANGER = "danger"
    EASED = "eased"


class Signal(StrEnum):
    """What one message tells about it."""

    CLEAR = "clear"
    DOUBT = "doubt"
    PASSED = "passed"
    PANIC = "panic"
    """The body in panic, and no sign of danger."""
    PARTING = "parting"
    """Nothing but a parting, where safety was talked about."""
    ASKS = "asks"
    """No sign, and something else is asked or told that can be answered."""
    QUIET = "quiet"
    """No sign, and nothing to answer: a single word, silence."""


class Speech(StrEnum):
    """What a move says."""

    NOTHING = ""
    ASK = "ask"
    CLIMB = "climb"
    CHECK = "check"
    BELIEVE = "believe"
    EASE = "ease"
    PART = "part"


@dataclass(frozen=True, kw_only=True)
class Move:
    """The state after a signal, what is said first, whether the assistant answers beside it, and what time alone changes."""

    to: State
    says: Speech = Speech.NOTHING
    answers_beside: bool = True
    after: int = 0
    """After so many turns in a row without a sign, `then` is the state; 0 for never."""
    then: State = State.CALM


CALM_TURNS = 2
"""Turns without a sign after which doubt and relief are over, and somebody in danger is asked once how they are."""

QUIET_TURNS = 5
"""Turns after relief in which nothing was asked, after which it is over: who only says a word now and then is stayed with."""

TURNS_TO_EASE = 4
"""Turns without a sign, in which other things were asked, after which a danger counts as eased."""

_CLIMB = Move(to=State.DANGER, says=Speech.CLIMB, answers_beside=False)
_ASK = Move(to=State.DOUBT, says=Speech.ASK)
_WAIT = Move(to=State.DOUBT, after=CALM_TURNS)
_REST = Move(to=State.EASED, after=CALM_TURNS)
_STAY = Move(to=State.EASED, after=QUIET_TURNS)
_PANIC = Move(to=State.EASED)
_PART = Move(to=State.EASED, says=Speech.PART, answers_beside=False)

MOVES: Mapping[tuple[State, Signal], Move] = MappingProxyType(
    {
        (State.CALM, Signal.CLEAR): _CLIMB,
        (State.CALM, Signal.DOUBT): _ASK,
        (State.CALM, Signal.PASSED): Move(to=State.CALM),
        (State.CALM, Signal.PANIC): _PANIC,
        (State.CALM, Signal.PARTING): _PART,
        (State.CALM, Signal.ASKS): Move(to=State.CALM),
        (State.CALM, Signal.QUIET): Move(to=State.CALM),
        (State.DOUBT, Signal.CLEAR): _CLIMB,
        (State.DOUBT, Signal.DOUBT): _ASK,
        (State.DOUBT, Signal.PASSED): Move(to=State.CALM, says=Speech.BELIEVE),
        (State.DOUBT, Signal.PANIC): _WAIT,
        (State.DOUBT, Signal.PARTING): _PART,
        (State.DOUBT, Signal.ASKS): _WAIT,
        (State.DOUBT, Signal.QUIET): _WAIT,
        (State.DANGER, Signal.CLEAR): _CLIMB,
        (State.DANGER, Signal.DOUBT): Move(to=State.DANGER, says=Speech.CLIMB),
        (State.DANGER, Signal.PASSED): Move(to=State.EASED, says=Speech.EASE),
        (State.DANGER, Signal.PANIC): _CLIMB,
        (State.DANGER, Signal.PARTING): _CLIMB,
        (State.DANGER, Signal.ASKS): Move(
            to=State.DANGER, says=Speech.CHECK, after=TURNS_TO_EASE, then=State.EASED
        ),
        (State.DANGER, Signal.QUIET): _CLIMB,
        (State.EASED, Signal.CLEAR): _CLIMB,
        (State.EASED, Signal.DOUBT): _ASK,
        (State.EASED, Signal.PASSED): Move(to=State.EASED, says=Speech.EASE),
        (State.EASED, Signal.PANIC): _PANIC,
        (State.EASED, Signal.PARTING): _PART,
        (State.EASED, Signal.ASKS): _REST,
        (State.EASED, Signal.QUIET): _STAY,
    }
)  # fmt: skip
"""Every move there is."""
