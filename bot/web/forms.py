"""Request bodies: form text, and nothing else.

A handler receives a form as a frozen dataclass: `async def write(data: Form[MessageForm])`. Its fields are `str` or
`tuple[str, ...]`, each with a default.
"""

import asyncio
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import parse_qsl

from litestar import Request
from litestar.dto import AbstractDTO, DataclassDTO
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body, BodyKwarg
from litestar.plugins import SerializationPlugin
from litestar.status_codes import (
    HTTP_400_BAD_REQUEST,
    HTTP_403_FORBIDDEN,
    HTTP_404_NOT_FOUND,
    HTTP_408_REQUEST_TIMEOUT,
    HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
)
from litestar.types import ASGIApp, Receive, Scope, Send
from litestar.typing import FieldDefinition
from litestar.utils.scope.state import ScopeState

T = TypeVar("T")
Form = Annotated[T, Body(media_type=RequestEncodingType.URL_ENCODED)]
"""Marks the dataclass in which a handler receives a form."""

READ_SECONDS = 20.0
"""Seconds in which a form has to be here."""

_FORM = b"application/x-www-form-urlencoded"
_NONCE = re.compile(r"[A-Za-z0-9-]{8,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def is_live(request: Request[Any, Any, Any]) -> bool:
    """Tell whether a script of the page sent this request and expects a fragment instead of a page."""
    return request.headers.get("hx-request") == "true"


def nonce_of(sent: object) -> str:
    """Return the browser's id of a message, or a new one if it sent none or an invalid one."""
    return sent if isinstance(sent, str) and _NONCE.fullmatch(sent) else secrets.token_hex(16)


def number_of(sent: object) -> int:
    """Return the message number that the browser sent, or 0 if it sent none or an invalid one."""
    return int(sent) if isinstance(sent, str) and _NUMBER.fullmatch(sent) else 0


def limited_forms(*, most_fields: int) -> Callable[[ASGIApp], ASGIApp]:
    """Return a middleware that reads forms itself: anything else is refused unread, and so is what is large or has many fields.

    What a handler takes at most is its `request_max_body_size`, or its site's. Litestar reads no form by itself then: it would
    remember the last thousand of them, words and passwords included.
    """

    def limit(app: ASGIApp) -> ASGIApp:
        async def gate(scope: Scope, receive: Receive, send: Send) -> None:
            if "\0" in scope["path"]:
                raise HTTPException(status_code=HTTP_404_NOT_FOUND)
            state = ScopeState.from_scope(scope)
            state.body, state.form = b"", {}
            if scope.get("method", "GET") not in ("GET", "HEAD", "OPTIONS"):
                _refuse_other_kinds(dict(scope["headers"]))
                largest = cast("HTTPRouteHandler", scope["route_handler"]).resolve_request_max_body_size()
                try:
                    body = await asyncio.wait_for(_read(receive, largest=largest or 0), READ_SECONDS)
                except TimeoutError:
                    raise HTTPException(status_code=HTTP_408_REQUEST_TIMEOUT) from None
                state.form = _fields(body, most=most_fields)
            await app(scope, receive, send)

        return gate

    return limit


def _refuse_other_kinds(headers: Mapping[bytes, bytes]) -> None:
    if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
        raise HTTPException(status_code=HTTP_403_FORBIDDEN)  # another site's page sent it; older browsers do not say
    kind = headers.get(b"content-type", _FORM).split(b";")[0].strip().lower()
    if kind != _FORM:
        raise HTTPException(status_code=HTTP_415_UNSUPPORTED_MEDIA_TYPE)
    if not headers.get(b"content-length", b"0").isdigit():
        raise HTTPException(status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE)


async def _read(receive: Receive, *, largest: int) -> bytes:
    body = bytearray()
    while (message := await receive())["type"] == "http.request":
        body += message["body"]
        if len(body) > largest:
            raise HTTPException(status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE)
        if not message.get("more_body", False):
            break
    else:
        raise HTTPException(status_code=HTTP_400_BAD_REQUEST)  # the browser has gone: nobody reads this
    return bytes(body)


def _fields(body: bytes, *, most: int) -> dict[str, Any]:
    """Return the fields of a form, a list where there are several of a name."""
    if body.count(b"&") >= most:
        raise HTTPException(status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE)
    found: dict[str, Any] = {}
    for name, value in parse_qsl(body.decode(errors="replace"), keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


class FormDTO(DataclassDTO[Any]):
    """Decodes a form: the first value for a text, all values for a tuple, defaults for what is missing."""

    def decode_builtins(self, value: dict[str, Any]) -> Any:
        """Return the dataclass; fields that it does not have are ignored."""
        hints = self.get_model_type_hints(self.model_type)
        sent = {name: _values(value[name]) for name in hints if name in value}
        return super().decode_builtins(
            {name: values if hints[name].is_non_string_sequence else values[0] for name, values in sent.items()}
        )


class FormPlugin(SerializationPlugin):
    """Lets Litestar decode every `Form[...]` with `FormDTO`."""

    def supports_type(self, field_definition: FieldDefinition) -> bool:
        """Tell whether a parameter is a form."""
        body = field_definition.kwarg_definition
        is_form = isinstance(body, BodyKwarg) and body.media_type == RequestEncodingType.URL_ENCODED
        return is_form and is_dataclass(field_definition.annotation)

    def create_dto_for_type(self, field_definition: FieldDefinition) -> type[AbstractDTO[Any]]:
        """Return the decoder for one dataclass."""
        return FormDTO.__class_getitem__(field_definition.annotation)


def _values(sent: str | list[str]) -> list[str]:
    return sent if isinstance(sent, list) else [sent]
