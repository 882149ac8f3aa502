"""The plan as one Telegram message: its steps by their titles, and buttons that tick them."""

import gettext
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.guidance.catalogue import LARGEST_PAYLOAD
from bot.guidance.plan import Tick
from bot.i18n import mark as _
from bot.presentation.cards import Card
from bot.presentation.plan import PlanLine, PlanView

STEP, TICK = "step:", "tick:"
"""The beginnings of payloads: `step:NAME` shows what can be ticked, `tick:TICK:NAME` ticks it; NAME is the step's."""

_SIGNS = {Tick.OPEN: "▫️", Tick.DONE: "✅", Tick.NOT_FOR_ME: "➖", Tick.DID_NOT_WORK: "✖️"}
_TITLES = {
    Tick.DONE: _("Done"),
    Tick.NOT_FOR_ME: _("Not for me"),
    Tick.DID_NOT_WORK: _("Did not work"),
    Tick.OPEN: _("Take the tick away"),
}
_COUNT = _("%(settled)s of %(total)s")
_EXPLAINED = _("Press a step to say how it went. Your ticks stay only with this chat, and are erased with it.")
_REMOVED = _(
    "You ticked this before, and it is not part of your plan any more: %(titles)s. There is nothing you need to do about it."
)
_NONE = (
    _("There is no plan yet"),
    _("It grows from what you tell in the chat: what happened, and where. One word is enough to begin."),
)


@dataclass(frozen=True, kw_only=True)
class PlanMessage:
    """A message with the plan, as it is now."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


def plan_message(
    plan: PlanView | None, *, words: gettext.NullTranslations, first: Sequence[Card] = (), opened: str = ""
) -> PlanMessage:
    """Return the plan after the numbers that come first, or how one comes to be.

    Of the step that is opened, the buttons offer what it can be ticked as.
    """
    numbers = "\n".join(f"☎ {card.name} {card.phone}" for card in first)
    if plan is None:
        return PlanMessage(text="\n\n".join([*([numbers] if numbers else []), *map(words.gettext, _NONE)]))
    count = words.gettext(_COUNT) % {"settled": plan.settled, "total": plan.total}
    listed = "\n".join(_titled(line) for line in plan.lines)
    removed = words.gettext(_REMOVED) % {"titles": "; ".join(plan.removed)} if plan.removed else ""
    head = f"{words.gettext('Your plan')}: {count}"
    text = "\n\n".join(part for part in (numbers, head, listed, removed, words.gettext(_EXPLAINED)) if part)
    line = next((line for line in plan.lines if line.name == opened), None)
    rows = _ticks(line, words) if line else [(_titled(line), f"{STEP}{line.name}") for line in plan.lines]
    buttons = [[InlineKeyboardButton(title, callback_data=payload)] for title, payload in rows if _fits(payload)]
    return PlanMessage(text=text, keyboard=InlineKeyboardMarkup(buttons))


def _titled(line: PlanLine) -> str:
    return f"{_SIGNS[line.tick]} {line.number}. {line.title}"


def _ticks(line: PlanLine, words: gettext.NullTranslations) -> list[tuple[str, str]]:
    left = [tick for tick in _TITLES if tick is not line.tick]
    ticks = [(f"{line.number}. {words.gettext(_TITLES[tick])}", f"{TICK}{tick.value}:{line.name}") for tick in left]
    return [*ticks, (words.gettext(_BACK), STEP)]


def _fits(payload: str) -> bool:
    return len(payload.encode()) <= LARGEST_PAYLOAD


_BACK = _("Back to the steps")
