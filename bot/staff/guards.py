"""Who comes in where: every route is closed unless it is in the one list here, and names the permission it needs."""

from typing import Any

from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from bot.accounts import Account
from bot.conversation.model import CounsellorId
from bot.permissions import Permission
from bot.staff.console.context import ConsoleContext
from bot.staff.context import AnyConnection, SignedIn, staff_context_of, token_of

OPEN = frozenset({"/sign-in", "/health", "/static/{file_path}"})
"""The only routes a stranger may see."""

_NEEDS, _NEW, _BY_HAND = "needs", "new_may", "by_hand"


class GoElsewhere(Exception):
    """Another page comes first; the message is its path."""


def needs(permission: Permission, *, new_may: bool = False, by_hand: bool = True) -> dict[str, Any]:
    """Return the `opt` of a route: `@get("/queue", opt=needs(Permission.SEE_QUEUE))`.

    `new_may` lets in those who have still to choose a password or to keep their recovery codes; `by_hand` off is for
    what a page asks by itself, which must not keep an unattended session awake.
    """
    return {_NEEDS: permission, _NEW: new_may, _BY_HAND: by_hand}


def needed_by(handler: BaseRouteHandler) -> Permission | None:
    """Return the permission a route names; a route without one is closed to everybody."""
    named = handler.opt.get(_NEEDS)
    return named if isinstance(named, Permission) else None


async def may_enter(connection: AnyConnection, handler: BaseRouteHandler) -> None:
    """Let a request in, or raise GoElsewhere or PermissionDeniedException."""
    if connection.scope.get("path_template") in OPEN:
        return
    token = token_of(connection)
    account = await staff_context_of(connection).sessions.account_of(
        token, by_hand=bool(handler.opt.get(_BY_HAND, True))
    )
    if account is None:
        raise GoElsewhere("/sign-in")
    connection.scope["state"]["me"] = SignedIn(account=account, token=token)
    await _hear(connection, handler, account)
    if not handler.opt.get(_NEW):
        if account.once_until:
            raise GoElsewhere("/password")
        if not account.codes_kept:
            raise GoElsewhere("/recovery-codes")
    if needed_by(handler) not in account.permissions:
        raise PermissionDeniedException


async def _hear(connection: AnyConnection, handler: BaseRouteHandler, account: Account) -> None:
    """Take any page as a sign of life of a counsellor: being on duty belongs to the sign-in, not to one page."""
    if handler.opt.get(_BY_HAND, True) and Permission.TAKE_CHAT in account.permissions:
        console: ConsoleContext = connection.app.state.console
        await console.presence.hear(CounsellorId(account.id))
