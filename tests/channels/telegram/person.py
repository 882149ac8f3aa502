"""A person who uses Telegram in one of the two languages, and the approved words they should find there."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from bot.guidance.catalogue import Bubble, Fills
from bot.language import Language
from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.chat_state import ShownMessage
from tests.channels.telegram.markup import units
from tests.journeys.waiting import until
from tests.journeys.words import button, catalogue

if TYPE_CHECKING:
    from tests.channels.telegram.bot_api import BotApi
    from tests.journeys.processes import Processes

PATIENT = 60.0
"""Seconds somebody waits for an answer on a busy machine."""

LONGEST = 4096
"""UTF-16 units in one message, as the Bot API has it."""


class PersonOnTelegram(TelegramAccount):
    """An account whose owner speaks one language, in a chat with the bot that a service runs."""

    def __init__(self, processes: Processes, api: BotApi, language: str, *, language_code: str | None = "") -> None:
        """Bring somebody whose app is set to their language, or to another code where one is given."""
        super().__init__(api, language if language_code == "" else language_code)
        self.processes = processes
        self.api = api
        self.language = language
        self._seen = 0

    def begins(self) -> None:
        """Send the first command and read the welcome."""
        self.sends_command("/start")
        self.hears("welcome")

    def chooses(self, name: str) -> str:
        """Press a button by its name in buttons.yml; return the query's id."""
        return self.presses(button(name, self.language))

    def edits_picture(self, message_id: int) -> None:
        """Put another picture into the place of one, or mark it: an update about it, without words."""
        self._acts()
        stored = self._state.messages[message_id]
        self.api.updates.add(edited_message=stored.message.model_copy(update={"edit_date": int(time.time())}))

    def news(self) -> list[ShownMessage]:
        """Return what the bot said since this person last did something, oldest first."""
        return [shown for shown in self.shown if shown.message_id > self._seen]

    def hears(self, *keys: str, **fills: Any) -> list[ShownMessage]:
        """Wait until these entries have been said, in this order, since this person last did something."""

        def found() -> list[ShownMessage]:
            left, heard = list(keys), []
            for shown in self.news():
                if left and is_said(left[0], shown, self.language, **fills):
                    heard.append(shown)
                    del left[0]
            return [] if left else heard

        with self.api.changed:
            self.api.changed.wait_for(found, PATIENT)
            heard = found()
        assert heard, f"waited in vain for {keys} ({self.language}); since then: {[new.text for new in self.news()]}"
        return heard

    def hears_only(self, *keys: str, **fills: Any) -> list[ShownMessage]:
        """Wait until these entries and nothing else have been said, and nothing is due any more."""
        heard = self.hears(*keys, **fills)
        self.waits_until_nothing_is_due()
        assert [new.text for new in self.news()] == [new.text for new in heard]
        return heard

    def hears_nothing(self) -> None:
        """Wait until all that was sent is dealt with, and find no answer to it."""
        self.waits_until_nothing_is_due()
        assert self.news() == []

    def waits_until_nothing_is_due(self) -> None:
        """Wait until the bot has taken every update, answered it and delivered the answer."""
        wait_until_nothing_is_due(self.processes, self.api)

    def sees_chosen(self, message_id: int, name: str) -> None:
        """Wait until the buttons under a message have given way to the one that was pressed."""
        title = button(name, self.language)
        chosen = self.waits_for(
            lambda shown: shown.message_id == message_id and len(shown.buttons) == 1 and title in shown.buttons[0][0],
            within=PATIENT,
        )
        assert chosen.buttons[0][0] == f"✓ {title}"

    def sees_taken(self, query_id: str) -> None:
        """Wait until the app has been told that a press was taken."""
        until(lambda: self.notice(query_id) is not None, what="a press to be taken", within=PATIENT)

    def _acts(self) -> None:
        super()._acts()
        self._seen = self.api.next_message_id()


def bubble(key: str, language: str, **fills: Any) -> Bubble:
    """Return an entry as it is said on Telegram, completed by the fields of Fills."""
    own = f"{key}.telegram"
    known = own if own in catalogue().entries else key
    return catalogue().say(known, language=Language(language), fills=Fills(**fills))


def is_said(key: str, shown: ShownMessage, language: str, **fills: Any) -> bool:
    """Tell whether a message is an entry: its words, the numbers on its cards, and its buttons or the chosen one."""
    expected = bubble(key, language, **fills)
    phones = [contact.phone for contact in expected.contacts if contact.phone]
    return shown.text.startswith(expected.text) and all(phone in shown.text for phone in phones)


def offers(key: str, shown: ShownMessage, language: str) -> bool:
    """Tell whether all buttons of an entry are under a message."""
    return {(one.title, one.payload) for one in bubble(key, language).choices} <= set(shown.buttons)


def are_as_telegram_wants_them(messages: Sequence[ShownMessage]) -> bool:
    """Tell whether no message has a link preview and all fit into one message of Telegram's."""
    return all(shown.without_preview and 0 < units(shown.text) <= LONGEST for shown in messages)


def rows(processes: Processes, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Ask the bot's database, which is in use."""
    with closing(sqlite3.connect(f"file:{processes.database}?mode=ro", uri=True, timeout=PATIENT)) as opened:
        return opened.execute(question, values).fetchall()


def change(processes: Processes, statement: str, *values: object) -> None:
    """Change the bot's database, which is in use."""
    with closing(sqlite3.connect(processes.database, timeout=PATIENT)) as opened, opened:
        opened.execute(statement, values)


def tables(processes: Processes) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    names = [name for (name,) in rows(processes, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: rows(processes, f"SELECT * FROM {name}") for name in names}  # noqa: S608 (the names are the database's own)


def wait_until_nothing_is_due(processes: Processes, api: BotApi) -> None:
    """Wait until every update is confirmed and nothing is left to answer or to deliver, so no address is kept either."""
    until(lambda: _nothing_is_due(processes, api), what="everything to be answered and delivered", within=PATIENT)


def _nothing_is_due(processes: Processes, api: BotApi) -> bool:
    if api.updates.webhook_info().pending_update_count:
        return False
    due = "SELECT 1 FROM outbox UNION ALL SELECT 1 FROM addresses UNION ALL SELECT 1 FROM messages WHERE NOT answered"
    return not rows(processes, due)
