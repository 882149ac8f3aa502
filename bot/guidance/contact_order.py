"""Which services are shown to whom, and in which order: the one place that decides it for every channel.

Who speaks the reader's language comes before who does not, who is open before who is closed. To somebody who cannot phone, services
are shown by how they take writing; those that can only be phoned stand back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.guidance.facts import Contact
from bot.language import Language

EMERGENCY = ("ambulance", "police_emergency")
"""Shown in danger in any case: somebody near can call."""

LISTENING = frozenset({"tell", "inochi_sos", "yorisoi", "childline", "child_sos"})
ANY_WORRY, FOR_HARMED = "anata_no_ibasho", "cure_time"
"""Chats that stand in for lines that listen: for any worry; for people harmed, which no maker is sent to."""

MOST_IN_DANGER, MOST_IN_WRITING = 5, 4
"""How many services are shown in danger; to who cannot phone."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whom services are shown to."""

    in_writing: bool = False
    """They cannot phone, or must be quiet."""
    is_maker: bool = False
    """They made or shared an image, or stand by who did."""


ANYBODY = Reader()
"""A reader of whom nothing is known."""


@dataclass(frozen=True, kw_only=True)
class ContactOrder:
    """Puts the services of an entry in order, for one reader at one moment."""

    contacts: Mapping[str, Contact]
    language: Language
    reader: Reader = ANYBODY
    at: datetime | None = None
    """None leaves the order of those that are open and closed."""
    in_danger: bool = False

    def shown(self, names: Sequence[str]) -> tuple[Contact, ...]:
        """Return the services to show for those that an entry names, first to last."""
        named = self._with_speaker([self.contacts[name] for name in names])
        if self.reader.in_writing:
            named = self._in_writing(named)
        named = self._with_chat(named)
        if self.reader.in_writing:
            named = sorted(named, key=self._by_writing)
            named = self._written_in_danger(named) if self.in_danger else named
        elif names[:1] and names[0] in EMERGENCY:
            named = self._few(sorted(named, key=lambda contact: (not contact.phone, *self._by_phone(contact))))
        else:
            named = sorted(named, key=self._by_phone)
        speaking = tuple(contact for contact in named if not contact.lacks(self.language))
        return speaking if speaking and self.language is Language.JA else tuple(named)

    def stands_back(self, contact: Contact) -> bool:
        """Tell whether a service is not among the first: it can only be phoned, or is there for other languages."""
        if self.in_danger and contact.key in EMERGENCY:
            return False
        if self.reader.in_writing and not contact.written_way:
            return True
        return self.language is Language.JA and contact.speaks[:1] not in ((), ("ja",))

    def _with_speaker(self, named: list[Contact]) -> list[Contact]:
        """Return services with somebody who speaks the reader's language, where none of them does."""
        if not named or not all(contact.lacks(self.language) for contact in named):
            return named
        others = self._beside(named[:1])
        open_now = [one for one in others if not one.is_closed(self.at)]
        return [*named, *(open_now or others)[:1]]

    def _with_chat(self, named: list[Contact]) -> list[Contact]:
        """Return services with a chat in the reader's language, where those that are named have none."""
        chats = [contact for contact in named if contact.chat]
        if not chats or not all(contact.lacks(self.language) for contact in chats):
            return named
        others = [one for one in self._beside(chats) if one.written_way and one not in named]
        return [*named, *others[:1]]

    def _in_writing(self, named: list[Contact]) -> list[Contact]:
        """Return services with some that take writing, in the place of lines that listen or of those that can only be phoned."""
        chats = [one for one in named if one.chat]
        is_open = any(one.is_chat_open(self.at) and not one.lacks(self.language) for one in chats)
        added: list[Contact] = []
        if {one.key for one in named} & LISTENING and not is_open:
            added = [self.contacts[key] for key in (ANY_WORRY, FOR_HARMED) if key in self.contacts]
        elif not any(one.written_way for one in named):
            added = [one for one in self._beside(named) if one.written_way][:1]
        return [*named, *(one for one in added if one not in named and self._is_for_reader(one))]

    def _few(self, named: list[Contact]) -> list[Contact]:
        """Return the few that are shown after an emergency number; lines on which the reader would not be understood give way first."""
        too_many = max(0, len(named) - MOST_IN_DANGER)
        unspoken = [contact for contact in named if contact.phone and contact.lacks(self.language)]
        left_out = unspoken[len(unspoken) - too_many :] if too_many else []
        return [contact for contact in named if contact not in left_out]

    def _written_in_danger(self, named: Sequence[Contact]) -> list[Contact]:
        """Return the few that are shown in danger to who cannot phone: those that are sure to take writing, then the emergency numbers."""
        emergency = [contact for contact in named if contact.key in EMERGENCY]
        written = [contact for contact in named if contact.takes_writing]
        return [*written[: MOST_IN_WRITING - len(emergency)], *emergency] if written or emergency else list(named)

    def _beside(self, named: Sequence[Contact]) -> list[Contact]:
        keys = dict.fromkeys(key for contact in named for key in contact.beside)
        found = [self.contacts[key] for key in keys]
        return [one for one in found if not one.lacks(self.language) and self._is_for_reader(one)]

    def _is_for_reader(self, contact: Contact) -> bool:
        return not (self.reader.is_maker and contact.key == FOR_HARMED)

    def _by_phone(self, contact: Contact) -> tuple[bool, ...]:
        return (self.stands_back(contact), contact.lacks(self.language), contact.is_closed(self.at))

    def _by_writing(self, contact: Contact) -> tuple[bool, ...]:
        """Sort what takes writing first; among it who speaks the reader's language, and what is read at this hour."""
        return (
            self.stands_back(contact),
            contact.is_closed(self.at),
            contact.lacks(self.language),
            not contact.takes_writing,
            not (contact.is_chat_open(self.at) or contact.mail),
            self.in_danger and contact.chat is None,
        )
