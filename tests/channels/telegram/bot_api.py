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

from tests.channels.telegram.actions import act
from tests.channels.telegram.exchange import Answer, Call, Delivery, Refused, Violated, refused, succeeded
from tests.channels.telegram.faults import Fault
from tests.channels.telegram.group import Group
from tests.channels.telegram.line import Line
from tests.channels.telegram.rooms import Room
from tests.channels.telegram.rules import read
from tests.channels.telegram.updates import Updates

if TYPE_CHECKING:
    from tests.channels.telegram.chatter import Chatter

BOT_ID = 7_000_000_001


class BotApi:
    """Telegram, as far as one bot sees it; `violations` holds what the bot did that the documentation forbids."""

    def __init__(self) -> None:
        """Make up a token; the address is there at once, answers come inside the context."""
        self.token = f"{BOT_ID}:{(secrets.token_urlsafe(40).replace('_', 'x').replace('-', 'y'))[:35]}"
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.rooms: dict[int | str, Room] = {}
        self.presses: dict[str, str | None] = {}
        self.commands: dict[tuple[str, str], list[BotCommand]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.changed = threading.Condition(threading.RLock())
        self.updates: Updates = Updates(self.changed)
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
        self._faults: list[Fault] = []
        self._last_message_id = 100 + secrets.randbelow(900)
        self._closing = threading.Event()
        self._line = Line(self)
        self.url = self._line.url

    def __enter__(self) -> Self:
        """Answer from now on."""
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up on everyone and stop."""
        self._closing.set()
        self.updates.close()
        self._line.close()

    @property
    def deliveries(self) -> list[Delivery]:
        """Return what was posted to the webhook, in order."""
        return self.updates.deliveries

    def calls_of(self, method: str) -> list[Call]:
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
            self._faults.append(Fault(method, status, times, retry_after, description, drop, delay, chat, acted))

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
            for room in self.rooms.values():
                room.age(seconds)

    def adds_bot_to_group(self, *, by: Chatter, kind: str = "group") -> Group:
        """Let someone add the bot to a new `group`, `supergroup` or `channel`."""
        group = Group(self, by=by, kind=kind)
        with self.changed:
            self.rooms[group.chat.id] = group
        group.adds_bot()
        return group

    def leaves(self, room: Room) -> None:
        """Let the bot leave a group."""
        assert isinstance(room, Group)
        room.bot_leaves()

    def next_message_id(self) -> int:
        """Return a number no message has had."""
        with self.changed:
            self._last_message_id += 1
            return self._last_message_id

    def answer(self, path: str, read: Callable[[], dict[str, Any]], *, gone: Callable[[], bool]) -> Answer:
        """Answer a request that came over the line."""
        if path.startswith("/file/"):
            self.violations.append("a file was fetched")
            return refused(404, "Not Found")
        found = re.fullmatch(r"/bot(?P<token>[^/]*)/(?P<method>\w+)/?", path)
        if found is None:
            self.violations.append(f"there is nothing at {path.replace(self.token, '…')}")
            return refused(404, "Not Found")
        call = Call(found["method"], {}, time.monotonic())
        with self.changed:
            self.calls.append(call)
            answer = self._to(found["token"], call, read)
        if answer is None:
            answer = self._answer_poll_or_fault(call, gone)
        with self.changed:
            call.answered = 0 if answer.drop else answer.status
            self.changed.notify_all()
        return answer

    def _to(self, token: str, call: Call, read_params: Callable[[], dict[str, Any]]) -> Answer | None:
        """Return the answer to what is not even looked at, nothing for the rest."""
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return refused(401, "Unauthorized")
        try:
            call.params = read_params()
        except ValueError:
            return self._refuse(call, Violated("can't parse the parameters"))
        return None

    def _answer_poll_or_fault(self, call: Call, gone: Callable[[], bool]) -> Answer:
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

    def _only_read(self, call: Call) -> Answer | None:
        try:
            read(call.method, call.params)
        except Violated as reason:
            return self._refuse(call, reason)
        return None

    def _really(self, call: Call, gone: Callable[[], bool]) -> Answer:
        try:
            asked = read(call.method, call.params)
            if isinstance(asked, GetUpdates):
                return succeeded(self.updates.poll(asked, gone=gone))
            with self.changed:
                result = act(self, asked)
                self.changed.notify_all()
                return succeeded(result)
        except Refused as reason:
            return self._refuse(call, reason)

    def _refuse(self, call: Call, reason: Refused) -> Answer:
        if isinstance(reason, Violated):
            self.violations.append(f"{call.method}: {reason.description}")
        return refused(reason.status, reason.description)
