"""Facts as cards: what is shown of a contact or a link, in the reader's language, on every channel."""

import gettext
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.guidance.contact_order import ANYBODY, Reader
from bot.guidance.facts import Contact, Fact, Link, Mark
from bot.i18n import mark as _
from bot.language import Language
from bot.presentation.times import day, moment

NEEDS: Mapping[str, str] = {
    "post_url": _("the post’s address (URL)"),
    "page_url": _("the page’s address (URL)"),
    "image_url": _("the image’s address (URL)"),
    "message": _("the message itself"),
    "message_link": _("the link to the message"),
    "thread_and_post": _("thread and post number"),
    "email": _("an e-mail address"),
    "account": _("an account there"),
    "legal_name": _("the legal name"),
    "name": _("a name"),
    "address": _("a postal address"),
    "country": _("the country"),
    "who_you_are": _("where one can tell that it is you"),
    "no_consent": _("that you did not agree to it"),
    "reason": _("the reason, in short"),
    "kind": _("what kind of harm it is"),
    "screenshot": _("a screenshot"),
    "signature": _("a signature"),
    "contact": _("how to reach you"),
}
"""What a form asks for, in words (see bot/guidance/facts.py)."""

LANGUAGES: Mapping[str, str] = {
    "ja": _("Japanese"),
    "en": _("English"),
    "zh": _("Chinese"),
    "ko": _("Korean"),
}
"""Languages that are named on a card; where a service speaks more than three, the others are counted."""

MOST_NAMED = 3
WIDEST = 25
"""Characters of half a width that a name and a number have side by side on a screen of 390 pixels, at most."""

_ASK_FIRST, _CALL_ANYWAY = _("Ask first which languages"), _("Call even without Japanese")

WAYS = ("phone", "mail", "url")
"""The ways to reach a service, by the fields of its card."""

_LISTED = {Language.JA: "、", Language.EN: "; "}
_BESIDE = {Language.JA: "。", Language.EN: ". "}


@dataclass(frozen=True, kw_only=True)
class Number:
    """A further number of a service, with what it is for."""

    name: str
    phone: str

    @property
    def phone_href(self) -> str:
        """Return what a phone dials when the number is pressed."""
        return f"tel:{self.phone.replace('-', '')}"


@dataclass(frozen=True, kw_only=True)
class Card:
    """One fact as people see it; a fact without any address (the law) has a note only."""

    kind: Literal["link", "contact"]
    name: str
    key: str = ""
    """The fact's key; `` for what is no fact."""
    phone: str = ""
    mail: str = ""
    url: str = ""
    hours: str = ""
    note: str = ""
    closed: str = ""
    """That nobody is there at this moment, in words; `` where somebody is, or it is not known."""
    language_note: str = ""
    """That it does not speak the reader's language."""
    languages: str = ""
    """The languages it speaks, in words, for readers of another language than Japanese."""
    checked: str = ""
    """How old it is and how well it is known, in words."""
    first: Literal["phone", "url", "mail", ""] = ""
    """The way that is offered first; `` for the first there is."""
    needs: str = ""
    """What a form asks for, in words."""
    also: tuple[Number, ...] = ()
    """Further numbers of the service."""
    again: bool = False
    """Whether the person was shown it before: then one line is enough."""

    @property
    def phone_href(self) -> str:
        """Return what a phone dials when the number is pressed."""
        return f"tel:{self.phone.replace('-', '')}"

    @property
    def way(self) -> Literal["phone", "url", "mail", ""]:
        """Return the first way to reach it."""
        return self.first or ("phone" if self.phone else "url" if self.url else "mail" if self.mail else "")

    @property
    def ways(self) -> tuple[str, ...]:
        """Return every way to reach it, the first first."""
        return tuple(sorted((way for way in WAYS if getattr(self, way)), key=lambda way: way != self.way))

    @property
    def is_long(self) -> bool:
        """Tell whether the name and the number are too long to stand side by side on a phone."""
        return sum(map(_width, self.name)) + len(self.phone) > WIDEST

    @property
    def has_more(self) -> bool:
        """Tell whether there is more to say of it than its name, its hours and the first way to reach it."""
        return bool(self.note or self.needs or self.also or self.checked or len(self.ways) > 1)


