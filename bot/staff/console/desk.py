"""What the routes of the console work with."""

from dataclasses import dataclass
from typing import Any

from bot.conversation.calling import Calling
from bot.conversation.case_notes import CaseNotes
from bot.conversation.handovers import Handovers
from bot.conversation.model import Counsellor, CounsellorId
from bot.conversation.service import ConversationService
from bot.showing.views import Views
from bot.staff.console.care import NOTHING_FLAGGED, Care
from bot.staff.console.ports import ClosingDays, Presence, Statistics
from bot.staff.office import AnyConnection, SignedIn
from bot.web.fanout import Fanout


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The real desk; the one for practice has the same shape over a database of its own."""

    service: ConversationService
    presence: Presence
    fanout: Fanout
    views: Views
    statistics: Statistics
    closing_days: ClosingDays
    care: Care = NOTHING_FLAGGED
    """Knows the words by which a message is covered until the counsellor opens it."""

    @property
    def handovers(self) -> Handovers:
        """Return the moves of counsellors."""
        return Handovers(**self._moving)

    @property
    def calling(self) -> Calling:
        """Return the moves of persons."""
        return Calling(**self._moving)

    @property
    def case_notes(self) -> CaseNotes:
        """Return the notes and labels of chats."""
        return CaseNotes(**self._moving)

    @property
    def _moving(self) -> dict[str, Any]:
        return {name: getattr(self.service, name) for name in ("archive", "clock", "bell", "keep")}


def desk_of(connection: AnyConnection) -> Desk:
    """Return the desk of the application."""
    desk: Desk = connection.app.state.desk
    return desk


PRACTICE = "/practice"
"""Where the console for practice begins; the real one begins at the root."""


def where(connection: AnyConnection) -> str:
    """Return what the addresses of this console begin with: nothing, or the place of practice."""
    path = str(connection.scope["path"])
    return PRACTICE if path == PRACTICE or path.startswith(f"{PRACTICE}/") else ""


def as_counsellor(me: SignedIn) -> Counsellor:
    """Return who is signed in as a counsellor: the name is the one that people are told."""
    return Counsellor(id=CounsellorId(me.account.id), name=me.account.display_name)
