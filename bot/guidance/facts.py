"""Facts that people are shown, such as contacts, report forms and laws; each has a source, a mark and a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.japan import TOKYO
from bot.language import Language

Texts = Mapping[Language, str]


class Mark(StrEnum):
    """How well a fact is confirmed: by an official page, only by a secondary source, or not at all."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What all facts have; `verified` is the day it was last looked at, `source` where (docs/facts or shared sources)."""

    key: str
    name: Texts
    note: Texts
    speaks: tuple[str, ...]
    source: str
    mark: Mark
    verified: date
    renew_after: timedelta

    def is_overdue(self, *, today: date) -> bool:
        """Tell whether it is time for staff to check the fact again."""
        return today > self.verified + self.renew_after

    def lacks(self, language: Language) -> bool:
        """Tell whether the service is known not to speak this language."""
        return bool(self.speaks) and language.value not in self.speaks


@dataclass(frozen=True, kw_only=True)
class Contact(Fact):
    """A service to call or write to; phone as dialled, hours in Japan's time."""

    phone: str = ""
    mail: str = ""
    url: str = ""
    hours: Texts
    chat: tuple[time, time] | None = None
    """When its chat is open, every day in Japan's time: from, to; the same time twice is round the clock. None where it has none."""

    def is_chat_open(self, at: datetime | None) -> bool:
        """Tell whether its chat is open at a moment; where no moment is given, only whether it never closes."""
        if self.chat is None:
            return False
        opens, closes = self.chat
        return opens == closes or (at is not None and opens <= at.astimezone(TOKYO).time() < closes)


@dataclass(frozen=True, kw_only=True)
class Link(Fact):
    """A form, a tool, or a statement of law, which has no address."""

    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Platform:
    """A service that an image can be on, with links to its own report forms."""

    key: str
    name: Texts
    names: tuple[str, ...]
    links: tuple[str, ...]
    minor_links: tuple[str, ...]
