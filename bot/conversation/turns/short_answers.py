"""Typed answers to a question just asked that are too short for a classifier: a bare age, the name of a place, a button's title."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from bot.conversation.model import Conversation, Message
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Catalogue, Choice
from bot.guidance.facts import Platform

_BARE_AGE = re.compile(r"(?:age )?([1-9][0-9]?)(?: ?(?:歳|才|さい|years old|yo|y/o))?(?:です|だよ|だ)?")
_ENDING = re.compile(r"(?:です|だよ|だと思う|かな|だ|の中|に|で|で見た)$|^(?:on|in) ")
_ADULT_FROM = 18


def _same(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().strip(" 。.、!?！？\n")


def pressed(text: str, choices: Iterable[Choice]) -> str | None:
    """Return the payload of the button whose title was typed, None where none was."""
    return next((choice.payload for choice in choices if _same(choice.title) == _same(text)), None)


def answer(text: str, *, asked: str, platforms: Mapping[str, Platform]) -> str | None:
    """Return the payload that a short text means as an answer to the question, None where it is more than that."""
    short = _same(text)
    if asked == "ask.age" and (age := _BARE_AGE.fullmatch(short)):
        return f"answer:age_in_image={'adult' if int(age[1]) >= _ADULT_FROM else 'under_18'}"
    if asked == "ask.platform":
        name = _ENDING.sub("", short).strip()
        place = next((place.key for place in platforms.values() if name in place.names), None)
        return f"answer:platform={place}" if place else None
    return None


def short_answer(
    text: str, *, conversation: Conversation, messages: Sequence[Message], catalogue: Catalogue
) -> str | None:
    """Return the payload that a short text means after what was said last, None where it is more than that."""
    offered = next((message.say for message in reversed(messages) if message.say), None)
    if offered is not None:
        fills = fills_of(offered)
        choices = catalogue.say(offered.key, language=conversation.language, fills=fills).choices
        payload = pressed(text, [choice for choice in choices if not choice.payload.startswith("do:")])
        if payload:
            return payload
    return answer(text, asked=conversation.asked, platforms=catalogue.platforms)
