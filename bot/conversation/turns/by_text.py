"""Cards for somebody who cannot phone: chats that are open at this hour first, then other ways to write; a number only in an emergency."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.model import Say
from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Contact
from bot.language import Language

EMERGENCY = ("ambulance", "police_emergency")
"""Shown last, for somebody near to call."""

CHATS = ("anata_no_ibasho", "cure_time")
"""Shown where an entry names somebody who listens, and no chat that is open."""

LISTENING = frozenset({"tell", "inochi_sos", "yorisoi", "childline", "child_sos"})

_FEELINGS = ("distress.", "question.now_")
MOST_CARDS = 4


def with_cards_by_text(
    said: Sequence[Say], *, catalogue: Catalogue, language: Language, at: datetime | None
) -> list[Say]:
    """Return the bubbles about safety and feelings with cards that work without a voice."""
    return [_by_text(say, catalogue=catalogue, language=language, at=at) for say in said]


def _by_text(say: Say, *, catalogue: Catalogue, language: Language, at: datetime | None) -> Say:
    own = catalogue.entries[say.key].contacts if say.key in catalogue.entries else ()
    if not own or not (say.key in SAFETY_ENTRIES or say.key.startswith(_FEELINGS)):
        return say
    emergency = tuple(key for key in own if key in EMERGENCY)
    named = [key for key in own if _is_written(catalogue.contacts[key])]
    is_open = any(catalogue.contacts[key].is_chat_open(at) for key in named)
    if {*own} & LISTENING and not is_open:
        named = list(dict.fromkeys((*named, *CHATS)))
    named.sort(key=lambda key: _order(catalogue.contacts[key], language=language, at=at))
    return replace(say, contacts=(*named[: MOST_CARDS - len(emergency)], *emergency))


def _is_written(contact: Contact) -> bool:
    return contact.chat is not None or bool(contact.mail)


def _order(contact: Contact, *, language: Language, at: datetime | None) -> tuple[bool, bool, bool]:
    """Sort what is open now first, then what speaks the reader's language, then chats before mail."""
    return (not contact.is_chat_open(at), contact.lacks(language), contact.chat is None)
