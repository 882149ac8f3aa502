"""Facts as cards: what is shown of a contact or a link, in the reader's language, on every channel."""

import gettext
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.guidance.facts import Contact, Fact, Link
from bot.language import Language
from bot.presentation.times import day, moment


@dataclass(frozen=True, kw_only=True)
class Card:
    """One fact as people see it; a fact without any address (the law) has a note only."""

    kind: Literal["link", "contact"]
    name: str
    phone: str
    mail: str
    url: str
    hours: str
    note: str
    language_note: str
    checked: str

    @property
    def phone_href(self) -> str:
        """Return what a phone dials when the number is pressed."""
        return f"tel:{self.phone.replace('-', '')}"


def card(fact: Fact, *, language: Language, words: gettext.NullTranslations) -> Card:
    """Return a fact as a card."""
    return Card(
        kind="link" if isinstance(fact, Link) and fact.url else "contact",
        name=fact.name[language],
        phone=getattr(fact, "phone", ""),
        mail=getattr(fact, "mail", ""),
        url=getattr(fact, "url", ""),
        hours=fact.hours[language] if isinstance(fact, Contact) else "",
        note=fact.note[language],
        language_note=_language_note(fact, language, words),
        checked=words.gettext("As of %(date)s") % {"date": day(fact.verified)},
    )


def opening_card(opens_at: str, *, language: Language, words: gettext.NullTranslations) -> Card | None:
    """Return when counsellors are there next as a card, None where that is not known."""
    if not opens_at:
        return None
    return Card(
        kind="contact",
        name=words.gettext("Counsellors are next here"),
        phone="",
        mail="",
        url="",
        hours=moment(datetime.fromisoformat(opens_at), language=language, words=words),
        note="",
        language_note="",
        checked="",
    )


def _language_note(fact: Fact, language: Language, words: gettext.NullTranslations) -> str:
    if not fact.lacks(language):
        return ""
    return words.gettext("Japanese only") if tuple(fact.speaks) == ("ja",) else words.gettext("Not in this language")
