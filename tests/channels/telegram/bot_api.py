"""A Bot API server on the loopback, strict about what the documentation allows and as unreliable as a test wants it."""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Self

from aiogram.methods import GetUpdates
from aiogram.types import BotCommand, User

from tests.channels.telegram.api_calls import (
    ApiCall,
    ApiRefusal,
    ApiResponse,
    ApiViolation,
    WebhookDelivery,
    refused,
    succeeded,
)
from tests.channels.telegram.chat_state import ChatState
from tests.channels.telegram.faults import ApiFault
from tests.channels.telegram.group import Group
from tests.channels.telegram.methods import perform
from tests.channels.telegram.rules import parse_call
from tests.channels.telegram.server import BotApiServer
from tests.channels.telegram.update_queue import UpdateQueue

if TYPE_CHECKING:
    from tests.channels.telegram.account import TelegramAccount

BOT_ID = 7_000_000_001


class BotApi:
    """Telegram, as far as one bot sees it; `violations` holds what the bot did that the documentation forbids."""

    def __init__(self) -> None:
        """Make up a token; the address is there at once, answers come inside the context."""
        self.token = f"{BOT_ID}:{(secrets.token_urlsafe(40).replace('_', 'x').replace('-', 'y'))[:35]}"
        self.calls: list[ApiCall] = []
        self.violations: list[str] = []
        self.chats: dict[int | str, ChatState] = {}
        self.presses: dict[str, str | None] = {}
        self.commands: dict[tuple[str, str], list[BotCommand]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.changed = threading.Condition(threading.RLock())
        self.updates: UpdateQueue = UpdateQueue(self.changed)
        self.me: User = User(
            id=BOT_ID,
            is_bot=True,
            first_name="灯",
            username="tomoshibi_test_bot",
            can_join_groups=True,
            can_read_all_group_messages=False,
            supports_inline_queries=False,
            can_connect_to_business=False,
            has_main_web_app=False,
        )
        self._faults: list[ApiFault] = []
        self._last_message_id = 100 + secrets.randbelow(900)
        self._closing = threading.Event()
        self._server = BotApiServer(self)
        self.url = self._server.url

    def __enter__(self) -> Self:
        """Answer from now on."""
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close every connection and stop."""
        self._closing.set()
        self.updates.close()
        self._server.close()

    @property
    def deliveries(self) -> list[WebhookDelivery]:
        """Return what was posted to the webhook, in order."""
        return self.updates.deliveries

    def calls_of(self, method: str) -> list[ApiCall]:
        """Return the calls of one method, in order."""
        return [call for call in list(self.calls) if call.method.lower() == method.lower()]

    def fail(
        self,
        method: str,
        status: int,
        *,
        times: int = 1,
        retry_after: int | None = None,
        description: str | None = None,
        drop: bool = False,
        delay: float = 0.0,
        chat: int | None = None,
        acted: bool = False,
    ) -> None:
        """Let the next calls of a method go wrong; with `acted` only their answer is lost, with 200 it is only late."""
        with self.changed:
            self._faults.append(ApiFault(method, status, times, retry_after, description, drop, delay, chat, acted))

    def recovers(self) -> None:
        """Forget what was to fail."""
        with self.changed:
            self._faults.clear()

    def repeats(self, update_id: int) -> None:
        """Send an old update again."""
        self.updates.again([update_id])

    def holds_back(self) -> AbstractContextManager[None]:
        """Keep the updates made inside the context from the bot until its end."""
        return self.updates.held_back()

    def sends_out_of_order(self, update_ids: list[int]) -> None:
        """Send these updates now and in this order."""
        self.updates.again(update_ids)

    def update_ids(self) -> list[int]:
        """Return the numbers of all updates there have been, in order."""
        return [update["update_id"] for update in self.updates.sent]

    def ages(self, seconds: float) -> None:
        """Make every message in every chat so much older."""
        with self.changed:
            for state in self.chats.values():
                state.age(seconds)

    def adds_bot_to_group(self, *, by: TelegramAccount, kind: str = "group") -> Group:
        """Let someone add the bot to a new `group`, `supergroup` or `channel`."""
        group = Group(self, by=by, kind=kind)
        with self.changed:
            self.chats[group.chat.id] = group
        group.adds_bot()
        return group

    def leaves(self, state: ChatState) -> None:
        """Let the bot leave a group."""
        assert isinstance(state, Group)
        state.bot_leaves()

    def next_message_id(self) -> int:
        """Return a number no message has had."""
        with self.changed:
            self._last_message_id += 1
            return self._last_message_id

    def answer(self, path: str, read: Callable[[], dict[str, Any]], *, gone: Callable[[], bool]) -> ApiResponse:
        """Answer an HTTP request."""
        if path.startswith("/file/"):
            self.violations.append("a file was fetched")
            return refused(404, "Not Found")
        found = re.fullmatch(r"/bot(?P<token>[^/]*)/(?P<method>\w+)/?", path)
        if found is None:
            self.violations.append(f"there is nothing at {path.replace(self.token, '…')}")
            return refused(404, "Not Found")
        call = ApiCall(found["method"], {}, time.monotonic())
        with self.changed:
            self.calls.append(call)
            answer = self._to(found["token"], call, read)
        if answer is None:
            answer = self._answer_poll_or_fault(call, gone)
        with self.changed:
            call.answered = 0 if answer.drop else answer.status
            self.changed.notify_all()
        return answer

    def _to(self, token: str, call: ApiCall, read_params: Callable[[], dict[str, Any]]) -> ApiResponse | None:
        """Return the answer to what is not even looked at, nothing for the rest."""
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return refused(401, "Unauthorized")
        try:
            call.params = read_params()
        except ValueError:
            return self._refuse(call, ApiViolation("can't parse the parameters"))
        return None

    def _answer_poll_or_fault(self, call: ApiCall, gone: Callable[[], bool]) -> ApiResponse:
        with self.changed:
            fault = next((fault for fault in self._faults if fault.meets(call.method, call.params)), None)
            if fault:
                fault.times -= 1
        if fault is None:
            return self._really(call, gone)
        real = self._really(call, gone) if fault.has_effect else self._only_read(call)
        self._closing.wait(fault.delay)
        if real and not fault.has_effect:
            return real
        return fault.answer(real)

    def _only_read(self, call: ApiCall) -> ApiResponse | None:
        try:
            parse_call(call.method, call.params)
        except ApiViolation as reason:
            return self._refuse(call, reason)
        return None

    def _really(self, call: ApiCall, gone: Callable[[], bool]) -> ApiResponse:
        try:
            asked = parse_call(call.method, call.params)
            if isinstance(asked, GetUpdates):
                return succeeded(self.updates.poll(asked, gone=gone))
            with self.changed:
                result = perform(self, asked)
                self.changed.notify_all()
                return succeeded(result)
        except ApiRefusal as reason:
            return self._refuse(call, reason)

    def _refuse(self, call: ApiCall, reason: ApiRefusal) -> ApiResponse:
        if isinstance(reason, ApiViolation):
            self.violations.append(f"{call.method}: {reason.description}")
        return refused(reason.status, reason.description)
