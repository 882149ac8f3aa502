"""A button is one way to say something: typing its title is another."""

import unicodedata
from collections.abc import Iterable, Sequence

from bot.conversation.model import Message
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Catalogue, Choice
from bot.language import Language


def choices_on_screen(messages: Sequence[Message], *, language: Language, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Return the buttons under what was said last."""
    last = next((message.say for message in reversed(messages) if message.say), None)
    return catalogue.say(last.key, language=language, fills=fills_of(last)).choices if last else ()


def typed_choice(text: str, choices: Iterable[Choice]) -> str | None:
    """Return the payload of the button whose title was typed, None where none was; erasing is only pressed."""
    can_be_typed = (choice for choice in choices if not choice.payload.startswith("do:"))
    return next((choice.payload for choice in can_be_typed if _same(choice.title) == _same(text)), None)


def _same(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().strip(" 。.、!?！？\n")
