"""Safety is a state of the conversation: what follows from a message, and what is said about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.danger.ladders import EASED_AGAIN, LADDERS, MEANS, first_words, ladder_name, text_rung
from bot.conversation.danger.moves import CALM_TURNS, MOVES, Move, Signal, Speech, State
from bot.conversation.danger.rungs import (
    CHECK_LATER,
    CHECK_OTHER,
    DENIED,
    DOUBTS,
    EASED_STAYS,
    EASED_STAYS_OTHER,
    FORBIDDEN,
    FORBIDDEN_IN_DANGER,
    FORBIDDEN_WHEN_EASED,
    IF_THEY_COME,
    PARTING_CHECK,
    PARTINGS,
    PLAN,
    STAYS_IN_DOUBT,
    doubt_name,
    eases_of,
)
from bot.conversation.danger.settled import fitting, is_settled, known_after, softened, told_of, without_voice
from bot.conversation.danger.state import SafetyState
from understanding.danger_partner import LEAVING
from understanding.danger_told import IF_BACK, PANIC
from understanding.reading import CLEAR, DOUBT, NONE, Danger

_WAITING = ("call:", "say:human.message")
"""Payloads of buttons that nothing about safety takes off the screen: what the person is in the middle of by their own wish."""

_WAITING_IN_DOUBT = (*_WAITING, "answer:")
"""A question about safety stands beside the help that was asked for, so its form stays too. In danger, and after it, the form waits:
whoever types an answer is understood all the same."""


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What else counts: whether they can phone, who writes, when it is, what waits on the screen."""

    can_phone: bool = True
    role: str = ""
    at: datetime | None = None
    on_screen: tuple[str, ...] = ()
    """Payloads of the buttons that the person sees."""
    goes_on: bool = True
    """They go on with what they came for by themselves: a fact, a question or a wish about it, or a button."""
    only_tells: bool = False
    """They only tell something, and want nothing of the form or the plan: in danger the plan waits then."""


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


def signal_of(danger: Danger, *, asks: bool, state: SafetyState | None = None) -> Signal:
    """Return the signal in a danger; `asks` where the message asks or tells something else that can be answered."""
    if danger.parting and _is_after(state or SafetyState(), danger):
        return Signal.PARTING
    if danger.passed:
        return Signal.PASSED
    if danger.level in (CLEAR, DOUBT):
        return Signal.CLEAR if danger.level == CLEAR else Signal.DOUBT
    if PANIC in danger.told:
        return Signal.PANIC
    return Signal.ASKS if asks else Signal.QUIET


def respond(
    state: SafetyState, danger: Danger, *, asks: bool = False, circumstances: Circumstances | None = None
) -> Response:
    """Return the state after a message, and what is said about it."""
    given = circumstances or Circumstances()
    state = state.corrected(danger)
    danger = softened(danger, state.told, begins=state.state is State.CALM)
    signal = signal_of(danger, asks=asks and _is_answered(state, danger, given), state=state)
    signal = Signal.CLEAR if signal is Signal.DOUBT and state.comes_back(danger) else signal
    # relief said once more beside a question: the question is answered
    only_asks = state.state is State.EASED and signal is Signal.PASSED and asks and given.goes_on
    move = MOVES[state.state, Signal.ASKS if only_asks else signal]
    is_turn = move.says in (Speech.NOTHING, Speech.CHECK) and signal is not Signal.PANIC
    turns = state.turns + 1 if is_turn else 0
    known = replace(
        _with_danger(state, danger, signal=signal),
        told=known_after(state.told, told_of(danger, lasts=state.state is State.DANGER)),
    )
    moved = replace(known, state=_to(move, turns), turns=turns)
    wanted = _wanted(moved, danger) if signal in (Signal.ASKS, Signal.QUIET, Signal.DOUBT) else ()
    if wanted:
        return _said(replace(moved, state=state.state), wanted, given, answers_beside=False)
    if move.says is Speech.ASK and not _has_question(moved):  # it was asked, and answered
        return Response(state=replace(state, told=known.told))
    if move.says is Speech.CHECK:
        first = _voiced(tuple(filter(None, (_by_text(moved, given),))), given)
        checks = _checks(moved) and not (_waiting(moved, given) or first)
        after = (_check_of(moved),) if checks else ()
        return Response(
            state=_having_said(moved, (*first, *after)), first=first, after=after, stays=_waiting(moved, given)
        )
    return _said(moved, _spoken(move, moved, danger, given), given, answers_beside=move.answers_beside)


