"""A Telegram account that writes to the bot, and what it sees of the bot."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    User,
)

from tests.channels.telegram.chat_state import ChatState, ShownMessage, StoredMessage, buttons, pressable
from tests.channels.telegram.media import content

if TYPE_CHECKING:
    from tests.channels.telegram.bot_api import BotApi

T = TypeVar("T")
_BLOCKED = "Forbidden: bot was blocked by the user"
_DEACTIVATED = "Forbidden: user is deactivated"
_NEVER = datetime.fromtimestamp(0, UTC)


class TelegramAccount:
    """One account in its private chat with the bot; `canary` is in all its files, `name_canary` in all its names."""

    def __init__(
        self,
        api: BotApi,
        language_code: str | None = "ja",
        *,
        first_name: str = "花",
        username: str = "hana",
    ) -> None:
        """Make up an account; with no language code Telegram does not say which language it uses."""
        self.canary = f"kanaria{secrets.token_hex(6)}"
        self.name_canary = f"meihaku{secrets.token_hex(6)}"
        self.id = 10**9 + secrets.randbelow(9 * 10**9)
        names: Any = {
            "first_name": f"{first_name} {self.name_canary}",
            "last_name": f"架空 {self.name_canary}",
            "username": f"{username}_{self.name_canary}",
        }
        self.user = User(id=self.id, is_bot=False, language_code=language_code, **names)
        self._api = api
        self._state = ChatState(Chat(id=self.id, type="private", **names))
        self._answers_before = 0
        with api.changed:
            api.chats[self.id] = self._state

    def writes(self, text: str, **more: Any) -> int:
        """Send a text; return the message's id."""
        return self._tell("text", text=text, **{**_command(text), **more})

    def sends_command(self, command: str, payload: str = "") -> int:
        """Send a command such as `/start`, with what follows it."""
        return self.writes(f"{command} {payload}".rstrip())

    def edits(self, message_id: int, text: str) -> None:
        """Change the text of one of the account's own messages."""
        self._acts()
        stored = self._state.messages[message_id]
        change = {"text": text, "edit_date": int(datetime.now(UTC).timestamp()), "entities": None, **_command(text)}
        stored.message = stored.message.model_copy(update=change)
        self._api.updates.add(edited_message=stored.message)

    def sends(self, kind: str, caption: str | None = None, album: str | None = None, **more: Any) -> int:
        """Send something of a kind in media.py; return the message's id."""
        return self._tell(kind, **{**content(kind, self.canary), "caption": caption, "media_group_id": album, **more})

    def sends_album(self, kinds: Sequence[str], caption: str | None = None) -> list[int]:
        """Send several at once, as one album: an update for each, the caption at the first."""
        album = f"1{secrets.randbelow(10**16)}{self.canary}"
        captions = [caption, *[None] * len(kinds)]
        return [self.sends(kind, one, album) for kind, one in zip(kinds, captions, strict=False)]

    def presses(self, title: str) -> str:
        """Press the button of that title under the newest message that has one; return the query's id."""
        for stored in reversed(self._state.by_bot()):
            if data := pressable(stored.message).get(title):
                return self._presses(stored.message, data)
        raise AssertionError(f"there is no button {title!r}, only {[title for title, _ in self.last_buttons()]}")

    def presses_data(self, data: str) -> str:
        """Press, under the newest message with buttons, one with this data, whether there is such a button or not."""
        with_buttons = [stored for stored in self._state.by_bot() if buttons(stored.message)]
        newest = (with_buttons or self._state.by_bot())[-1]
        return self._presses(newest.message, data)

    def notice(self, query_id: str) -> str | None:
        """Return the words that a press was answered with, nothing where it has not been answered."""
        return self._api.presses[query_id]

    def blocks(self) -> None:
        """Block the bot: from now on it may not send anything here."""
        self._state.forbidden = _BLOCKED
        self._tell_membership(blocked=True)

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._state.forbidden = None
        self._tell_membership(blocked=False)

    def deletes_account(self) -> None:
        """Close the account, of which Telegram tells no bot."""
        self._state.forbidden = _DEACTIVATED

    @property
    def shown(self) -> list[ShownMessage]:
        """Return the bot's messages as they are to be seen now, oldest first."""
        with self._api.changed:
            return self._state.shown()

    def shown_texts(self) -> list[str]:
        """Return what the bot's messages say, oldest first."""
        return [shown.text for shown in self.shown]

    @property
    def own(self) -> dict[int, str]:
        """Return the account's own messages that are still there: id to text, or to kind where it is no text."""
        with self._api.changed:
            mine = [stored for stored in self._state.messages.values() if not stored.by_bot]
            return {stored.message.message_id: stored.message.text or stored.kind for stored in mine}

    @property
    def typing(self) -> int:
        """Return how often the bot was seen typing."""
        return self._state.typing

    def last_buttons(self) -> list[tuple[str, str]]:
        """Return title and data of the buttons under the newest message that has any."""
        return next((shown.buttons for shown in reversed(self.shown) if shown.buttons), [])

    def waits_for(
        self, what: str | re.Pattern[str] | Callable[[ShownMessage], bool], within: float = 10.0
    ) -> ShownMessage:
        """Return the newest message that has this in its text, as soon as one is to be seen."""
        matches = _matcher(what)
        found = self._until(lambda: [shown for shown in self.shown if matches(shown)], within)
        if not found:
            raise AssertionError(f"waited {within:g} s in vain for {what!r}; to be seen: {self.shown_texts()}")
        return found[-1]

    def waits_for_answers(self, count: int, within: float = 10.0) -> list[ShownMessage]:
        """Return the messages since the account last did something, as soon as so many have come."""
        since = self._answers_before
        if not self._until(lambda: len(self._state.answers) >= since + count, within):
            came = len(self._state.answers) - since
            raise AssertionError(f"waited {within:g} s for {count} answers, {came} came: {self.shown_texts()}")
        new = set(self._state.answers[since:])
        return [shown for shown in self.shown if shown.message_id in new]

    def _until(self, condition: Callable[[], T], within: float) -> T:
        with self._api.changed:
            return self._api.changed.wait_for(condition, within)

    def _acts(self) -> None:
        self._answers_before = len(self._state.answers)

    def _tell(self, kind: str, **fields: Any) -> int:
        with self._api.changed:
            self._acts()
            message_id = self._api.next_message_id()
            named = {"message_id": message_id, "date": datetime.now(UTC), "chat": self._state.chat}
            message = Message(**{**named, "from_user": self.user, **fields})
            self._state.add(StoredMessage(message, by_bot=False, kind=kind))
            self._api.updates.add(message=message)
            return message_id

    def _presses(self, message: Message, data: str) -> str:
        with self._api.changed:
            self._acts()
            query_id = str(10**17 + secrets.randbelow(10**18))
            self._api.presses[query_id] = None
            instance = str(secrets.randbelow(10**18))
            query = CallbackQuery(id=query_id, from_user=self.user, chat_instance=instance, message=message, data=data)
            self._api.updates.add(callback_query=query)
            return query_id

    def _tell_membership(self, *, blocked: bool) -> None:
        inside = ChatMemberMember(user=self._api.me)
        outside = ChatMemberBanned(user=self._api.me, until_date=_NEVER)
        before, after = (inside, outside) if blocked else (outside, inside)
        changed = ChatMemberUpdated(
            chat=self._state.chat,
            from_user=self.user,
            date=datetime.now(UTC),
            old_chat_member=before,
            new_chat_member=after,
        )
        self._api.updates.add(my_chat_member=changed)


def _command(text: str) -> dict[str, Any]:
    """Return the entity that Telegram puts on a command at the start of a text."""
    found = re.match(r"/[A-Za-z0-9_]{1,64}(@\w+)?", text)
    return {"entities": [MessageEntity(type="bot_command", offset=0, length=found.end())]} if found else {}


def _matcher(what: str | re.Pattern[str] | Callable[[ShownMessage], bool]) -> Callable[[ShownMessage], bool]:
    if isinstance(what, str):
        return lambda shown: what in shown.text
    if isinstance(what, re.Pattern):
        return lambda shown: bool(what.search(shown.text))
    return what
