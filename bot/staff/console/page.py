"""One page of the console: for whom it is made, and what it is made from."""

from dataclasses import dataclass
from typing import Any

from litestar import Response
from litestar.datastructures import State
from litestar.di import NamedDependency

from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import Counsellor
from bot.staff.console.context import Console, ConsoleContext, as_counsellor
from bot.staff.console.views import CounsellorView
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext

PRACTICE = "/practice"
"""The path of the console for practice; the real console is at the root."""


@dataclass(frozen=True, kw_only=True)
class ConsolePage:
    """What the handlers of the console answer with, at the root and in practice alike."""

    request: AnyRequest
    me: SignedIn
    staff: StaffContext
    console: ConsoleContext
    real: ConsoleContext
    """The console with real people; in practice another one than `console`."""

    @property
    def counsellor(self) -> Counsellor:
        """Return who is signed in as a counsellor."""
        return as_counsellor(self.me)

    @property
    def path(self) -> str:
        """Return what every address of this console begins with."""
        return PRACTICE if self.console.is_practice else ""

    def say(self, text: str) -> str:
        """Return a text of the interface catalogue in the counsellor's language."""
        return self.staff.say(self.request, text)

    async def render(self, template: str, *, status: int = 200, **values: Any) -> Response[str]:
        """Return a rendered template, with what every template of the console needs."""
        return self.staff.page(self.request, template, status=status, **{**await self._common(), **values})

    async def view(self, *, duty: OnDuty | None = None) -> CounsellorView:
        """Return what turns chats into template values for this counsellor."""
        duty = duty or await self.console.presence.find(self.counsellor.id)
        language = self.me.account.language
        return CounsellorView(
            views=self.console.views,
            flagged=self.console.flagged,
            words=self.staff.interface[language],
            language=language,
            now=self.console.clock.now(),
            name=self.counsellor.name,
            covers=duty is None or duty.covers,
        )

    async def _common(self) -> dict[str, Any]:
        return {
            "at": self.path,
            "own_id": self.me.account.id,
            "now": int(self.console.clock.now().timestamp()),
            "really": await self.real.queue_length() if self.path else 0,
        }


Page = NamedDependency[ConsolePage]
"""The type of a handler's `page`."""


def console_page(request: AnyRequest, me: Me, staff: Staff, console: Console, state: State) -> ConsolePage:
    """Return the page of a request, for handlers that take `page`."""
    return ConsolePage(request=request, me=me, staff=staff, console=console, real=state.console)
