"""What the routes of the private site work with, and who is signed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.template.base import csrf_token

from bot.accounts import Account
from bot.clock import Clock
from bot.i18n import Interface
from bot.i18n import mark as _
from bot.language import Language
from bot.permissions import Permission
from bot.staff.account_management import Accounts
from bot.staff.passwords import Passwords
from bot.staff.ports import StaffBook
from bot.staff.sessions import COOKIE, Sessions
from bot.staff.sign_in import SignIn
from bot.web.accept_language import preferred
from bot.web.cookies import cookie_name
from bot.web.pages import Pages

AnyConnection = ASGIConnection[Any, Any, Any, Any]
AnyRequest = Request[Any, Any, Any]


NAVIGATION: Mapping[str, tuple[str, Permission]] = {
    "/": (_("Start"), Permission.OWN_ACCOUNT),
    "/desk": (_("Chats"), Permission.SEE_QUEUE),
    "/practice": (_("Practice"), Permission.REPLY_CHAT),
    "/supervise": (_("Overview"), Permission.SUPERVISE),
    "/hours": (_("Hours"), Permission.SEE_QUEUE),
    "/guidance": (_("Guidance"), Permission.APPROVE_GUIDANCE),
    "/guidance/work": (_("Work list"), Permission.EDIT_GUIDANCE),
    "/statistics": (_("Statistics"), Permission.SEE_STATISTICS),
    "/staff": (_("Staff"), Permission.MANAGE_STAFF),
    "/log": (_("Action log"), Permission.READ_ACTION_LOG),
}
"""The bar of pages: where each leads, what it is called, and what one needs to see it."""


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Who made a request; handlers get it as `me`."""

    account: Account
    token: str = field(repr=False)

    def may(self, permission: Permission) -> bool:
        """Tell whether they have a permission."""
        return permission in self.account.permissions


Me = NamedDependency[SignedIn]
"""The type of a handler's `me`: who made the request."""


@dataclass(frozen=True, kw_only=True)
class StaffContext:
    """What the pages of the private site work with."""

    book: StaffBook
    clock: Clock
    interface: Interface
    pages: Pages
    accounts: Accounts
    sessions: Sessions
    sign_in: SignIn
    passwords: Passwords
    secure_cookies: bool

    def page(
        self, request: AnyRequest, template: str, *, status: int = 200, asked: str = "", **values: Any
    ) -> Response[str]:
        """Return a rendered page in the language of who is signed in, else of the page before, else of the browser."""
        me = who_is_signed_in(request)
        language = me.account.language if me else language_of(request, asked=asked)
        page = self.pages.render(
            template,
            language=language,
            me=me.account if me else None,
            navigation=navigation(me, interface=self.interface, language=language, here=request.url.path),
            csrf_token=csrf_token({"request": request}),
            **values,
        )
        return Response(page, media_type=MediaType.HTML, status_code=status)

    def say(self, request: AnyRequest, text: str, *, asked: str = "") -> str:
        """Return a text of the catalogue in the language of the page."""
        me = who_is_signed_in(request)
        return self.interface[me.account.language if me else language_of(request, asked=asked)].gettext(text)


Staff = NamedDependency[StaffContext]
"""The type of a handler's `staff`: what the application was made with."""


def staff_context_of(connection: AnyConnection) -> StaffContext:
    """Return what the application was made with, for guards and error pages, into which nothing is injected."""
    staff: StaffContext = connection.app.state.staff
    return staff


def staff_context(state: State) -> StaffContext:
    """Return what the application was made with, for handlers that take `staff`."""
    staff: StaffContext = state.staff
    return staff


def who_is_signed_in(connection: AnyConnection) -> SignedIn | None:
    """Return who is signed in as far as a guard has looked; None for strangers."""
    found = connection.scope["state"].get("me")
    return found if isinstance(found, SignedIn) else None


def signed_in(request: AnyRequest) -> SignedIn:
    """Return who is signed in, for handlers that take `me`; only routes behind the guard have it."""
    me = who_is_signed_in(request)
    if me is None:
        raise LookupError("a route that is open has nobody signed in")
    return me


def token_of(connection: AnyConnection) -> str:
    """Return what the browser shows as its session."""
    return connection.cookies.get(cookie_name(COOKIE, secure=connection.app.state.staff.secure_cookies), "")


def language_of(request: AnyRequest, *, asked: str = "") -> Language:
    """Return the language of a page for a stranger: the one asked for, else the browser's."""
    wanted = asked or request.query_params.get("lang") or ""
    return Language(wanted) if wanted in set(Language) else preferred(request.headers.get("accept-language", ""))


def navigation(
    me: SignedIn | None, *, interface: Interface, language: Language, here: str
) -> list[dict[str, str | bool]]:
    """Return the pages that somebody may see; nothing before their account is ready."""
    if me is None or me.account.once_until or not me.account.codes_kept:
        return []
    words = interface[language]
    open_to = {path: title for path, (title, permission) in NAVIGATION.items() if me.may(permission)}
    around = [path for path in open_to if here == path or (path != "/" and here.startswith(path))]
    nearest = max(around, key=len, default="")
    return [{"path": path, "title": words.gettext(title), "here": path == nearest} for path, title in open_to.items()]
