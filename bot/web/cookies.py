"""The cookie of a session, the same on both sites but for its name: no lifetime, and a token kept nowhere else."""

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


def session_cookie(name: str, token: str, *, secure: bool) -> Cookie:
    """Return the cookie of a session: gone when the browser closes, unreadable for scripts, never sent from elsewhere."""
    return Cookie(key=name, value=token, path="/", httponly=True, samesite="strict", secure=secure)


def no_session_cookie(name: str, *, secure: bool) -> Cookie:
    """Return the cookie that takes a session's cookie away."""
    return Cookie(key=name, value="", path="/", max_age=0, httponly=True, samesite="strict", secure=secure)
