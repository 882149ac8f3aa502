"""From kept messages and facts to what the templates draw."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.model import Author, Message, Say
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Bubble, Catalogue, Fills, in_order
from bot.guidance.contact_order import ANYBODY, Reader
from bot.guidance.facts import Fact
from bot.guidance.questions import PREFIX
from bot.i18n import Interface
from bot.language import Language
from bot.presentation.cards import Card, card, opening_card
from bot.presentation.times import clock_time

CARDS_IN_VIEW, CARDS_IN_DANGER = 2, 3
"""Cards of a bubble that are in view; more of them open in place."""

_REPORTS = "step.report"

_ASKED_ELSEWHERE = frozenset({"call:end"})
"""Payloads that the pages offer beside the chat, where they ask once before they do it."""


@dataclass(frozen=True, kw_only=True)
class Views:
    """Draws bubbles and cards in a language."""

    catalogue: Catalogue
    interface: Interface
    keep_hours: int

    def messages(
        self,
        kept: Sequence[Message],
        *,
        language: Language,
        age: str = "",
        role: str = "",
        said: Sequence[str] = (),
        reader: Reader = ANYBODY,
        now: datetime | None = None,
    ) -> list[dict[str, Any]]:
        """Return the messages as the templates need them (see templates/_bubbles.html), for this role and age in the image.

        `reader` is whom the services are shown to; a card says what is closed `now`, or when it was said.
        `said` is what was said in all, as KEY or KEY@PLATFORM: a card of a bubble before these ones was seen already, too.
        """
        shown = [message for message in kept if not self._is_gone(message)]
        seen = self._facts_before(shown, said, language=language)
        drawn = []
        for one in shown:
            bubble = self._message(one, language, age, reader, now or one.at)
            is_again = not bubble["danger"]
            bubble["cards"] = [replace(item, again=is_again and item.key in seen) for item in bubble["cards"]]
            seen |= {item.key for item in bubble["cards"]}
            drawn.append({**bubble, "papers": self._papers(one, language, age, role)})
        return drawn

    def welcome(self, *, language: Language) -> dict[str, Any]:
        """Return the bubble that a page without a conversation begins with: the first message of what may follow."""
        return {**self.entry("welcome", language=language), "seq": 1}

    def entry(self, key: str, *, language: Language, fills: Fills | None = None) -> dict[str, Any]:
        """Return an entry as a bubble that belongs to no conversation."""
        bubble = self.catalogue.say(key, language=language, fills=fills)
        drawn = {"seq": 0, "author": "assistant", "danger": key in DANGER_ENTRIES, "time": ""}
        return {**drawn, **self._bubble(bubble, language), "papers": []}

    def card(self, fact: Fact, *, language: Language, reader: Reader = ANYBODY, at: datetime | None = None) -> Card:
        """Return one fact as a card, for a reader at a moment."""
        words, contacts = self.interface[language], self.catalogue.contacts
        return card(fact, language=language, words=words, contacts=contacts, reader=reader, at=at)

    def _is_gone(self, message: Message) -> bool:
        """Tell whether it is the answer of a question that is in no file any more, so that nothing is left to show."""
        key = message.say.key if message.say else ""
        return key.startswith(PREFIX) and key not in self.catalogue.entries

    def _facts_before(self, shown: Sequence[Message], said: Sequence[str], *, language: Language) -> set[str]:
        """Return the facts of what was said before these messages, by key."""
        among = {message.say.key for message in shown if message.say is not None}
        keys = {one.partition("@")[0] for one in said} - among
        bubbles = [self.catalogue.say(key, language=language) for key in keys if key in self.catalogue.entries]
        return {fact.key for bubble in bubbles for fact in bubble.facts}

    def papers_beside(self, say: Say, *, language: Language, age: str, role: str) -> list[dict[str, str]]:
        """Return the papers that are offered under an entry, to this role with this age in the image."""
        at = f"?place={say.platform}" if say.platform else ""
        offered = self.catalogue.papers.offered(role=role, age=age or "careful", beside=say.key)
        return [
            {"title": one.title[language], "href": f"/papers/{one.key}{at if one.asks_place else ''}"}
            for one in offered
        ]

    def _papers(self, message: Message, language: Language, age: str, role: str) -> list[dict[str, str]]:
        if message.author is not Author.ASSISTANT or message.say is None:
            return []
        return self.papers_beside(message.say, language=language, age=age, role=role)

    def _message(self, message: Message, language: Language, age: str, reader: Reader, now: datetime) -> dict[str, Any]:
        drawn: dict[str, Any] = {
            "seq": message.seq,
            "author": message.author.value,
            "time": clock_time(message.at),
            "danger": message.say is not None and message.say.key in DANGER_ENTRIES,
            "name": message.name,
            "pressed": bool(message.payload),
        }
        if message.author is Author.PERSON or message.say is None:
            return {**drawn, "paragraphs": [message.text], "cards": [], "in_view": 0, "buttons": []}
        fills = fills_of(message.say, age=age, keep_hours=self.keep_hours, reader=reader, at=message.at)
        bubble = self._bubble(
            self.catalogue.say(message.say.key, language=language, fills=fills), language, reader, now
        )
        opening = opening_card(message.say.opens_at, language=language, words=self.interface[language])
        return {**drawn, **bubble, "cards": [*bubble["cards"], *([opening] if opening else [])]}

    def _bubble(
        self, bubble: Bubble, language: Language, reader: Reader = ANYBODY, now: datetime | None = None
    ) -> dict[str, Any]:
        facts = bubble.facts
        if bubble.key.startswith(_REPORTS):  # the form of the place comes first
            facts = in_order((*bubble.links, *bubble.contacts), standing_back=bubble.standing_back)
        cards = [self.card(fact, language=language, reader=reader, at=now) for fact in facts]
        is_danger = bubble.key in DANGER_ENTRIES
        most = CARDS_IN_DANGER if is_danger else CARDS_IN_VIEW
        return {
            "paragraphs": bubble.text.split("\n\n"),
            "cards": _writing_in_view(cards) if is_danger else cards,
            "in_view": _in_view(bubble, reader, most=most),
            "buttons": [
                {"title": choice.title, "payload": choice.payload}
                for choice in bubble.choices
                if choice.payload not in _ASKED_ELSEWHERE
            ],
        }


def _in_view(bubble: Bubble, reader: Reader, *, most: int) -> int:
    """Return how many cards are in view: none of those that stand back, where there is another or the reader cannot phone."""
    standing = len(bubble.facts) - len(bubble.standing_back)
    if not bubble.standing_back or not (standing or reader.in_writing):
        return most
    return min(most, standing)


def _writing_in_view(cards: list[Card]) -> list[Card]:
    """Return the cards with one that can be written to in their language among those in view: not everybody in danger can speak."""
    written = next((item for item in cards if item.way not in ("", "phone") and not item.language_note), None)
    if written is None or cards.index(written) < CARDS_IN_DANGER:
        return cards
    others = [item for item in cards if item is not written]
    return [*others[: CARDS_IN_DANGER - 1], written, *others[CARDS_IN_DANGER - 1 :]]
