"""Safety is a state of the conversation: calm, doubt, danger, eased, and calm again; its moves are one table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bot.conversation.danger.rungs import (
    CHECK_LATER,
    CHECK_OTHER,
    DENIED,
    DOUBTS,
    EASED_AGAIN,
    FORBIDDEN,
    FORBIDDEN_IN_DANGER,
    LADDERS,
    MEANS,
    STAYS_IN_DOUBT,
    doubt_name,
    first_words,
    ladder_name,
    text_rung,
)
from understanding.reading import CLEAR, DOUBT, Danger


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

TURNS_TO_EASE = 4
"""Turns without a sign, in which other things were asked, after which a danger counts as eased."""

_CLIMB = Move(to=State.DANGER, says=Speech.CLIMB, answers_beside=False)
_ASK = Move(to=State.DOUBT, says=Speech.ASK)
_WAIT = Move(to=State.DOUBT, after=CALM_TURNS)
_REST = Move(to=State.EASED, after=CALM_TURNS)

MOVES: Mapping[tuple[State, Signal], Move] = MappingProxyType(
    {
        (State.CALM, Signal.CLEAR): _CLIMB,
        (State.CALM, Signal.DOUBT): _ASK,
        (State.CALM, Signal.PASSED): Move(to=State.CALM),
        (State.CALM, Signal.ASKS): Move(to=State.CALM),
        (State.CALM, Signal.QUIET): Move(to=State.CALM),
        (State.DOUBT, Signal.CLEAR): _CLIMB,
        (State.DOUBT, Signal.DOUBT): _ASK,
        (State.DOUBT, Signal.PASSED): Move(to=State.CALM, says=Speech.BELIEVE),
        (State.DOUBT, Signal.ASKS): _WAIT,
        (State.DOUBT, Signal.QUIET): _WAIT,
        (State.DANGER, Signal.CLEAR): _CLIMB,
        (State.DANGER, Signal.DOUBT): Move(to=State.DANGER, says=Speech.CLIMB),
        (State.DANGER, Signal.PASSED): Move(to=State.EASED, says=Speech.EASE),
        (State.DANGER, Signal.ASKS): Move(
            to=State.DANGER, says=Speech.CHECK, after=TURNS_TO_EASE, then=State.EASED
        ),
        (State.DANGER, Signal.QUIET): _CLIMB,
        (State.EASED, Signal.CLEAR): _CLIMB,
        (State.EASED, Signal.DOUBT): _ASK,
        (State.EASED, Signal.PASSED): _REST,
        (State.EASED, Signal.ASKS): _REST,
        (State.EASED, Signal.QUIET): _REST,
    }
)  # fmt: skip
"""Every move there is."""

_WAITING = ("answer:", "call:", "say:human.message")
"""Payloads of buttons that nothing about safety takes off the screen."""


@dataclass(frozen=True, kw_only=True)
class SafetyState:
    """How safe a conversation is, and what was said about it; holds no words of the person."""

    state: State = State.CALM
    kind: str = ""
    about: str = "self"
    means: str = ""
    said: Mapping[str, int] = field(default_factory=dict)
    """How often each rung was said in the conversation."""
    last: str = ""
    """The rung said last."""
    turns: int = 0
    """Turns in a row without a sign, in which nothing was said about danger first."""

    def as_json(self) -> dict[str, Any]:
        """Return the state as JSON."""
        return {
            "state": self.state.value,
            "kind": self.kind,
            "about": self.about,
            "means": self.means,
            "said": dict(self.said),
            "last": self.last,
            "turns": self.turns,
        }


def safety_of(read: object) -> SafetyState:
    """Return the state in JSON; calm where it is missing or malformed."""
    try:
        fields = dict(read)  # type: ignore[call-overload]
        return SafetyState(
            state=State(fields["state"]),
            kind=str(fields["kind"]),
            about=str(fields["about"]),
            means=str(fields["means"]),
            said={str(key): int(count) for key, count in fields["said"].items()},
            last=str(fields["last"]),
            turns=int(fields["turns"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return SafetyState()


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What else counts: whether they can phone, who writes, when it is, what waits on the screen."""

    can_phone: bool = True
    role: str = ""
    at: datetime | None = None
    on_screen: tuple[str, ...] = ()
    """Payloads of the buttons that the person sees."""


@dataclass(frozen=True, kw_only=True)
class Response:
    """What follows from a signal."""

    state: SafetyState
    first: tuple[str, ...] = ()
    """Entries to say before anything else."""
    after: tuple[str, ...] = ()
    """Entries to say after the assistant's own."""
    answers_beside: bool = True
    """The assistant still answers what was asked."""
    stays: tuple[str, ...] = ()
    """Payloads of buttons on the screen that must be shown again under what is said."""


def signal_of(danger: Danger, *, asks: bool) -> Signal:
    """Return the signal in a danger; `asks` where the message asks or tells something else that can be answered."""
    if danger.passed:
        return Signal.PASSED
    if danger.level in (CLEAR, DOUBT):
        return Signal.CLEAR if danger.level == CLEAR else Signal.DOUBT
    return Signal.ASKS if asks else Signal.QUIET


