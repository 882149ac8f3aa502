"""Searching the guidance in the counsellor's own language, to send it in the person's."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.guidance.catalogue import Bubble, Catalogue, Fills
from bot.guidance.plan import AGES
from bot.language import Language

MOST_FOUND = 12
LAST = 10
READY = "reply."
"""Entries that are written for counsellors begin with this."""

_FOR_THE_PROGRAM = (
    "welcome", "greet", "goodbye", "thanks", "affirm.", "deny.", "menu", "chitchat", "abusive", "out_of_scope", "unclear",
    "language.", "heard.", "ask.", "scripted", "telegram.", "privacy.telegram", "human", "waiting.", "counsellor.", "code.",
    "notice.", "crisis.check_later", "step.end", "delete.ask", "return.", "late.", "message.",
)  # fmt: skip
"""Entries that only the program says: about itself, its questions, and what happens with a counsellor."""


@dataclass(frozen=True, kw_only=True)
class SearchResult:
    """An entry in both languages, with what it would say in this chat."""

    key: str
    held_conversation: Bubble
    """In the person's language."""
    own: Bubble
    """In the counsellor's language."""
    whole: bool
    """It can be sent unchanged: nothing in it has to be filled in by hand."""


def may_be_sent(key: str) -> bool:
    """Tell whether a counsellor may send an entry."""
    return not key.startswith(_FOR_THE_PROGRAM)


def ready_made(catalogue: Catalogue, *, person: Language, own: Language, fills: Fills) -> list[SearchResult]:
    """Return the replies that are written for counsellors, in the order of the guidance."""
    keys = (key for key in catalogue.entries if key.startswith(READY))
    return [found(catalogue, key, person=person, own=own, fills=fills) for key in keys]


def search(catalogue: Catalogue, query: str, *, person: Language, own: Language, fills: Fills) -> list[SearchResult]:
    """Return the entries in which every word of a query occurs: those that begin with it, or are named so, first."""
    words = _plain(query).split()
    if not words:
        return []
    ranked = [
        (rank + _for_another_age(key, fills.age), key)
        for key in catalogue.entries
        if may_be_sent(key) and (rank := _rank(catalogue, key, words, own)) is not None
    ]
    best = sorted(ranked, key=lambda one: one[0])[:MOST_FOUND]
    return [found(catalogue, key, person=person, own=own, fills=fills) for _, key in best]


def found(catalogue: Catalogue, key: str, *, person: Language, own: Language, fills: Fills) -> SearchResult:
    """Return one entry in both languages; raise UnknownEntry where there is none."""
    return SearchResult(
        key=key,
        held_conversation=catalogue.say(key, language=person, fills=fills),
        own=catalogue.say(key, language=own, fills=fills),
        whole=is_whole(catalogue, key),
    )


def is_whole(catalogue: Catalogue, key: str) -> bool:
    """Tell whether an entry says the same whoever sends it, wherever it is sent."""
    texts = (catalogue.words.text(key, language=language) or "" for language in Language)
    return not any(gap in text for text in texts for gap in ("{platform}", "{counsellor}", "{place}"))


def _rank(catalogue: Catalogue, key: str, words: Sequence[str], own: Language) -> int | None:
    bubble = catalogue.say(key, language=own)
    title = _plain(f"{key.replace('.', ' ')} {bubble.text.partition(chr(10))[0]}")
    text = _plain(bubble.text)
    facts = _plain(" ".join(_names([*bubble.contacts, *bubble.links])))
    if _all(words, [title]):
        return 0
    if _all(words, [text]):
        return 1
    return 2 if _all(words, [title, text, facts]) else None


def _for_another_age(key: str, age: str) -> int:
    """Return how far back an entry comes that is for people of another age than the one in the image."""
    written_for = key.rpartition(".")[2]
    return LAST if written_for in AGES and written_for != age else 0


def _names(facts: Iterable[object]) -> list[str]:
    return [name for fact in facts for name in getattr(fact, "name", {}).values()]


def _all(words: Sequence[str], texts: Sequence[str]) -> bool:
    return all(any(word in text for text in texts) for word in words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
