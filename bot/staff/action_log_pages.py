"""The action log, for auditors: read it, filter it, check that nothing was changed."""

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import FromQuery, QueryParameter

from bot.accounts import Account
from bot.action_log import COMMAND_LINE, Action, LogEntry, LogVerification
from bot.permissions import Permission
from bot.presentation.times import second
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import needs
from bot.staff.labels import ACTIONS

PAGE = 50
"""Entries on one page."""
_READ = needs(Permission.READ_ACTION_LOG)
Number = Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)]


@get("/log", opt=_READ)
async def read(
    request: AnyRequest, me: Me, staff: Staff, action: FromQuery[str] = "", before: Number = None
) -> Response[str]:
    """Show entries, newest first."""
    wanted = Action(action) if action in set(Action) else None
    return await _log_page(request, me, staff, action=wanted, before=before, verdict=None)


@post("/log/verify", opt=_READ)
async def verify(request: AnyRequest, me: Me, staff: Staff) -> Response[str]:
    """Check the whole log and say what was found."""
    async with staff.book.work() as records:
        verdict = await records.log.verify(expected=True)
        reason = "whole" if verdict.broken is None else f"broken.{verdict.broken}"
        await records.log.append(Action.LOG_VERIFIED, by=me.account.id, at=staff.clock.now(), reason=reason)
    return await _log_page(request, me, staff, action=None, before=None, verdict=verdict)


async def _log_page(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    *,
    action: Action | None,
    before: int | None,
    verdict: LogVerification | None,
) -> Response[str]:
    words = staff.interface[me.account.language]
    async with staff.book.work() as records:
        entries = await records.log.entries(before=before, action=action, most=PAGE + 1)
        accounts = {account.id: account for account in await records.accounts.all()}
        if verdict is None:
            await records.log.append(Action.LOG_READ, by=me.account.id, at=staff.clock.now())
    shown = entries[:PAGE]

    def who(someone: str) -> str:
        return words.gettext("Command line") if someone == COMMAND_LINE else _name(accounts, someone)

    return staff.page(
        request,
        "log.html",
        entries=[_row(entry, who=who(entry.staff), about=_name(accounts, entry.about)) | {"what": words.gettext(ACTIONS[entry.action])} for entry in shown],
        actions=[(one.value, words.gettext(name)) for one, name in ACTIONS.items()],
        chosen=action.value if action else "",
        older=shown[-1].number if len(entries) > PAGE else None,
        newer=before is not None,
        verdict=verdict,
    )  # fmt: skip


def _row(entry: LogEntry, *, who: str, about: str) -> dict[str, Any]:
    when = second(entry.at)
    return {"number": entry.number, "when": when, "who": who, "about": about, "reason": entry.reason}


def _name(accounts: dict[Any, Account], someone: str) -> str:
    """Return a colleague's name for an id; an id that is nobody's, such as a conversation's, stays the same."""
    found = accounts.get(someone)
    return found.display_name if found else someone
