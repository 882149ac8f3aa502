"""The staff list, for administrators: new colleagues, their roles, closed accounts, and what is handed over once."""

from collections.abc import Awaitable
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.accounts import Account, AccountError, NoSuchAccount, StaffId
from bot.permissions import Permission, Role
from bot.staff.account_management import OneTimeCredentials
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.forms import AccountForm, RolesForm
from bot.staff.guards import needs
from bot.staff.labels import ACCOUNT_FAULTS, ROLES
from bot.staff.second_factor import qr_svg
from bot.web.forms import Form

_REFUSED = 422
_MANAGE = needs(Permission.MANAGE_STAFF)


@get("/staff", opt=_MANAGE)
async def staff_list(request: AnyRequest, me: Me, staff: Staff) -> Response[str]:
    """List everybody, with a form for somebody new."""
    return await _list_page(request, me, staff)


@post("/staff", opt=_MANAGE)
async def add(request: AnyRequest, me: Me, staff: Staff, data: Form[AccountForm]) -> Response[str]:
    """Add somebody, and show what they sign in with this once."""
    name, display_name, roles = data.name, data.display_name, data.roles()
    try:
        handed = await staff.accounts.add(name, display_name=display_name or name, roles=roles, by=me.account.id)
    except AccountError as fault:
        notice = staff.say(request, ACCOUNT_FAULTS[type(fault)])
        typed = {"name": name[:64], "display_name": display_name[:64], "chosen": roles}
        return await _list_page(request, me, staff, notice=notice, status=_REFUSED, **typed)
    return _handed_page(request, staff, handed)


@get("/staff/{who:str}", opt=_MANAGE)
async def one(request: AnyRequest, me: Me, staff: Staff, who: FromPath[str]) -> Response[str]:
    """Show one account and what can be done with it."""
    return await _one_page(request, me, staff, StaffId(who))


@post("/staff/{who:str}/roles", opt=_MANAGE)
async def change_roles(
    request: AnyRequest, me: Me, staff: Staff, who: FromPath[str], data: Form[RolesForm]
) -> Response[Any]:
    """Give somebody other roles."""
    change = staff.accounts.change_roles(StaffId(who), data.roles(), by=me.account.id)
    return await _changed(request, me, staff, StaffId(who), change)


@post("/staff/{who:str}/disable", opt=_MANAGE)
async def disable(request: AnyRequest, me: Me, staff: Staff, who: FromPath[str]) -> Response[Any]:
    """Close an account."""
    change = staff.accounts.disable(StaffId(who), by=me.account.id)
    return await _changed(request, me, staff, StaffId(who), change)


@post("/staff/{who:str}/enable", opt=_MANAGE)
async def enable(request: AnyRequest, me: Me, staff: Staff, who: FromPath[str]) -> Response[Any]:
    """Open an account again."""
    change = staff.accounts.enable(StaffId(who), by=me.account.id)
    return await _changed(request, me, staff, StaffId(who), change)


@post("/staff/{who:str}/reset-password", opt=_MANAGE)
async def reset_password(request: AnyRequest, me: Me, staff: Staff, who: FromPath[str]) -> Response[Any]:
    """Give somebody else a one-time password, and show it this once."""
    change = staff.accounts.reset_password(StaffId(who), by=me.account.id)
    return await _changed(request, me, staff, StaffId(who), change)


@post("/staff/{who:str}/reset-second-factor", opt=_MANAGE)
async def reset_second_factor(request: AnyRequest, me: Me, staff: Staff, who: FromPath[str]) -> Response[Any]:
    """Give somebody else another second factor, and show it this once."""
    change = staff.accounts.reset_second_factor(StaffId(who), by=me.account.id)
    return await _changed(request, me, staff, StaffId(who), change)


async def _changed(
    request: AnyRequest, me: SignedIn, staff: StaffContext, who: StaffId, change: Awaitable[OneTimeCredentials | None]
) -> Response[Any]:
    try:
        handed = await change
    except NoSuchAccount:
        raise
    except AccountError as fault:
        notice = staff.say(request, ACCOUNT_FAULTS[type(fault)])
        return await _one_page(request, me, staff, who, notice=notice, status=_REFUSED)
    return _handed_page(request, staff, handed) if handed else Redirect(f"/staff/{who}", status_code=HTTP_303_SEE_OTHER)


async def _list_page(
    request: AnyRequest, me: SignedIn, staff: StaffContext, *, notice: str = "", status: int = 200, **typed: Any
) -> Response[str]:
    values = {"name": "", "display_name": "", "chosen": frozenset(), "notice": notice, **typed}
    accounts = [_view(staff, me, account) for account in await staff.accounts.everybody()]
    return staff.page(request, "staff.html", status=status, accounts=accounts, roles=_choices(staff, me), **values)


async def _one_page(
    request: AnyRequest, me: SignedIn, staff: StaffContext, who: StaffId, *, notice: str = "", status: int = 200
) -> Response[str]:
    account = await staff.accounts.get(who)
    values: dict[str, Any] = {
        "account": _view(staff, me, account),
        "chosen": account.roles,
        "own": who == me.account.id,
    }
    return staff.page(request, "account.html", status=status, notice=notice, roles=_choices(staff, me), **values)


def _handed_page(request: AnyRequest, staff: StaffContext, handed: OneTimeCredentials) -> Response[str]:
    secret = handed.address.partition("secret=")[2].partition("&")[0]
    return staff.page(
        request,
        "handed.html",
        account=handed.account,
        password=handed.password,
        address=handed.address,
        secret=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        qr=qr_svg(handed.address) if handed.address else "",
    )


def _view(staff: StaffContext, me: SignedIn, account: Account) -> dict[str, Any]:
    words = staff.interface[me.account.language]
    return {
        "id": account.id,
        "name": account.name,
        "display_name": account.display_name,
        "roles": [words.gettext(name) for role, name in ROLES.items() if role in account.roles],
        "closed": account.disabled_at is not None,
        "new": account.once_until is not None,
    }


def _choices(staff: StaffContext, me: SignedIn) -> list[tuple[Role, str]]:
    words = staff.interface[me.account.language]
    return [(role, words.gettext(name)) for role, name in ROLES.items()]
