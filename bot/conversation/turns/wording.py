"""From what the assistant decided to the entries that are said, by what the person has answered so far."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.danger.detector import DANGER_ENTRIES, DANGER_INTENTS
from bot.conversation.model import Conversation, Say, Understanding
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers, Plans

MOST_BUBBLES = 3
CALM_TURNS_TO_CHECK = 2
"""After so many turns without danger the assistant asks once how the person is."""

SECOND_NEED_FROM = 0.15
"""Confidence from which the second-best intent is offered as a button."""

CHECK_LATER = "crisis.check_later"
_CHOICES = ("answer:", "call:", "do:", "say:human.message")
"""Payloads of buttons that wait for an answer: nothing said after them may take them off the screen."""

_NO_SECOND_NEED = frozenset(
    {
        *DANGER_INTENTS,
        "affirm",
        "deny",
        "greet",
        "goodbye",
        "thanks",
        "chitchat",
        "abusive_to_bot",
        "out_of_scope",
        "change_language",
        "help_menu",
    }
)


def put_into_words(
    decided: Sequence[Say], *, conversation: Conversation, understood: Understanding, catalogue: Catalogue
) -> tuple[tuple[Say, ...], Conversation]:
    """Return the entries to say, at most three, and the conversation after them."""
    answers = conversation.answers.with_slots(understood.slots)
    said: list[Say] = []
    for say in decided:
        chosen, answers = _entry(say, answers, conversation, catalogue.plans)
        if chosen and chosen.key not in {other.key for other in said}:
            said.append(chosen)
    said = sorted(said, key=lambda say: say.key not in DANGER_ENTRIES)[:MOST_BUBBLES]
    danger = any(say.key in DANGER_ENTRIES for say in said)
    calm = 0 if danger else None if conversation.calm_turns is None else conversation.calm_turns + 1
    if calm == CALM_TURNS_TO_CHECK and said and _awaits_choice(said[-1], catalogue):
        calm -= (
            1  # the question about safety waits for the next turn: it never takes away buttons that wait for an answer
        )
    elif calm == CALM_TURNS_TO_CHECK and CHECK_LATER not in {say.key for say in said}:
        said = [*said[: MOST_BUBBLES - 1], Say(key=CHECK_LATER)]
    elif said and not danger:
        said[-1] = _with_second_need(said[-1], understood, catalogue)
    asked = said[-1].key if said else conversation.asked
    return tuple(said), replace(conversation, answers=answers, asked=asked, calm_turns=calm)


def is_known(key: str, catalogue: Catalogue) -> bool:
    """Tell whether a key that the assistant decided on leads to an entry."""
    step = key.removeprefix("plan.") if key.startswith("plan.") else ""
    return key in catalogue.entries or step in ("start", "next") or step in catalogue.plans.choices


def _entry(say: Say, answers: Answers, conversation: Conversation, plans: Plans) -> tuple[Say | None, Answers]:
    if say.key in ("plan.start", "plan.next"):
        step, answers = plans.next_step(answers.started_again() if say.key == "plan.start" else answers)
        return (replace(say, key=step.key, platform=step.platform) if step else replace(say, key="step.end")), answers
    name = say.key.removeprefix("plan.")
    if say.key.startswith("plan.") and name in plans.choices:
        key = plans.choose(name, answers, language=conversation.language)
        return (replace(say, key=key) if key else None), answers
    if say.key == "crisis.suicide" and conversation.calm_turns is not None:
        return replace(say, key="crisis.suicide.again"), answers
    return say, answers


def _awaits_choice(say: Say, catalogue: Catalogue) -> bool:
    """Tell whether an entry waits for a choice: an answer, what a counsellor may read, or whether to erase everything."""
    entry = catalogue.entries[say.key]
    payloads = (catalogue.buttons[name].payload for name in (*say.buttons, *entry.buttons))
    return any(payload.startswith(_CHOICES) for payload in payloads)


def _with_second_need(say: Say, understood: Understanding, catalogue: Catalogue) -> Say:
    for guess in understood.alternatives[:1]:
        button = f"topic.{guess.intent}"
        fits = guess.confidence >= SECOND_NEED_FROM and guess.intent not in _NO_SECOND_NEED
        if fits and button in catalogue.buttons and not say.key.startswith("ask."):
            return replace(say, buttons=(*say.buttons, button))
    return say
