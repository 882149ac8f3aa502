"""The staff list, for administrators: adding colleagues, their roles, closing accounts, and what is handed over once."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.accounts import Account, AccountError, NoSuchAccount, StaffId
from bot.permissions import Permission, Role
from bot.staff.account_management import Handed
from bot.staff.context import AnyRequest, Me, SignedIn, StaffContext, staff_context_of
from bot.staff.guards import needs
from bot.staff.labels import ACCOUNT_FAULTS, ROLES
from bot.staff.second_factor import drawn

_REFUSED = 422
_MANAGE = needs(Permission.MANAGE_STAFF)


@get("/staff", opt=_MANAGE)
async def staff_list(request: AnyRequest, me: Me) -> Response[str]:
    """List everybody, with a form for somebody new."""
    return await _list_page(request, me)


@post("/staff", opt=_MANAGE)
async def add(request: AnyRequest, me: Me) -> Response[str]:
    """Add somebody, and show what they sign in with this once."""
    office, form = staff_context_of(request), await request.form()
    name, display_name = str(form.get("name", "")), str(form.get("display_name", ""))
    roles = _roles(form)
    try:
        handed = await office.accounts.add(name, display_name=display_name or name, roles=roles, by=me.account.id)
    except AccountError as fault:
        notice = office.say(request, ACCOUNT_FAULTS[type(fault)])
        typed = {"name": name[:64], "display_name": display_name[:64], "chosen": roles}
        return await _list_page(request, me, notice=notice, status=_REFUSED, **typed)
    return _handed_page(request, handed)


@get("/staff/{who:str}", opt=_MANAGE)
async def one(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[str]:
    """Show one account and what can be done with it."""
    return await _one_page(request, me, StaffId(who))


@post("/staff/{who:str}/roles", opt=_MANAGE)
async def change_roles(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[Any]:
    """Give somebody other roles."""
    roles = _roles(await request.form())

    async def change(office: StaffContext) -> None:
        await office.accounts.change_roles(StaffId(who), roles, by=me.account.id)

    return await _changed(request, me, StaffId(who), change)


@post("/staff/{who:str}/disable", opt=_MANAGE)
async def disable(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[Any]:
    """Close an account."""

    async def change(office: StaffContext) -> None:
        await office.accounts.disable(StaffId(who), by=me.account.id)

    return await _changed(request, me, StaffId(who), change)


@post("/staff/{who:str}/enable", opt=_MANAGE)
async def enable(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[Any]:
    """Open an account again."""

    async def change(office: StaffContext) -> None:
        await office.accounts.enable(StaffId(who), by=me.account.id)

    return await _changed(request, me, StaffId(who), change)


@post("/staff/{who:str}/reset-password", opt=_MANAGE)
async def reset_password(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[Any]:
    """Give somebody else a one-time password, and show it this once."""

    async def change(office: StaffContext) -> Handed:
        return await office.accounts.reset_password(StaffId(who), by=me.account.id)

    return await _changed(request, me, StaffId(who), change)


@post("/staff/{who:str}/reset-second-factor", opt=_MANAGE)
async def reset_second_factor(request: AnyRequest, me: Me, who: FromPath[str]) -> Response[Any]:
    """Give somebody else another second factor, and show it this once."""

    async def change(office: StaffContext) -> Handed:
        return await office.accounts.reset_second_factor(StaffId(who), by=me.account.id)

    return await _changed(request, me, StaffId(who), change)


async def _changed(
    request: AnyRequest, me: SignedIn, who: StaffId, change: Callable[[StaffContext], Awaitable[Handed | None]]
) -> Response[Any]:
    office = staff_context_of(request)
    try:
        handed = await change(office)
    except NoSuchAccount:
        raise
    except AccountError as fault:
        notice = office.say(request, ACCOUNT_FAULTS[type(fault)])
        return await _one_page(request, me, who, notice=notice, status=_REFUSED)
    return _handed_page(request, handed) if handed else Redirect(f"/staff/{who}", status_code=HTTP_303_SEE_OTHER)


async def _list_page(
    request: AnyRequest, me: SignedIn, *, notice: str = "", status: int = 200, **typed: Any
) -> Response[str]:
    office = staff_context_of(request)
    values = {"name": "", "display_name": "", "chosen": frozenset(), "notice": notice, **typed}
    accounts = [_drawn(office, me, account) for account in await office.accounts.everybody()]
    return office.page(request, "staff.html", status=status, accounts=accounts, roles=_choices(office, me), **values)


async def _one_page(
    request: AnyRequest, me: SignedIn, who: StaffId, *, notice: str = "", status: int = 200
) -> Response[str]:
    office = staff_context_of(request)
    account = await office.accounts.get(who)
    values: dict[str, Any] = {
        "account": _drawn(office, me, account),
        "chosen": account.roles,
        "own": who == me.account.id,
    }
    return office.page(request, "account.html", status=status, notice=notice, roles=_choices(office, me), **values)


def _handed_page(request: AnyRequest, handed: Handed) -> Response[str]:
    secret = handed.address.partition("secret=")[2].partition("&")[0]
    return staff_context_of(request).page(
        request,
        "handed.html",
        account=handed.account,
        password=handed.password,
        address=handed.address,
        secret=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        qr=drawn(handed.address) if handed.address else "",
    )


def _drawn(office: StaffContext, me: SignedIn, account: Account) -> dict[str, Any]:
    words = office.interface[me.account.language]
    return {
        "id": account.id,
        "name": account.name,
        "display_name": account.display_name,
        "roles": [words.gettext(name) for role, name in ROLES.items() if role in account.roles],
        "closed": account.disabled_at is not None,
        "new": account.once_until is not None,
    }


def _choices(office: StaffContext, me: SignedIn) -> list[tuple[Role, str]]:
    words = office.interface[me.account.language]
    return [(role, words.gettext(name)) for role, name in ROLES.items()]


def _roles(form: FormMultiDict) -> frozenset[Role]:
    return frozenset(Role(role) for role in form.getall("role", []) if role in set(Role))
