"""One's own account: choosing a password, and keeping recovery codes."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.accounts import Credentials
from bot.permissions import Permission
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.forms import CodesKeptForm, ConfirmForm, PasswordForm
from bot.staff.guards import needs
from bot.staff.labels import NOT_THE_SAME, PASSWORD_WRONG, WEAK
from bot.staff.passwords import SHORTEST, weakness_of
from bot.staff.sign_in import DoesNotMatch, MustWait
from bot.staff.sign_in_pages import waiting_words
from bot.web.forms import Form

_REFUSED, _TOO_MANY = 422, 429
_OWN = needs(Permission.OWN_ACCOUNT, new_may=True)


@get("/password", opt=_OWN)
async def ask_for_password(request: AnyRequest, me: Me, staff: Staff) -> Response[str]:
    """Show the form for an own password."""
    return _password_page(request, me, staff)


@post("/password", opt=_OWN)
async def set_password(request: AnyRequest, me: Me, staff: Staff, data: Form[PasswordForm]) -> Response[Any]:
    """Set an own password; the first time, recovery codes follow at once."""
    if not me.account.once_until and (refusal := await _unconfirmed(request, me, staff, data.old)):
        return _password_page(request, me, staff, notice=refusal[0], status=refusal[1])
    if data.new != data.again:
        return _password_page(request, me, staff, notice=staff.say(request, NOT_THE_SAME), status=_REFUSED)
    weakness = weakness_of(data.new, name=me.account.name, old=data.old)
    if weakness is None and await staff.passwords.fits(data.new, kept=(await _credentials(staff, me)).password_hash):
        weakness = weakness_of(data.new, name=me.account.name, old=data.new)
    if weakness:
        return _password_page(request, me, staff, notice=staff.say(request, WEAK[weakness]), status=_REFUSED)
    await staff.accounts.set_password(me.account.id, data.new, token=me.token)
    if me.account.codes_kept:
        return Redirect("/?saved=password", status_code=HTTP_303_SEE_OTHER)
    return staff.page(request, "codes_shown.html", codes=await staff.accounts.make_codes(me.account.id))


@get("/recovery-codes", opt=_OWN)
async def recovery_codes(request: AnyRequest, me: Me, staff: Staff) -> Response[Any]:
    """Say how many codes are left, and offer fresh ones; the codes themselves can never be shown again."""
    if me.account.once_until:
        return Redirect("/password", status_code=HTTP_303_SEE_OTHER)
    return await _codes_page(request, me, staff)


@post("/recovery-codes", opt=_OWN)
async def make_codes(request: AnyRequest, me: Me, staff: Staff, data: Form[ConfirmForm]) -> Response[Any]:
    """Make fresh recovery codes, against the password, and show them this once."""
    if me.account.once_until:
        return Redirect("/password", status_code=HTTP_303_SEE_OTHER)
    if refusal := await _unconfirmed(request, me, staff, data.old):
        return await _codes_page(request, me, staff, notice=refusal[0], status=refusal[1])
    return staff.page(request, "codes_shown.html", codes=await staff.accounts.make_codes(me.account.id))


@post("/recovery-codes/kept", opt=_OWN)
async def keep_codes(me: Me, staff: Staff, data: Form[CodesKeptForm]) -> Response[Any]:
    """Note that the codes were kept, once the box next to it is ticked."""
    if data.kept == "yes" and not me.account.once_until:
        await staff.accounts.keep_codes(me.account.id)
    return Redirect("/", status_code=HTTP_303_SEE_OTHER)


async def _unconfirmed(request: AnyRequest, me: SignedIn, staff: StaffContext, password: str) -> tuple[str, int] | None:
    """Return why somebody may not go on, and the status; None where the password was theirs."""
    try:
        await staff.sign_in.confirm(me.account, password=password)
    except DoesNotMatch:
        return staff.say(request, PASSWORD_WRONG), _REFUSED
    except MustWait as fault:
        return waiting_words(request, staff, fault), _TOO_MANY
    return None


async def _credentials(staff: StaffContext, me: SignedIn) -> Credentials:
    async with staff.book.look() as records:
        return await records.accounts.credentials(me.account.id)


def _password_page(
    request: AnyRequest, me: SignedIn, staff: StaffContext, *, notice: str = "", status: int = 200
) -> Response[str]:
    first = me.account.once_until is not None
    return staff.page(request, "password.html", status=status, notice=notice, first=first, shortest=SHORTEST)


async def _codes_page(
    request: AnyRequest, me: SignedIn, staff: StaffContext, *, notice: str = "", status: int = 200
) -> Response[str]:
    left = await staff.accounts.codes_left(me.account.id)
    values: dict[str, Any] = {"notice": notice, "left": left, "kept": me.account.codes_kept}
    return staff.page(request, "recovery_codes.html", status=status, **values)
