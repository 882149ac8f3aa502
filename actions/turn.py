"""What a decision is made by, and what it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.table import Table
from understanding.context import Context
from understanding.known import LISTS, merge, names
from understanding.reading import NO, SKIP, VALUE, YES, Reading

COURTESIES = ("greet", "thanks", "affirm", "deny", "chitchat")
"""Said with what is wanted: by themselves they are all that a message holds."""

POLITE, FAINT = 0.9, 0.5
"""Confidence of a courtesy from which it is all that a message holds, and of what stands beside it below which that is."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One bubble: a key of the guidance, and topics offered with it as buttons."""

    key: str
    platform: str = ""
    """The place that a step is about, where the message names one."""
    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """Questions that may be meant, offered as buttons before the topics."""
    correct: bool = False
    """It rests on a reading that is unsure: the person gets a button to correct it."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is said in one turn, and what is known after it."""

    said: tuple[Said, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The facts of this message, those that its topic implies among them, and the topic itself."""
    offered: tuple[str, ...] = ()
    """Needs that were named but are not served yet."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What a decision is made by."""

    reading: Reading
    context: Context
    table: Table
    topic: str
    """The topic after this message."""
    facts: Mapping[str, Any]
    """The facts of this message with what its topic implies."""

    @property
    def known(self) -> dict[str, Any]:
        """Return what is known after this message."""
        return merge(self.context.known, self.facts, answered=self.context.asked)

    @property
    def needs(self) -> tuple[str, ...]:
        """Return the intents that the message is about, likeliest first; courtesies come after what is surely wanted or felt."""
        needs = self.reading.needs
        only_polite = (
            bool(needs) and needs[0].confidence >= POLITE and all(need.confidence < FAINT for need in needs[1:])
        )
        intents = [need.intent for need in needs]
        return tuple(intents if only_polite else sorted(intents, key=lambda intent: intent in COURTESIES))

    @property
    def first(self) -> str:
        """Return the likeliest need, `` where none is clear."""
        return self.needs[0] if self.needs else ""

    @property
    def confidence(self) -> float:
        """Return the confidence of the likeliest need, 0 where none is clear."""
        return max((need.confidence for need in self.reading.needs if need.intent == self.first), default=0.0)

    @property
    def news(self) -> bool:
        """Tell whether the message says something that was not known."""
        return _comparable(self.known) != _comparable(self.context.known)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the places that the message names."""
        return tuple(name for name in names(self.reading.facts.get("platform")) if name != "unknown")

    @property
    def new_places(self) -> tuple[str, ...]:
        """Return the places that were not known before."""
        return tuple(name for name in self.places if name not in names(self.context.known.get("platform")))

    @property
    def answers(self) -> bool:
        """Tell whether the message answers the open question, or passes over it."""
        return bool(self.context.asked) and self.reading.answer in (VALUE, SKIP, YES, NO)

    @property
    def opens_topic(self) -> bool:
        """Tell whether the message begins another journey."""
        return self.topic != self.context.topic


def _comparable(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts so that lists with the same names are equal, whatever their order, and what is empty is left out."""
    return {name: frozenset(names(value)) if name in LISTS else value for name, value in known.items() if value}
