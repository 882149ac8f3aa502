"""Facts that people are shown, such as contacts, report forms and laws; each has a source, a mark and a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal

from bot.guidance.service_hours import ServiceHours
from bot.japan import TOKYO
from bot.language import Language

Texts = Mapping[Language, str]

NEEDS = (
    "post_url", "page_url", "image_url", "message", "message_link", "thread_and_post", "email", "account", "legal_name", "name",
    "address", "country", "who_you_are", "no_consent", "reason", "kind", "screenshot", "signature", "contact",
)  # fmt: skip
"""What a form can ask for; their words are in bot/presentation/cards.py."""


class Mark(StrEnum):
    """How well a fact is confirmed: by an official page, only by a secondary source, or not at all."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where facts were read, by its id in sources.yml; `dated` is its own date as far as it is known, such as 2025-07, else ``."""

    id: str
    where: str
    dated: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What all facts have; `verified` is the day it was last looked at, `source` names where (ids of sources.yml)."""

    key: str
    name: Texts
    note: Texts
    speaks: tuple[str, ...]
    source: str
    mark: Mark
    verified: date
    renew_after: timedelta
    url: str = ""
    english_url: str = ""
    """The same page in English, where it has an address of its own."""
    compiled: date = date.min
    """The day on which the facts were written down; nobody had looked again by then."""
    dated: str = ""
    """How old the information is: the newest date of its sources, such as 2025-07; `` where none of them has a date."""
    is_plain: bool = False
    """Whether its card says nothing of its source: nobody may hesitate to call an emergency number."""

    @property
    def review_by(self) -> date:
        """Return the last day until which nobody has to look at it again."""
        return self.verified + self.renew_after

    @property
    def is_checked(self) -> bool:
        """Tell whether a person has looked at it since the facts were written down."""
        return self.verified > self.compiled

    def is_overdue(self, *, today: date) -> bool:
        """Tell whether it is time for staff to check the fact again."""
        return today > self.review_by

    def address(self, language: Language) -> str:
        """Return the address of its page in a language."""
        return (self.english_url if language is Language.EN else "") or self.url

    def lacks(self, language: Language) -> bool:
        """Tell whether the service is known not to speak this language."""
        return bool(self.speaks) and language.value not in self.speaks


@dataclass(frozen=True, kw_only=True)
class Contact(Fact):
    """A service to call or write to; phone as dialled, hours in Japan's time."""

    phone: str = ""
    mail: str = ""
    hours: Texts
    times: ServiceHours | None = None
    """When it can be called, computable; None where that is not known, or differs from place to place."""
    also: tuple[str, ...] = ()
    """Other numbers of the same service, on the same card: keys of contacts."""
    beside: tuple[str, ...] = ()
    """Who is shown with it to a reader whose language it does not speak: keys of contacts."""
    phone_speaks: tuple[str, ...] = ()
    """The languages on the phone, where they are fewer than it speaks in all."""
    chat: tuple[time, time] | None = None
    """When its chat is open, every day in Japan's time: from, to; the same time twice is round the clock. None where it has none."""

    @property
    def takes_writing(self) -> bool:
        """Tell whether it is known to be reached by chat or mail."""
        return self.chat is not None or bool(self.mail)

    @property
    def written_way(self) -> Literal["url", "mail", ""]:
        """Return how it is reached without a voice: its chat, its mail or its page; `` where it can only be phoned."""
        if self.url and (self.chat is not None or not self.mail):
            return "url"
        return "mail" if self.mail else ""

    def first_way(self, language: Language, *, in_writing: bool = False) -> Literal["phone", "url", "mail", ""]:
        """Return the way to offer first: in writing too where nobody on the phone is known to speak the language."""
        is_spoken = not self.phone_speaks or language.value in self.phone_speaks
        return (
            "phone"
            if self.phone and is_spoken and not in_writing
            else self.written_way or ("phone" if self.phone else "")
        )

    def is_closed(self, at: datetime | None) -> bool:
        """Tell whether it is known that nobody can be reached there at a moment, neither by phone nor by chat."""
        if at is None or self.times is None:
            return False
        return not self.times.is_open(at) and not self.is_chat_open(at)

    def is_chat_open(self, at: datetime | None) -> bool:
        """Tell whether its chat is open at a moment; where no moment is given, only whether it never closes."""
        if self.chat is None:
            return False
        opens, closes = self.chat
        return opens == closes or (at is not None and opens <= at.astimezone(TOKYO).time() < closes)


@dataclass(frozen=True, kw_only=True)
class Link(Fact):
    """A form, a tool, or a statement of law or of what to keep, which has no address."""

    needs: tuple[str, ...] = ()
    """What a form asks for, in words of NEEDS; () where there is none or nothing was seen."""


@dataclass(frozen=True, kw_only=True)
class Platform:
    """A service that an image can be on, with links to its own report forms."""

    key: str
    name: Texts
    names: tuple[str, ...]
    links: tuple[str, ...]
    minor_links: tuple[str, ...]
