"""The session cookie, the same on both sites except for its name, which over HTTPS no other host can set. It has no lifetime; only a hash of its token is stored."""

import re
import secrets

from litestar.datastructures import Cookie

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """Return a fresh token (256 bits)."""
    return secrets.token_urlsafe(32)


def is_token(text: str) -> bool:
    """Tell whether a text has the shape of a token."""
    return _TOKEN.fullmatch(text) is not None


def cookie_name(name: str, *, secure: bool) -> str:
    """Return the name that a cookie really has: over HTTPS one that browsers take from this host alone, not from its neighbours."""
    return f"__Host-{name}" if secure else name


def session_cookie(name: str, token: str, *, secure: bool) -> Cookie:
    """Return a session cookie that ends with the browser, cannot be read by scripts, and is not sent from other sites."""
    return Cookie(
        key=cookie_name(name, secure=secure), value=token, path="/", httponly=True, samesite="strict", secure=secure
    )


def no_session_cookie(name: str, *, secure: bool) -> Cookie:
    """Return a cookie that deletes the session cookie."""
    return Cookie(
        key=cookie_name(name, secure=secure),
        value="",
        path="/",
        max_age=0,
        httponly=True,
        samesite="strict",
        secure=secure,
    )
