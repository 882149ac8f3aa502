"""What may be sent to a site: the text of forms, and nothing else."""

import re
import secrets
from typing import Any

from litestar import Request
from litestar.exceptions import HTTPException
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE
from litestar.types import ASGIApp, Receive, Scope, Send

_FORM = b"application/x-www-form-urlencoded"
_NONCE = re.compile(r"[A-Za-z0-9-]{8,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def is_live(request: Request[Any, Any, Any]) -> bool:
    """Tell whether the page asks by itself and takes a fragment, instead of showing a new page."""
    return request.headers.get("hx-request") == "true"


def nonce_of(sent: object) -> str:
    """Return the browser's own id of a message, a fresh one where it sent none or a strange one."""
    return sent if isinstance(sent, str) and _NONCE.fullmatch(sent) else secrets.token_hex(16)


def number_of(sent: object) -> int:
    """Return the number of a message that the browser named, 0 where it named none or something strange."""
    return int(sent) if isinstance(sent, str) and _NUMBER.fullmatch(sent) else 0


def refuse_other_bodies(app: ASGIApp) -> ASGIApp:
    """Return the application behind a gate: only form text may be posted, before anything reads the body."""

    async def gate(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method", "GET") not in ("GET", "HEAD", "OPTIONS"):
            headers = dict(scope["headers"])
            kind = headers.get(b"content-type", _FORM).split(b";")[0].strip().lower()
            if kind != _FORM:
                raise HTTPException(status_code=HTTP_415_UNSUPPORTED_MEDIA_TYPE)
            if not headers.get(b"content-length", b"0").isdigit():
                raise HTTPException(status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE)
        await app(scope, receive, send)

    return gate
