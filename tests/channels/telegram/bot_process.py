"""The real bot with a local Bot API: started, killed and started again, and what its database holds."""

import hashlib
import hmac
import json
import os
import signal
import sqlite3
import sys
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from bot.store.keys import FolderKeyStore, Keyring
from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.chat_state import ShownMessage
from tests.journeys.processes import Bot, Processes
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES, catalogue, entry, label

PATIENT = 90.0
"""Seconds within which even a slow machine is through with anything; no test asks how long it took."""

HELLO = {"ja": "こんにちは", "en": "hello"}
IN_DANGER = {"ja": "もう死にたい", "en": "i want to die"}
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)
_SHARED = ("BOT_MASTER_KEY", "BOT_HASH_KEY", "BOT_DATABASE_URL", "BOT_KEYS_FOLDER")


@dataclass(frozen=True)
class MessageRow:
    """One message as the database has it; `key` names the entry where the assistant said it."""

    seq: int
    author: str
    key: str
    answered: bool
    text: str = field(repr=False)


class TelegramProcess(Processes):
    """Telegram without the sites; it has no health page to ask whether it is ready."""

    command = (sys.executable, "-m", "bot", "telegram")

    def is_ready(self) -> bool:
        """Say that it has not ended."""
        assert self.process is not None
        assert self.process.poll() is None, self.last_lines()
        return True


def bot_over(api: BotApi, folder: Path, **settings: str) -> Bot:
    """Return a bot that will write to people through this Bot API."""
    return Bot(folder, TELEGRAM_BOT_TOKEN=api.token, TELEGRAM_API_URL=api.url, **settings)


def shared_with(bot: Processes) -> dict[str, str]:
    """Return the settings with which another process works on the same database."""
    named = {name: value for name, value in bot.settings.items() if name.startswith("TELEGRAM_")}
    return {**named, **{name: bot.settings[name] for name in _SHARED}}


def kill(running: Processes) -> None:
    """End a process with kill -9."""
    assert running.process is not None
    os.kill(running.process.pid, signal.SIGKILL)
    running.process.wait()
    running.process = None


def revive(bot: Processes) -> None:
    """Start a killed bot again; its lease is removed, so that the test need not wait for its end."""
    change(bot, "DELETE FROM leases")
    bot.start()


def someone(api: BotApi, language: str) -> TelegramAccount:
    """Return somebody new whose app is set to a language."""
    return TelegramAccount(api, language)