def card(
    fact: Fact,
    *,
    language: Language,
    words: gettext.NullTranslations,
    contacts: Mapping[str, Contact] | None = None,
    reader: Reader = ANYBODY,
    at: datetime | None = None,
) -> Card:
    """Return a fact as a card for a reader; `contacts` are all of them, for its further numbers; `at` is when it is read."""
    first = fact.first_way(language, in_writing=reader.in_writing) if isinstance(fact, Contact) else ""
    also = fact.also if isinstance(fact, Contact) else ()
    return Card(
        kind="link" if isinstance(fact, Link) and fact.url else "contact",
        key=fact.key,
        name=fact.name[language],
        phone=getattr(fact, "phone", ""),
        mail=getattr(fact, "mail", ""),
        url=fact.address(language),
        hours=fact.hours[language] if isinstance(fact, Contact) else "",
        note=fact.note[language],
        language_note=_language_note(fact, language, words),
        languages=_languages(fact, language, words) if isinstance(fact, Contact) else "",
        closed=_closed(fact, words, first=first, at=at) if isinstance(fact, Contact) else "",
        first=first,
        checked=_known_how(fact, language, words),
        needs=_needs(fact, language, words),
        also=tuple(
            Number(name=contacts[key].name[language], phone=contacts[key].phone)
            for key in also
            if contacts and key in contacts
        ),
    )


def _width(character: str) -> float:
    return 1.6 if unicodedata.east_asian_width(character) in "WFA" else 1


def opening_card(opens_at: str, *, language: Language, words: gettext.NullTranslations) -> Card | None:
    """Return when counsellors are there next as a card, None where that is not known."""
    if not opens_at:
        return None
    when = moment(datetime.fromisoformat(opens_at), language=language, words=words)
    return Card(kind="contact", name=words.gettext("Counsellors are next here"), hours=when)


def _language_note(fact: Fact, language: Language, words: gettext.NullTranslations) -> str:
    if not fact.lacks(language):
        return ""
    return words.gettext("Japanese only") if tuple(fact.speaks) == ("ja",) else words.gettext("Not in this language")


def _languages(contact: Contact, language: Language, words: gettext.NullTranslations) -> str:
    """Return the languages of a service in words, `` for who reads Japanese, or where its note about them is enough."""
    if language is Language.JA or contact.lacks(language):
        return ""
    if not contact.speaks:
        return words.gettext(_CALL_ANYWAY if contact.is_plain else _ASK_FIRST)
    if contact.phone_speaks and language.value not in contact.phone_speaks:
        return words.gettext("English in writing, not by phone")
    if len(contact.speaks) > MOST_NAMED:
        return words.gettext("English and %(n)s other languages") % {"n": len(contact.speaks) - 1}
    return ", ".join(words.gettext(LANGUAGES.get(name, name)) for name in contact.speaks)


def _closed(contact: Contact, words: gettext.NullTranslations, *, first: str, at: datetime | None) -> str:
    """Return that a service is closed at this moment, in words; of one that is reached by its chat, that the chat is."""
    if contact.is_closed(at):
        return words.gettext("Closed now")
    if at is not None and first == "url" and contact.chat and not contact.is_chat_open(at):
        return words.gettext("Chat closed now")
    return ""


def _known_how(fact: Fact, language: Language, words: gettext.NullTranslations) -> str:
    """Return how old the information is, and whether the service itself has confirmed it."""
    if fact.is_plain:
        return ""
    if fact.is_checked:
        age = words.gettext("Checked on %(date)s") % {"date": day(fact.verified)}
    elif fact.dated:
        age = words.gettext("As of %(date)s") % {"date": fact.dated}
    else:
        age = words.gettext("Date of this information not known")
    unsure = words.gettext("Not confirmed with the service itself") if fact.mark is not Mark.VERIFIED else ""
    return _BESIDE[language].join(part for part in (age, unsure) if part)


def _needs(fact: Fact, language: Language, words: gettext.NullTranslations) -> str:
    needs = fact.needs if isinstance(fact, Link) else ()
    if not needs:
        return ""
    listed = _LISTED[language].join(words.gettext(NEEDS[need]) for need in needs if need in NEEDS)
    return words.gettext("It asks for: %(things)s") % {"things": listed}
