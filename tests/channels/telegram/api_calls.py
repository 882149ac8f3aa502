"""Calls of the bot to the Bot API, its responses, and the reasons for refusing a call."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.client.default import Default
from pydantic import BaseModel

HTML_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr>nginx</body></html>"


@dataclass
class ApiCall:
    """One request of the bot: `at` in monotonic seconds, `answered` with a status, 0 while or where there is no answer."""

    method: str
    params: dict[str, Any] = field(repr=False)
    at: float
    answered: int = 0


@dataclass(frozen=True)
class WebhookDelivery:
    """One update posted to the webhook: `at` in monotonic seconds, `status` 0 where nobody answered."""

    update_id: int
    status: int
    at: float


@dataclass(frozen=True)
class ApiResponse:
    """What the bot gets back; with `drop` the connection is closed without a response."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    drop: bool = False


class ApiRefusal(Exception):
    """Telegram refuses a call, for a reason that a correct bot can meet too."""

    def __init__(self, status: int, description: str) -> None:
        """Keep the status and the words of the answer."""
        super().__init__(description)
        self.status = status
        self.description = description


class ApiViolation(ApiRefusal):
    """The call is one that the Bot API's documentation does not allow; `description` is without its `Bad Request: `."""

    def __init__(self, description: str, *, status: int = 400) -> None:
        """Add Telegram's prefix where the call is to blame."""
        super().__init__(status, f"Bad Request: {description}" if status == 400 else description)


class CallerGone(Exception):
    """The caller closed the connection before the response."""


def succeeded(result: object) -> ApiResponse:
    """Return a response with a result."""
    return _written(200, {"ok": True, "result": as_json(result)})


def refused(status: int, description: str, *, retry_after: int | None = None) -> ApiResponse:
    """Return a response that refuses a call, with the seconds to wait where there are some."""
    said: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if retry_after is not None:
        said["parameters"] = {"retry_after": retry_after}
    return _written(status, said)


def page(status: int, title: str) -> ApiResponse:
    """Return what a proxy in between would answer: an HTML page instead of JSON."""
    return ApiResponse(status, HTML_PAGE.format(f"{status} {title}").encode(), "text/html")


def as_json(value: Any) -> Any:
    """Return aiogram's objects as the JSON that Telegram documents: its names, nothing that is not set."""
    if isinstance(value, BaseModel):
        return as_json(value.model_dump(exclude_none=True, by_alias=True, warnings=False))
    if isinstance(value, Mapping):
        return {name: as_json(inner) for name, inner in value.items() if not isinstance(inner, Default)}
    if isinstance(value, list | tuple):
        return [as_json(inner) for inner in value]
    return value


def _written(status: int, said: Mapping[str, Any]) -> ApiResponse:
    return ApiResponse(status, json.dumps(said, ensure_ascii=False).encode())
