"""What the routes of the console work with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.conversations import ConversationService
from bot.conversation.model import Counsellor, CounsellorId
from bot.language import Language
from bot.presentation.views import Views
from bot.staff.console.content_warnings import NOTHING_FLAGGED, Care
from bot.staff.console.ports import ClosingDays, Presence, Statistics
from bot.staff.context import AnyConnection, SignedIn, whoever
from bot.staff.guards import GoElsewhere
from bot.web.fanout import Fanout


class Room(Protocol):
    """Where a counsellor practises."""

    @property
    def desk(self) -> "ConsoleContext":
        """Return what the console works with in there."""
        ...

    def about(self, reader: Language) -> Sequence[tuple[Language, str]]:
        """Return who called in there: their language, and a line for staff in the reader's."""
        ...


class Rooms(Protocol):
    """The rooms for practice."""

    def of(self, counsellor: CounsellorId) -> Room | None:
        """Return the room of a counsellor."""
        ...

    async def enter(self, counsellor: CounsellorId) -> Room:
        """Return the room of a counsellor, a new one where they have none; raises NoRoom."""
        ...

    async def leave(self, counsellor: CounsellorId) -> None:
        """End the room of a counsellor."""
        ...

    async def close(self) -> None:
        """End every room."""
        ...


class NoRoom(Exception):
    """As many practise as can."""


@dataclass(frozen=True, kw_only=True)
class ConsoleContext:
    """The real desk; the one for practice has the same shape over a database of its own."""

    service: ConversationService
    presence: Presence
    fanout: Fanout
    views: Views
    statistics: Statistics
    closing_days: ClosingDays
    care: Care = NOTHING_FLAGGED
    """Knows the words by which a message is covered until the counsellor opens it."""


PRACTICE = "/practice"
"""Where the console for practice begins; the real one begins at the root."""


def where(connection: AnyConnection) -> str:
    """Return what the addresses of this console begin with: nothing, or the place of practice."""
    path = str(connection.scope["path"])
    return PRACTICE if path == PRACTICE or path.startswith(f"{PRACTICE}/") else ""


def desk_of(connection: AnyConnection) -> ConsoleContext:
    """Return the desk of a page: the real one, or in practice that of the counsellor's room; without a room practice begins anew."""
    if not where(connection):
        return real_desk_of(connection)
    me = whoever(connection)
    room = rooms_of(connection).of(as_counsellor(me).id) if me else None
    if room is None:
        raise GoElsewhere(PRACTICE)
    return room.desk


def real_desk_of(connection: AnyConnection) -> ConsoleContext:
    """Return the real desk, wherever the page is."""
    desk: ConsoleContext = connection.app.state.desk
    return desk


def rooms_of(connection: AnyConnection) -> Rooms:
    """Return the rooms for practice."""
    rooms: Rooms = connection.app.state.rooms
    return rooms


async def really_waiting(connection: AnyConnection) -> int:
    """Return how many real people wait."""
    return len(await real_desk_of(connection).service.person.queue())


def as_counsellor(me: SignedIn) -> Counsellor:
    """Return who is signed in as a counsellor: the name is the one that people are told."""
    return Counsellor(id=CounsellorId(me.account.id), name=me.account.display_name)