def without_forbidden(
    state: SafetyState, keys: Sequence[str], *, circumstances: Circumstances | None = None, has_own: bool = False
) -> tuple[SafetyState, tuple[str, ...]]:
    """Return what may be said of the keys while doubt or danger lasts, and after it; something that stays where nothing is left.

    `has_own` where something about safety is said beside them: then nothing has to take their place.
    """
    given = circumstances or Circumstances()
    forbidden = _forbidden(state, given)
    allowed = tuple(key for key in keys if not key.startswith(forbidden))
    if allowed or not keys or has_own:
        return state, allowed
    stays = _in_place(state, given)
    return _having_said(state, stays), stays


def _forbidden(state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    if state.state is State.EASED:
        return () if given.goes_on else FORBIDDEN_WHEN_EASED
    if state.state is State.DANGER:
        return (*FORBIDDEN_IN_DANGER, *(PLAN if given.only_tells else ()))
    return FORBIDDEN if state.state is State.DOUBT else ()


def _in_place(state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    if state.state is State.DANGER:
        return _voiced(_climb(state, given), given)
    if state.state is State.EASED:
        stays = (*EASED_STAYS_OTHER, *EASED_STAYS) if state.about == "other" else EASED_STAYS
        return _unsaid(stays, state) or (_least_said(EASED_STAYS[-2:], state),)
    return (_least_said(STAYS_IN_DOUBT, state),)


def _said(state: SafetyState, first: tuple[str, ...], given: Circumstances, *, answers_beside: bool) -> Response:
    spoken = _voiced(first, given)
    stays = _waiting(state, given) if spoken else ()
    return Response(state=_having_said(state, spoken), first=spoken, answers_beside=answers_beside, stays=stays)


def _voiced(keys: tuple[str, ...], given: Circumstances) -> tuple[str, ...]:
    """Return the entries as somebody who cannot phone is told them."""
    return keys if given.can_phone else tuple(dict.fromkeys(without_voice(key) for key in keys))


def _waiting(state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    waits = _WAITING_IN_DOUBT if state.state is State.DOUBT else _WAITING
    return tuple(payload for payload in given.on_screen if payload.startswith(waits))


def _is_after(state: SafetyState, danger: Danger) -> bool:
    """Tell whether a parting comes where safety was talked about: elsewhere it is manners."""
    return state.state is not State.CALM or bool(state.said) or danger.level == DOUBT


def _is_answered(state: SafetyState, danger: Danger, given: Circumstances) -> bool:
    """Tell whether something else is asked: not where a message only tells of the danger, or stays with what has just passed."""
    if given.goes_on:
        return True
    return state.state is not State.EASED and not (state.state is State.DANGER and danger.told)


def _wanted(state: SafetyState, danger: Danger) -> tuple[str, ...]:
    """Return what was just asked or told and has words of its own in this danger: what if they come, they live far away."""
    if IF_BACK in danger.told:
        return _unsaid((IF_THEY_COME,), state)
    if state.state is not State.DANGER or danger.level != NONE:
        return ()
    found = fitting(_name(state), danger.told)
    return (found,) if found and found not in state.said else ()


def _with_danger(state: SafetyState, danger: Danger, *, signal: Signal) -> SafetyState:
    """Return the state with what is known of the danger; a doubt in the middle of a danger does not change what it is about."""
    if signal is Signal.PANIC and state.state is State.CALM:
        return replace(state, kind=PANIC, about="self", means="")
    if signal not in (Signal.CLEAR, Signal.DOUBT) or (signal is Signal.DOUBT and state.state is State.DANGER):
        return state
    same = (state.kind, state.about) == (danger.kind, danger.about) and state.state is not State.CALM
    before = state.means if same else ""
    is_less = danger.means == "attacker" and before in ("partner", "meeting", "home")
    return replace(state, kind=danger.kind, about=danger.about, means=before if is_less else danger.means or before)


def _to(move: Move, turns: int) -> State:
    return move.then if move.after and turns >= move.after else move.to


def _checks(state: SafetyState) -> bool:
    check = _check_of(state)
    is_due = state.state is State.DANGER and state.turns >= CALM_TURNS
    return is_due and check not in state.said and not is_settled(check, state.told)


def _check_of(state: SafetyState) -> str:
    return CHECK_OTHER if state.about == "other" else CHECK_LATER


def _has_question(state: SafetyState) -> bool:
    """Tell whether a doubt may still be asked about; what is asked once only leaves the state as it was."""
    questions = _questions(state)
    return len(questions) > 1 or any(key not in state.said for key in questions)


def _questions(state: SafetyState) -> tuple[str, ...]:
    return DOUBTS[doubt_name(kind=state.kind, about=state.about, means=state.means)]


def _spoken(move: Move, state: SafetyState, danger: Danger, given: Circumstances) -> tuple[str, ...]:
    if move.says is Speech.CLIMB:
        return _climb(state, given)
    if move.says is Speech.ASK:
        return _unsaid([key for key in _questions(state) if not is_settled(key, state.told)], state)
    if move.says is Speech.EASE:
        return _unsaid((*eases_of(_name(state), kind=state.kind, told=danger.told), EASED_AGAIN, *EASED_STAYS), state)
    if move.says is Speech.BELIEVE:
        return _unsaid(("eased.other" if state.about == "other" else DENIED, EASED_AGAIN), state)
    return _part(state, danger) if move.says is Speech.PART else ()


def _part(state: SafetyState, danger: Danger) -> tuple[str, ...]:
    """Return a gentle check, once, where what was talked about is dropped or a question is open; else a goodbye."""
    is_open = (
        danger.parting == "drops"
        or danger.level == DOUBT
        or state.last in (key for keys in DOUBTS.values() for key in keys)
    )
    was_parted = any(key in state.said for key in (PARTING_CHECK, *PARTINGS))
    if is_open and not was_parted:
        return (PARTING_CHECK,)
    return _unsaid(PARTINGS, state) or (_least_said(PARTINGS, state),)


def _name(state: SafetyState) -> str:
    return ladder_name(kind=state.kind, about=state.about, means=state.means)


def _climb(state: SafetyState, given: Circumstances) -> tuple[str, ...]:
    """Return the next rung: first words, what fits newly named means, services by text, then each rung once, then short ones."""
    ladder = LADDERS[_name(state)]
    first = first_words(_name(state), means=state.means, role=given.role)
    first = ladder.first[0] if is_settled(first, state.told) else first
    is_first = not any(_is_said(key, state) for key in ladder.first)
    fits = _unsaid(tuple(filter(None, (fitting(_name(state), state.told),))), state)
    if fits and (not is_first or LEAVING in state.told):
        return fits
    opens = (first,) if is_first or (first in MEANS.values() and not _is_said(first, state)) else ()
    if by_text := _by_text(state, given):
        return (*opens, by_text)
    left = [key for key in ladder.rungs if not is_settled(key, state.told, can_phone=given.can_phone)]
    short = [key for key in ladder.short if not is_settled(key, state.told, can_phone=given.can_phone)]
    return opens or _unsaid(left, state) or (_least_said(short, state),)


def _by_text(state: SafetyState, given: Circumstances) -> str:
    """Return the services that work by text, once, for somebody who cannot phone."""
    was_said = any(key in state.said for key in LADDERS[_name(state)].text)
    return "" if given.can_phone or was_said else text_rung(_name(state), at=given.at)


def _is_said(key: str, state: SafetyState) -> bool:
    """Tell whether an entry was said, as it stands or for somebody who cannot phone."""
    return key in state.said or without_voice(key) in state.said


def _unsaid(keys: Sequence[str], state: SafetyState) -> tuple[str, ...]:
    return next(((key,) for key in keys if not _is_said(key, state)), ())


def _least_said(keys: Sequence[str], state: SafetyState) -> str:
    """Return the rung that was said least, and never the last one again."""
    last = state.last
    left = [key for key in keys if last not in (key, without_voice(key))] or list(keys)
    return min(left, key=lambda key: state.said.get(key, 0) + state.said.get(without_voice(key), 0))


def _having_said(state: SafetyState, keys: Sequence[str]) -> SafetyState:
    said = {**state.said, **{key: state.said.get(key, 0) + 1 for key in keys}}
    return replace(state, said=said, last=keys[-1] if keys else state.last)
