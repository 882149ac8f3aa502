"""Request bodies: form text, and nothing else.

A handler receives a form as a frozen dataclass: `async def write(data: Form[MessageForm])`. Its fields are `str` or
`tuple[str, ...]`, each with a default.
"""

import re
import secrets
from dataclasses import is_dataclass
from typing import Annotated, Any, TypeVar

from litestar import Request
from litestar.dto import AbstractDTO, DataclassDTO
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.params import Body, BodyKwarg
from litestar.plugins import SerializationPlugin
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE
from litestar.types import ASGIApp, Receive, Scope, Send
from litestar.typing import FieldDefinition

T = TypeVar("T")
Form = Annotated[T, Body(media_type=RequestEncodingType.URL_ENCODED)]
"""Marks the dataclass in which a handler receives a form."""

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


def refuse_other_bodies(app: ASGIApp) -> ASGIApp:
    """Return the application with a check that refuses any body but form text, before anything reads it."""

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