@contextmanager
def locked(bot: Processes) -> Iterator[None]:
    """Hold the right to write to the database, as a clumsy backup would."""
    with closing(sqlite3.connect(bot.database, isolation_level=None, timeout=60.0)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        yield
        writer.execute("ROLLBACK")


def change(bot: Processes, statement: str) -> None:
    """Change the database, also while a bot uses it."""
    with closing(sqlite3.connect(bot.database, timeout=60.0)) as database, database:
        database.execute(statement)


def ask(bot: Processes, question: str, *values: str) -> list[tuple[object, ...]]:
    """Ask the database."""
    with closing(sqlite3.connect(f"file:{bot.database}?mode=ro", uri=True, timeout=60.0)) as database:
        return database.execute(question, values).fetchall()


def conversation_of(bot: Processes, person: TelegramAccount) -> str:
    """Return the id of somebody's conversation, empty where there is none."""
    key = urlsafe_b64decode(bot.settings["BOT_HASH_KEY"])
    digest = hmac.new(key, f"telegram:{person.id}".encode(), hashlib.sha256).hexdigest()
    found = ask(bot, "SELECT id FROM conversations WHERE address_hash = ?", digest)
    return str(found[0][0]) if found else ""


def kept(bot: Processes, person: TelegramAccount) -> list[MessageRow]:
    """Return the stored messages of somebody's conversation, in order."""
    conversation = conversation_of(bot, person)
    keyring = _keyring(bot)
    columns = "SELECT seq, author, answered, body, day FROM messages WHERE conversation = ? ORDER BY seq"
    found = []
    for seq, author, answered, body, day in ask(bot, columns, conversation):
        assert isinstance(seq, int)
        assert isinstance(body, bytes)
        words = json.loads(keyring.decrypt(body, day=date.fromisoformat(str(day)), about=conversation))
        key = words["say"]["key"] if words["say"] else ""
        found.append(MessageRow(seq, str(author), key, bool(answered), words["text"]))
    return found


def puts_the_phone_away(bot: Processes, person: TelegramAccount, *, seconds: float = 300.0) -> None:
    """Let so much time go by since somebody last did something, as the bot remembers it."""
    keyring, about = _keyring(bot), conversation_of(bot, person)
    with closing(sqlite3.connect(bot.database, timeout=60.0)) as database, database:
        database.execute("BEGIN IMMEDIATE")
        for sealed, day in database.execute(
            "SELECT sealed, day FROM addresses WHERE conversation = ?", [about]
        ).fetchall():
            at, _, address = keyring.decrypt(sealed, day=date.fromisoformat(day), about=about).partition(" ")
            earlier = keyring.encrypt(f"{float(at) - seconds} {address}", day=date.fromisoformat(day), about=about)
            database.execute("UPDATE addresses SET sealed = ? WHERE conversation = ?", [earlier, about])


def texts(bot: Processes, person: TelegramAccount) -> list[str]:
    """Return what somebody wrote, as it is stored."""
    return [message.text for message in kept(bot, person) if message.author == "person"]


def is_idle(bot: Processes) -> bool:
    """Say whether everybody has their answer and nothing waits to be sent."""
    return ask(bot, "SELECT (SELECT count(*) FROM messages WHERE NOT answered) + (SELECT count(*) FROM outbox)") == [
        (0,)
    ]


def until_idle(bot: Processes, *, within: float = PATIENT) -> None:
    """Wait until everybody has their answer."""
    until(lambda: is_idle(bot), what="everybody to have their answer", within=within)


def traces_of(bot: Processes, conversation: str) -> dict[str, int]:
    """Return the tables that still have rows about a conversation, with how many."""
    tables = [str(name) for (name,) in ask(bot, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in tables:
        columns = {str(column[1]) for column in ask(bot, f"PRAGMA table_info({table})")}
        name = "id" if table == "conversations" else "conversation"
        if name in columns:
            question = f"SELECT count(*) FROM {table} WHERE {name} = ?"  # noqa: S608 (the schema's own names)
            found[table] = int(str(ask(bot, question, conversation)[0][0]))
    assert "messages" in found
    assert "outbox" in found
    assert "addresses" in found
    return {table: count for table, count in found.items() if count}


def _keyring(bot: Processes) -> Keyring:
    keys = FolderKeyStore(Path(bot.settings["BOT_KEYS_FOLDER"]))
    return Keyring(keys, master_key=urlsafe_b64decode(bot.settings["BOT_MASTER_KEY"]))


def words_of(key: str, language: str) -> str:
    """Return the first paragraph of an entry as Telegram says it, with single spaces."""
    own = f"{key}.telegram"
    return entry(own if own in catalogue().entries else key, language)


def says(key: str, language: str) -> Callable[[ShownMessage], bool]:
    """Return what tells whether a message says an entry."""
    words = words_of(key, language)
    return lambda shown: words in " ".join(shown.text.split())


def first_words(person: TelegramAccount, language: str) -> list[str]:
    """Return the first paragraph of each message somebody has from the bot, without the cover of a late one."""
    cover = label("A new message. Tap it to read.", language)
    bare = [text.removeprefix(f"{cover}\n\n") for text in person.shown_texts()]
    return [" ".join(text.split("\n\n")[0].split()) for text in bare]


def should_have(bot: Processes, person: TelegramAccount, language: str) -> list[str]:
    """Return the first paragraphs of everything that was said to somebody, in order."""
    return [words_of(message.key, language) for message in kept(bot, person) if message.key]
