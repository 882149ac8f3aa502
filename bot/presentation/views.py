"""From kept messages and facts to what the templates draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.model import Author, Message
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Bubble, Catalogue
from bot.guidance.facts import Fact
from bot.guidance.questions import PREFIX
from bot.i18n import Interface
from bot.language import Language
from bot.presentation.cards import Card, card, opening_card
from bot.presentation.times import clock_time

_ASKED_ELSEWHERE = frozenset({"call:end"})
"""Payloads that the pages offer beside the chat, where they ask once before they do it."""


@dataclass(frozen=True, kw_only=True)
class Views:
    """Draws bubbles and cards in a language."""

    catalogue: Catalogue
    interface: Interface
    keep_hours: int

    def messages(self, kept: Sequence[Message], *, language: Language, age: str = "") -> list[dict[str, Any]]:
        """Return the messages as the templates need them (see templates/_bubbles.html)."""
        return [self._message(message, language, age) for message in kept if not self._is_gone(message)]

    def welcome(self, *, language: Language) -> dict[str, Any]:
        """Return the bubble that a page without a conversation begins with: the first message of what may follow."""
        return {**self.entry("welcome", language=language), "seq": 1}

    def entry(self, key: str, *, language: Language) -> dict[str, Any]:
        """Return an entry as a bubble that belongs to no conversation."""
        bubble = self.catalogue.say(key, language=language)
        drawn = {"seq": 0, "author": "assistant", "danger": key in DANGER_ENTRIES, "time": ""}
        return {**drawn, **self._bubble(bubble, language)}

    def card(self, fact: Fact, *, language: Language) -> Card:
        """Return one fact as a card."""
        return card(fact, language=language, words=self.interface[language])

    def _is_gone(self, message: Message) -> bool:
        """Tell whether it is the answer of a question that is in no file any more, so that nothing is left to show."""
        key = message.say.key if message.say else ""
        return key.startswith(PREFIX) and key not in self.catalogue.entries

    def _message(self, message: Message, language: Language, age: str) -> dict[str, Any]:
        drawn: dict[str, Any] = {
            "seq": message.seq,
            "author": message.author.value,
            "time": clock_time(message.at),
            "danger": message.say is not None and message.say.key in DANGER_ENTRIES,
            "name": message.name,
            "pressed": bool(message.payload),
        }
        if message.author is Author.PERSON or message.say is None:
            return {**drawn, "paragraphs": [message.text], "cards": [], "buttons": []}
        fills = fills_of(message.say, age=age, keep_hours=self.keep_hours)
        bubble = self._bubble(self.catalogue.say(message.say.key, language=language, fills=fills), language)
        opening = opening_card(message.say.opens_at, language=language, words=self.interface[language])
        return {**drawn, **bubble, "cards": [*bubble["cards"], *([opening] if opening else [])]}

    def _bubble(self, bubble: Bubble, language: Language) -> dict[str, Any]:
        facts: list[Fact] = [*bubble.contacts, *bubble.links]
        return {
            "paragraphs": bubble.text.split("\n\n"),
            "cards": [self.card(fact, language=language) for fact in facts],
            "buttons": [
                {"title": choice.title, "payload": choice.payload}
                for choice in bubble.choices
                if choice.payload not in _ASKED_ELSEWHERE
            ],
        }
