"""Puts what is said about safety in its place beside what was decided on; buttons that wait for an answer stay on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation.danger.rungs import DOUBTS, SAFETY_ENTRIES
from bot.conversation.danger.safety import Circumstances, Response, SafetyState, respond, without_forbidden
from bot.conversation.model import Say
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from understanding.reading import Danger

MOST_BUBBLES = 3
"""Bubbles in a turn."""

_ASKS = "ask."
_ERASES = "do:"
_CHOICES = ("answer:", "call:", _ERASES, "say:human.message")
"""Payloads of buttons that wait for an answer."""

_EMPTY = ("unclear", "noise", "thanks", "here", "scripted")
"""Beginnings of entries that say nothing beside words about safety."""

_ANSWERS, _STEPS, _OTHERS = "question.", "step.", "doubt.other"
_QUESTIONS = frozenset(key for keys in DOUBTS.values() for key in keys)


def with_safety(
    beside: Sequence[Say],
    *,
    safety: SafetyState,
    danger: Danger,
    asks: bool,
    answers: Answers,
    on_screen: tuple[str, ...],
    catalogue: Catalogue,
    at: datetime | None,
) -> tuple[list[Say], SafetyState]:
    """Return everything that is said in a turn, in order, and the state of safety after it."""
    waiting = _waiting(_payloads(beside[-1:], catalogue) or on_screen)
    given = Circumstances(
        can_phone=not answers.known.get("cannot_phone"),
        role=answers.role,
        at=at,
        on_screen=waiting,
    )
    response = respond(safety, danger, asks=asks, circumstances=given)
    if not response.answers_beside:
        return _keeping(_on(on_screen, response), [Say(key=key) for key in response.first], catalogue), response.state
    if (
        response.first
    ):  # it has its own words: that nothing else was understood is not told, and relief is answered once
        empty = (*_EMPTY, *SAFETY_ENTRIES) if danger.passed else _EMPTY
        beside = [say for say in beside if not say.key.startswith(empty)]
    beside = [say for say in beside if say.key not in response.after]
    after, allowed = without_forbidden(response.state, [say.key for say in beside], circumstances=given)
    kept = [say for say in beside if say.key in allowed]
    if not kept:
        response = _on(on_screen, response)
    kept += [Say(key=key) for key in allowed if key not in {say.key for say in kept}]
    return _in_order(response, kept, catalogue), after


def _on(on_screen: tuple[str, ...], response: Response) -> Response:
    """Return the response that keeps what waits on the screen: nothing of the assistant's is said that could take its place."""
    return replace(response, stays=tuple(one for one in _waiting(on_screen) if not one.startswith(_ERASES)))


def _in_order(response: Response, beside: list[Say], catalogue: Catalogue) -> list[Say]:
    first, after = ([Say(key=key) for key in keys] for keys in (response.first, response.after))
    room = MOST_BUBBLES - len(first) - len(after)
    if not set(response.first) & _QUESTIONS or not beside:
        return _keeping(response, [*first, *beside[:room], *after], catalogue)
    if _waits(beside[-1], catalogue) and not beside[-1].key.startswith(_ASKS):
        return [*first, *beside[-room:], *after]
    others = [say for say in beside if not say.key.startswith(_ASKS)]  # one question at a time
    about_other = response.first[0].startswith(_OTHERS)
    if about_other and not any(say.key.startswith(_ANSWERS) for say in others):  # a step can wait, the child cannot
        others = [say for say in others if not say.key.startswith(_STEPS)]
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


def _waiting(payloads: Sequence[str]) -> tuple[str, ...]:
    return tuple(payload for payload in payloads if payload.startswith(_CHOICES))


def _payloads(said: Sequence[Say], catalogue: Catalogue) -> tuple[str, ...]:
    names = [name for say in said for name in (*say.buttons, *catalogue.entries[say.key].buttons, *say.held)]
    return tuple(button.payload for name in names if (button := catalogue.button(name)))
