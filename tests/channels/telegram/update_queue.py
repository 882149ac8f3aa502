"""The updates that wait for the bot: asked for with getUpdates, or posted to its webhook."""

import contextlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
from aiogram.methods import GetUpdates, SetWebhook
from aiogram.types import Update, WebhookInfo

from tests.channels.telegram.api_calls import ApiRefusal, CallerGone, WebhookDelivery, as_json
from tests.channels.telegram.rules import UPDATE_KINDS

Json = dict[str, Any]
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "Conflict: terminated by setWebhook request"
_LONGEST_POLL = 50
_LOOK_EVERY = 0.1
_BACK_OFF = (0.05, 0.1, 0.2, 0.4, 0.8)


class UpdateQueue:
    """Keeps each update until the bot has confirmed it, as Telegram does."""

    def __init__(self, changed: threading.Condition) -> None:
        """Share the condition that guards the whole Bot API."""
        self.sent: list[Json] = []
        self.deliveries: list[WebhookDelivery] = []
        self._changed = changed
        self._next = 100_000_000 + secrets.randbelow(800_000_000)
        self._waiting: list[Json] = []
        self._once: list[Json] = []
        self._held: list[Json] | None = None
        self._allowed = UPDATE_KINDS - _UNASKED
        self._polls = 0
        self._webhook: _WebhookThread | None = None
        self._threads: list[_WebhookThread] = []
        self._closed = False

    def add(self, **content: Any) -> int:
        """Give an update its number and let it wait for the bot; one of a kind that is not asked for is lost."""
        with self._changed:
            self._next += 1
            update = as_json(Update(update_id=self._next, **content))
            self.sent.append(update)
            if set(content) <= self._allowed:
                (self._waiting if self._held is None else self._held).append(update)
            self._changed.notify_all()
            return self._next

    def add_raw(self, content: Json) -> int:
        """Give anything at all a number and let it wait for the bot, as a server of another version might send it."""
        with self._changed:
            self._next += 1
            update = {"update_id": self._next, **content}
            self.sent.append(update)
            (self._waiting if self._held is None else self._held).append(update)
            self._changed.notify_all()
            return self._next

    def waiting(self) -> list[Json]:
        """Return what has not been confirmed."""
        with self._changed:
            return [*self._waiting, *(self._held or [])]

    def again(self, update_ids: list[int]) -> None:
        """Send these once more, in this order, whatever the bot has confirmed; those still waiting lose their place."""
        by_id = {update["update_id"]: update for update in self.sent}
        with self._changed:
            for queue in (self._waiting, self._held or []):
                queue[:] = [update for update in queue if update["update_id"] not in update_ids]
            self._once += [by_id[update_id] for update_id in update_ids]
            self._changed.notify_all()

    @contextlib.contextmanager
    def held_back(self) -> Iterator[None]:
        """Keep what is sent meanwhile from the bot until the end."""
        self._held = []
        yield
        with self._changed:
            self._waiting += self._held
            self._held = None
            self._changed.notify_all()

    def poll(self, asked: GetUpdates, *, gone: Callable[[], bool]) -> list[Json]:
        """Answer getUpdates: what is waiting, or what comes within its timeout."""
        with self._changed:
            if self._webhook:
                raise ApiRefusal(409, _ACTIVE)
            self._polls += 1
            mine = self._polls
            self._changed.notify_all()
            self._ask_for(asked.allowed_updates)
            self._confirm(asked.offset or 0)
            until = time.monotonic() + min(asked.timeout or 0, _LONGEST_POLL)
            while True:
                self._check_poll(mine)
                found = self._take_once() + self._waiting[: asked.limit or 100]
                left = until - time.monotonic()
                if found or left <= 0 or self._closed:
                    return found
                self._changed.wait(min(left, _LOOK_EVERY))
                if gone():
                    raise CallerGone

    def set_webhook(self, asked: SetWebhook) -> bool:
        """Post updates to an address from now on; without an address, wait for getUpdates again."""
        self.delete_webhook(drop=bool(asked.drop_pending_updates))
        with self._changed:
            self._ask_for(asked.allowed_updates)
            if asked.url:
                self._webhook = _WebhookThread(self, asked)
                self._threads.append(self._webhook)
                self._webhook.start()
            self._changed.notify_all()
        return True

    def delete_webhook(self, *, drop: bool) -> bool:
        """Post nothing from now on."""
        with self._changed:
            if self._webhook:
                self._webhook.stopped.set()
            self._webhook = None
            if drop:
                self._waiting.clear()
            self._changed.notify_all()
        return True

    def webhook_info(self) -> WebhookInfo:
        """Return what getWebhookInfo answers."""
        webhook = self._webhook
        failed = webhook.failed if webhook else None
        return WebhookInfo(
            url=webhook.asked.url if webhook else "",
            has_custom_certificate=False,
            pending_update_count=len(self._waiting),
            last_error_date=failed[0] if failed else None,
            last_error_message=failed[1] if failed else None,
            max_connections=(webhook.asked.max_connections or 40) if webhook else None,
            allowed_updates=sorted(self._allowed) if self._allowed != UPDATE_KINDS - _UNASKED else None,
        )

    def close(self) -> None:
        """Release everything that waits."""
        self.delete_webhook(drop=True)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def first(self, stopped: threading.Event) -> Json | None:
        """Wait for an update to post, and return it; nothing when the webhook is no longer set."""
        with self._changed:
            self._changed.wait_for(lambda: stopped.is_set() or self._once or self._waiting)
            return None if stopped.is_set() else (self._once or self._waiting)[0]

    def posted(self, update: Json, status: int) -> None:
        """Record a delivery; one that succeeded confirms its update."""
        with self._changed:
            self.deliveries.append(WebhookDelivery(update["update_id"], status, time.monotonic()))
            if 200 <= status < 300:
                queue = self._once if any(update is one for one in self._once) else self._waiting
                queue[:] = [one for one in queue if one is not update]
            self._changed.notify_all()

    def _check_poll(self, mine: int) -> None:
        if self._webhook:
            raise ApiRefusal(409, _HOOKED)
        if self._polls != mine:
            raise ApiRefusal(409, _OTHER)

    def _ask_for(self, kinds: list[str] | None) -> None:
        if kinds is not None:
            self._allowed = frozenset(kinds) or UPDATE_KINDS - _UNASKED

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        self._waiting = [update for update in self._waiting if update["update_id"] >= offset]

    def _take_once(self) -> list[Json]:
        taken, self._once = self._once, []
        return taken


class _WebhookThread(threading.Thread):
    """Posts one update after the other, each again and again until it is taken."""

    def __init__(self, updates: UpdateQueue, asked: SetWebhook) -> None:
        super().__init__(daemon=True)
        self.asked = asked
        self.stopped = threading.Event()
        self.failed: tuple[datetime, str] | None = None
        self._updates = updates

    def run(self) -> None:
        failures = 0
        with httpx.Client(trust_env=False, timeout=5.0) as client:
            while update := self._updates.first(self.stopped):
                status = self._post(client, update)
                self._updates.posted(update, status)
                failures = 0 if 200 <= status < 300 else failures + 1
                if failures:
                    self.failed = (datetime.now(UTC), f"Wrong response from the webhook: {status}")
                    self.stopped.wait(_BACK_OFF[min(failures, len(_BACK_OFF)) - 1])

    def _post(self, client: httpx.Client, update: Json) -> int:
        secret = self.asked.secret_token
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            return client.post(self.asked.url, json=update, headers=headers).status_code
        except httpx.HTTPError:
            return 0