def respond(
    state: SafetyState, danger: Danger, *, asks: bool = False, circumstances: Circumstances | None = None
) -> Response:
    """Return the state after a message, and what is said about it."""
    given = circumstances or Circumstances()
    signal = signal_of(danger, asks=asks)
    move = MOVES[state.state, signal]
    turns = state.turns + 1 if move.says in (Speech.NOTHING, Speech.CHECK) else 0
    known = _with_danger(state, danger, signal=signal)
    moved = replace(known, state=_to(move, turns), turns=turns)
    waiting = tuple(payload for payload in given.on_screen if payload.startswith(_WAITING))
    if move.says is Speech.CHECK:
        first = tuple(filter(None, (_by_text(moved, given),)))
        after = (_check_of(moved),) if _checks(moved) and not (waiting or first) else ()
        return Response(state=_having_said(moved, (*first, *after)), first=first, after=after, stays=waiting)
    first = _spoken(move.says, moved, given)
    return Response(
        state=_having_said(moved, first),
        first=first,
        answers_beside=move.answers_beside,
        stays=waiting if first else (),
    )


def without_forbidden(
    state: SafetyState, keys: Sequence[str], *, circumstances: Circumstances | None = None
) -> tuple[SafetyState, tuple[str, ...]]:
    """Return what may be said of the keys while doubt or danger lasts; a staying rung where nothing is left."""
    if state.state not in (State.DOUBT, State.DANGER):
        return state, tuple(keys)
    in_danger = state.state is State.DANGER
    allowed = tuple(key for key in keys if not key.startswith(FORBIDDEN_IN_DANGER if in_danger else FORBIDDEN))
    if allowed or not keys:
        return state, allowed
    stays = _climb(state, circumstances or Circumstances()) if in_danger else (_least_said(STAYS_IN_DOUBT, state),)
    return _having_said(state, stays), stays


def _with_danger(state: SafetyState, danger: Danger, *, signal: Signal) -> SafetyState:
    """Return the state with what is known of the danger; a doubt in the middle of a danger does not change what it is about."""
    if signal not in (Signal.CLEAR, Signal.DOUBT) or (signal is Signal.DOUBT and state.state is State.DANGER):
        return state
    same = (state.kind, state.about) == (danger.kind, danger.about)
    means = danger.means or (state.means if same and state.state is not State.CALM else "")
    return replace(state, kind=danger.kind, about=danger.about, means=means)


def _to(move: Move, turns: int) -> State:
    return move.then if move.after and turns >= move.after else move.to


def _checks(state: SafetyState) -> bool:
    return state.state is State.DANGER and state.turns >= CALM_TURNS and _check_of(state) not in state.said


def _check_of(state: SafetyState) -> str:
    return CHECK_OTHER if state.about == "other" else CHECK_LATER


def _spoken(says: Speech, state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    if says is Speech.CLIMB:
        return _climb(state, given)
    if says is Speech.ASK:
        return _unsaid(DOUBTS[doubt_name(kind=state.kind, about=state.about)], state)
    if says is Speech.EASE:
        return _unsaid((LADDERS[_name(state)].eases, EASED_AGAIN), state)
    if says is Speech.BELIEVE:
        return _unsaid(("eased.other" if state.about == "other" else DENIED, EASED_AGAIN), state)
    return ()


def _name(state: SafetyState) -> str:
    return ladder_name(kind=state.kind, about=state.about, means=state.means)


def _climb(state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    """Return the next rung: first words, what fits newly named means, services by text, then each rung once, then short ones."""
    ladder = LADDERS[_name(state)]
    first = first_words(_name(state), means=state.means, role=given.role)
    is_first = not any(key in state.said for key in ladder.first)
    opens = (first,) if is_first or (first in MEANS.values() and first not in state.said) else ()
    if by_text := _by_text(state, given):
        return (*opens, by_text)
    return opens or _unsaid(ladder.rungs, state) or (_least_said(ladder.short, state),)


def _by_text(state: SafetyState, given: Circumstances) -> str:
    """Return the services that work by text, once, for somebody who cannot phone."""
    was_said = any(key in state.said for key in LADDERS[_name(state)].text)
    return "" if given.can_phone or was_said else text_rung(_name(state), at=given.at)


def _unsaid(keys: Sequence[str], state: SafetyState) -> tuple[str, ...]:
    return next(((key,) for key in keys if key not in state.said), ())


def _least_said(keys: Sequence[str], state: SafetyState) -> str:
    """Return the rung that was said least, and never the last one again."""
    return min((key for key in keys if key != state.last), key=lambda key: state.said.get(key, 0))


def _having_said(state: SafetyState, keys: Sequence[str]) -> SafetyState:
    said = {**state.said, **{key: state.said.get(key, 0) + 1 for key in keys}}
    return replace(state, said=said, last=keys[-1] if keys else state.last)
