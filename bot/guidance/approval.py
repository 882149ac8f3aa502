"""Checks before a change is published: the rules, who may approve it, whether the other language matches."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from bot.guidance.errors import NotAllowed, OwnRevision, TranslationUnconfirmed
from bot.guidance.fact_json import fields_of
from bot.guidance.opening_hours_json import faults_of_hours
from bot.guidance.revisions import BASELINE, EditorId, Item, ItemHistory, Part, Revision, RevisionId, Significance
from bot.guidance.rules import (
    Finding,
    faults_of_fact,
    faults_of_platform,
    faults_of_words,
    is_short,
    placeholders_of,
)
from bot.language import Language

_LIFELINES = frozenset({"paps", "police_emergency", "ambulance"})


def is_guarded(item: Item) -> bool:
    """Tell whether only an administrator may approve the item: emergency words and life-saving contacts."""
    if item.part is Part.WORDS:
        return item.key.startswith("crisis.")
    return item.part is Part.CONTACT and item.key in _LIFELINES


@dataclass(frozen=True, kw_only=True)
class Actor:
    """The editor who acts, and whether they have administrator rights."""

    id: EditorId
    is_administrator: bool = False


def current_revision(history: ItemHistory, language: Language | None) -> tuple[RevisionId, int]:
    """Return (id, version) of what an editor sees now, to tell later whether somebody else has changed it."""
    seen = history.open(language) or history.published(language)
    return (seen.id, seen.version) if seen else (BASELINE, 0)


def needs_of(history: ItemHistory, language: Language | None) -> frozenset[str]:
    """Return the placeholders that the words must contain; facts have none."""
    return placeholders_of(history.shipped[language]) if language else frozenset()


def writer_of(history: ItemHistory) -> EditorId | None:
    """Return who wrote the fields of a fact that people see, apart from its date; None if they were shipped."""
    content = {**fields_of(history.body(None)), "verified": ""}
    if content == {**fields_of(history.shipped[None]), "verified": ""}:
        return None
    same = [one for one in history.revisions if {**fields_of(one.body), "verified": ""} == content]
    return min((one for one in same if one.publication is not None), key=lambda one: one.id).author


def hashed(text: str) -> str:
    """Return a short hash of a shipped text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def findings(
    one: Item, language: Language | None, body: str, *, history: ItemHistory, today: date, links: frozenset[str]
) -> list[Finding]:
    """Return the faults of a text or of a fact's fields; `links` are the keys that a platform can refer to."""
    if one.part is Part.WORDS and language is not None:
        needed = needs_of(history, language)
        return list(faults_of_words(body, language=language, needed=needed, is_title=is_short(one.key)))
    if one.part is Part.HOURS:
        return list(faults_of_hours(json.loads(body), today=today))
    if one.part is Part.PLATFORM:
        return list(faults_of_platform(fields_of(body), links=links))
    return list(faults_of_fact(fields_of(body), today=today))


def refuse_wrong_hands(one: Revision, *, by: Actor, is_emergency: bool) -> None:
    """Raise OwnWork or NotAllowed if somebody else has to approve."""
    if one.author == by.id and not is_emergency:
        raise OwnRevision
    if is_guarded(one.item) and not by.is_administrator:
        raise NotAllowed


def refuse_half(one: Revision, together: set[tuple[Item, Language | None]], leaves_stale: frozenset[Item]) -> None:
    """Raise Incomplete if the other language would keep its old meaning and nobody confirmed that."""
    if one.language is None or one.significance is Significance.TYPO:
        return
    if (one.item, one.language.other) not in together and one.item not in leaves_stale:
        raise TranslationUnconfirmed
