"""What can go wrong between the bot and Telegram, asked for by a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tests.channels.telegram.api_calls import ApiResponse, page, refused

_DESCRIPTIONS: Mapping[int, str] = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
}
_RETRY_AFTER = 1


@dataclass
class ApiFault:
    """What happens to the next `times` calls of a method; `delay` in seconds, `chat` where only one chat is meant."""

    method: str
    status: int
    times: int
    retry_after: int | None
    description: str | None
    drop: bool
    delay: float
    chat: int | None
    acted: bool

    def meets(self, method: str, params: Mapping[str, Any]) -> bool:
        """Tell whether the fault applies to a call."""
        here = self.chat is None or str(params.get("chat_id")) == str(self.chat)
        return self.times > 0 and here and self.method.lower() == method.lower()

    @property
    def has_effect(self) -> bool:
        """Tell whether the call takes effect; with status 200 it does, however late its response is."""
        return self.acted or (self.status == 200 and not self.drop)

    def answer(self, real: ApiResponse | None) -> ApiResponse:
        """Return what the bot gets instead of the real response."""
        if self.drop:
            return ApiResponse(0, drop=True)
        if self.status == 200 and real:
            return real
        if self.status >= 500:
            return page(self.status, HTTPStatus(self.status).phrase)
        seconds = self.retry_after
        if self.status == 429 and seconds is None:
            seconds = _RETRY_AFTER
        words = self.description or _DESCRIPTIONS.get(self.status, HTTPStatus(self.status).phrase)
        return refused(self.status, words.format(retry_after=seconds), retry_after=seconds)
