"""What may be sent to a site: the text of forms, and nothing else."""

from litestar.exceptions import HTTPException
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE
from litestar.types import ASGIApp, Receive, Scope, Send

_FORM = b"application/x-www-form-urlencoded"


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
