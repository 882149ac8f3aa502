"""Puts what is said about safety in its place beside what was decided on; buttons that wait for an answer stay on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation.danger.ladders import LADDERS
from bot.conversation.danger.moves import State
from bot.conversation.danger.rungs import DOUBTS, EASED_AT_LENGTH, EASED_BRIEFLY, SAFETY_ENTRIES
from bot.conversation.danger.safety import Circumstances, Response, respond, without_forbidden
from bot.conversation.danger.state import SafetyState
from bot.conversation.model import Say
from bot.conversation.reader import can_phone
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from understanding.reading import Danger

MOST_BUBBLES = 3
"""Bubbles in a turn."""

_ASKS = "ask."
_ERASES = "do:"
_WISHED = ("call:", _ERASES, "say:human.message")
_CHOICES = (*_WISHED, "answer:")
"""Payloads of buttons that wait for an answer; those of the form were not opened by the person's wish."""

_FORM = ("ask.",)
_ALREADY_SAID = ("human.cannot_call", "question.now_cannot_phone")
"""Says beside the services that work by text what they say already."""

_SAME_WORRY = (
    "question.supporter_suicidal_person",
    "question.supporter_friend_self_harm",
    "question.supporter_locked_in",
)
"""What to do for somebody who may be in danger: beside the question whether they are, the same would be said twice."""

_EMPTY = ("unclear", "noise", "thanks", "here", "scripted")
"""Beginnings of entries that say nothing beside words about safety."""

_ANSWERS, _STEPS, _OTHERS = "question.", "step.", "doubt.other"
_URGENT = (_OTHERS, "doubt.ask", "doubt.harm")
"""Questions that come with one bubble beside them at most, and none of the plan."""
_QUESTIONS = frozenset(key for keys in DOUBTS.values() for key in keys)
_BY_TEXT = frozenset(key for ladder in LADDERS.values() for key in ladder.text)


def with_safety(
    beside: Sequence[Say],
    *,
    safety: SafetyState,
    danger: Danger,
    asks: bool,
    goes_on: bool,
    only_tells: bool,
    answers: Answers,
    on_screen: tuple[str, ...],
    catalogue: Catalogue,
    at: datetime | None,
) -> tuple[list[Say], SafetyState]:
    """Return everything that is said in a turn, in order, and the state of safety after it."""
    waiting = _waiting(_payloads(beside[-1:], catalogue) or on_screen)
    given = Circumstances(
        can_phone=can_phone(answers, told=(*safety.told, *danger.told)),
        role=answers.role,
        at=at,
        on_screen=waiting,
        goes_on=goes_on,
        only_tells=only_tells,
    )
    response = respond(safety, danger, asks=asks and _can_answer(safety, beside, given), circumstances=given)
    if not response.answers_beside:
        return _keeping(_on(on_screen, response), [Say(key=key) for key in response.first], catalogue), response.state
    beside = _beside(beside, response, danger=danger, goes_on=goes_on)
    after, allowed = without_forbidden(
        response.state, [say.key for say in beside], circumstances=given, has_own=bool(response.first or response.after)
    )
    kept = [say for say in beside if say.key in allowed]
    if not kept:
        response = _on(on_screen, response)
    if any(say.key.startswith(_ANSWERS) for say in kept):
        response = replace(response, first=_briefly(response.first, safety))
    kept += [Say(key=key) for key in allowed if key not in {say.key for say in kept}]
    return _in_order(response, kept, catalogue), after


def _can_answer(safety: SafetyState, beside: Sequence[Say], given: Circumstances) -> bool:
    """Tell whether something of what was decided on may be said now: else the message counts as silence in danger."""
    return bool(without_forbidden(safety, [say.key for say in beside], circumstances=given, has_own=True)[1])


def _beside(beside: Sequence[Say], response: Response, *, danger: Danger, goes_on: bool) -> list[Say]:
    """Return what the assistant says beside words about safety.

    Where safety has its own words, it is not told that nothing else was understood, and relief is answered once. The turn of relief
    asks for nothing of the form, whatever else came with it.
    """
    if danger.passed and response.first and response.state.state is State.EASED and not goes_on:
        return []
    left_out: tuple[str, ...] = response.after
    if response.first:
        left_out = (*left_out, *_EMPTY, *(SAFETY_ENTRIES if danger.passed else ()))
    if response.first and response.first[0].startswith(_OTHERS):
        left_out = (*left_out, *_SAME_WORRY)
    if {*response.first} & _BY_TEXT:
        left_out = (*left_out, *_ALREADY_SAID)
    if danger.passed and response.state.state is State.EASED:
        left_out = (*left_out, *_FORM)
    return [say for say in beside if not say.key.startswith(left_out)]


def _briefly(first: tuple[str, ...], before: SafetyState) -> tuple[str, ...]:
    """Return short words of relief in place of long ones beside an answer to what was asked; once in a conversation."""
    if not set(first) & set(EASED_AT_LENGTH):
        return first
    return () if any(before.said.get(key) for key in EASED_AT_LENGTH) else (EASED_BRIEFLY,)


def _on(on_screen: tuple[str, ...], response: Response) -> Response:
    """Return the response that keeps what waits on the screen: nothing of the assistant's is said that could take its place."""
    waiting = _waiting(on_screen, choices=_CHOICES if response.state.state is State.DOUBT else _WISHED)
    return replace(response, stays=tuple(one for one in waiting if not one.startswith(_ERASES)))


def _in_order(response: Response, beside: list[Say], catalogue: Catalogue) -> list[Say]:
    first, after = ([Say(key=key) for key in keys] for keys in (response.first, response.after))
    room = MOST_BUBBLES - len(first) - len(after)
    if not set(response.first) & _QUESTIONS or not beside:
        return _keeping(response, [*first, *beside[:room], *after], catalogue)
    if _waits(beside[-1], catalogue) and not beside[-1].key.startswith(_ASKS):
        return [*first, *beside[-room:], *after]
    others = [say for say in beside if not say.key.startswith(_ASKS)]  # one question at a time
    if response.first[0].startswith(_URGENT):  # a step can wait, a life cannot
        others = [say for say in others if not say.key.startswith(_STEPS)][:1]
    return _keeping(response, [*others[:room], *first], catalogue)


def _keeping(response: Response, said: list[Say], catalogue: Catalogue) -> list[Say]:
    """Return what is said, with the buttons that still wait for an answer under the last bubble."""
    if not said or not response.stays:
        return said
    held = [button for payload in response.stays if (button := catalogue.button_of(payload))]
    own = _payloads(said[-1:], catalogue)
    left = tuple(button.key for button in held if button.payload not in own)
    return [*said[:-1], replace(said[-1], held=left)]


def _waits(say: Say, catalogue: Catalogue) -> bool:
    return bool(_waiting(_payloads([say], catalogue)))


def _waiting(payloads: Sequence[str], *, choices: tuple[str, ...] = _CHOICES) -> tuple[str, ...]:
    return tuple(payload for payload in payloads if payload.startswith(choices))


def _payloads(said: Sequence[Say], catalogue: Catalogue) -> tuple[str, ...]:
    names = [name for say in said for name in (*say.buttons, *catalogue.entries[say.key].buttons, *say.held)]
    return tuple(button.payload for name in names if (button := catalogue.button(name)))
