"""What the routes of the console work with."""

from dataclasses import dataclass

from litestar.datastructures import State
from litestar.di import NamedDependency

from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.model import Counsellor, CounsellorId
from bot.presentation.views import Views
from bot.staff.console.content_warnings import NOTHING_FLAGGED, FlaggedWords
from bot.staff.console.ports import ClosingDays, Presence, Statistics
from bot.staff.context import SignedIn
from bot.web.fanout import Fanout


@dataclass(frozen=True, kw_only=True)
class ConsoleContext:
    """What one console works with; the one for practice has the same shape over a database of its own."""

    conversations: Conversations
    clock: Clock
    presence: Presence
    fanout: Fanout
    views: Views
    statistics: Statistics
    closing_days: ClosingDays
    flagged: FlaggedWords = NOTHING_FLAGGED
    """The words that hide a message until the counsellor opens it."""
    is_practice: bool = False

    async def queue_length(self) -> int:
        """Return how many people wait."""
        return len(await self.conversations.person.queue())


Console = NamedDependency[ConsoleContext]
"""The type of a handler's `console`: the real one, or in practice that of the counsellor's room."""


def console_context(state: State) -> ConsoleContext:
    """Return the real console, for handlers that take `console`."""
    console: ConsoleContext = state.console
    return console


def as_counsellor(me: SignedIn) -> Counsellor:
    """Return who is signed in as a counsellor: the name is the one that people are told."""
    return Counsellor(id=CounsellorId(me.account.id), name=me.account.display_name)
