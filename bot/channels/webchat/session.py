"""Which conversation a browser belongs to: one cookie without a lifetime, whose token is kept nowhere but there."""

from dataclasses import dataclass, field
from typing import Any

from litestar import Request
from litestar.template.base import csrf_token

from bot.conversation.model import Address
from bot.language import Language
from bot.web.accept_language import preferred
from bot.web.cookies import cookie_name, is_token
from bot.web.forms import is_live

COOKIE = "s"
CHANNEL = "web"


@dataclass(frozen=True, kw_only=True)
class Browser:
    """What a request tells of the browser that sent it."""

    token: str = field(repr=False)
    """Of its session; empty where there is none or where it is forged."""
    has_cookie: bool
    """It shows a session, forged and ended ones included."""
    is_live: bool
    """The page asks by itself and takes a fragment."""
    csrf_token: str = field(repr=False)
    """For the forms of the page."""
    asked: str
    """Language in the address; empty where none is asked for."""
    accepts: str
    """Its `Accept-Language`."""

    def language(self, asked: str = "") -> Language:
        """Return the language asked for in a form or in the address, else the browser's."""
        wanted = asked or self.asked
        return Language(wanted) if wanted in set(Language) else preferred(self.accepts)


def browser_of(request: Request[Any, Any, Any]) -> Browser:
    """Return what a request tells of its browser."""
    name = cookie_name(COOKIE, secure=request.app.state.webchat.secure_cookies)
    token = request.cookies.get(name, "")
    return Browser(
        token=token if is_token(token) else "",
        has_cookie=name in request.cookies,
        is_live=is_live(request),
        csrf_token=csrf_token({"request": request}),
        asked=request.query_params.get("lang") or "",
        accepts=request.headers.get("accept-language", ""),
    )


def address_of(token: str) -> Address:
    """Return a session as the address of a conversation."""
    return Address(f"{CHANNEL}:{token}")
