"""Settings: safe without any, refused by name when they are wrong, listed where people look for them."""

import base64
import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, TelegramSettings

SECRET, OTHER = (base64.urlsafe_b64encode(letter * 32).decode() for letter in (b"m", b"h"))
LEAST = {"BOT_MASTER_KEY": SECRET, "BOT_HASH_KEY": OTHER}
NAME = re.compile(r"\b(?:BOT|RASA|ACTIONS|TELEGRAM)_[A-Z_]+\b")
TOKEN = "7000000001:" + "A" * 35
TELEGRAM = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "TELEGRAM_WEBHOOK_URL": "https://help.example.jp",
    "TELEGRAM_WEBHOOK_SECRET": "canary-of-a-webhook",
}


class Watched(dict[str, str]):
    """An environment that remembers which names were asked for."""

    def __init__(self, values: dict[str, str]) -> None:
        super().__init__(values)
        self.asked: set[str] = set()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)


def test_with_nothing_but_secrets_everything_is_safe() -> None:
    settings = Settings.from_env(LEAST)
    assert settings.host == "127.0.0.1"
    assert settings.rasa_url == "http://127.0.0.1:5005"
    assert settings.database_url.startswith("sqlite+aiosqlite:///")
    assert settings.keep == timedelta(hours=24)
    assert settings.log_level == "INFO"
    assert (settings.master_key, settings.hash_key) == (b"m" * 32, b"h" * 32)


def test_an_empty_value_is_the_same_as_none() -> None:
    names = ("BOT_HOST", "BOT_PUBLIC_PORT", "RASA_PORT", "RASA_URL", "BOT_KEEP_HOURS", "BOT_EXIT_URL", "BOT_LOG_LEVEL")
    assert Settings.from_env({**LEAST, **dict.fromkeys(names, "")}) == Settings.from_env(LEAST)


def test_every_value_can_be_set() -> None:
    env = {
        **LEAST,
        "BOT_DATABASE_URL": "postgresql+psycopg://u:p@localhost/t",
        "BOT_KEYS_FOLDER": "/keys",
        "BOT_HOST": "0.0.0.0",
        "BOT_PUBLIC_PORT": "80",
        "BOT_STAFF_PORT": "65535",
        "RASA_URL": "http://localhost:1",
        "BOT_KEEP_HOURS": "720",
        "BOT_OPERATOR": " PAPS ",
        "BOT_EXIT_URL": "https://example.com/",
        "BOT_EAR_FILE": "/ear.json",
        "BOT_SECURE_COOKIES": "1",
        "BOT_LOG_LEVEL": "DEBUG",
    }
    settings = Settings.from_env(env)
    assert (settings.public_port, settings.staff_port, settings.keep) == (80, 65535, timedelta(days=30))
    assert (settings.keys_folder, settings.danger_model_file) == (Path("/keys"), Path("/ear.json"))
    assert (settings.secure_cookies, settings.operator, settings.rasa_url) == (True, "PAPS", "http://localhost:1")


def test_telegram_is_off_without_a_token_and_polls_without_an_address() -> None:
    assert Settings.from_env(LEAST).telegram is None
    telegram = Settings.from_env({**LEAST, "TELEGRAM_BOT_TOKEN": TOKEN}).telegram
    assert telegram is not None
    assert (telegram.api_url, telegram.webhook_url) == ("https://api.telegram.org", "")
    with_webhook = Settings.from_env({**LEAST, **TELEGRAM, "TELEGRAM_API_URL": "http://127.0.0.1:8081"}).telegram
    assert with_webhook is not None
    assert (with_webhook.api_url, with_webhook.webhook_url) == ("http://127.0.0.1:8081", "https://help.example.jp")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("TELEGRAM_WEBHOOK_SECRET", value) for value in ("", "too short", "with spaces in it, and long", "カナリア" * 5)),
        *(("TELEGRAM_WEBHOOK_URL", value) for value in ("http://help.example.jp", "help.example.jp", "http://127.0.0.1.evil.com")),
        *(("TELEGRAM_API_URL", value) for value in ("http://api.example.com", "api.telegram.org", "ftp://127.0.0.1")),
    ],
)  # fmt: skip
def test_a_bad_value_for_telegram_is_named_and_never_shown(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as fault:
        Settings.from_env({**LEAST, **TELEGRAM, name: value})
    assert str(fault.value).startswith(name)
    assert not value or value not in str(fault.value)


def test_rasas_port_is_used_where_no_address_is_given() -> None:
    assert Settings.from_env({**LEAST, "RASA_PORT": "5999"}).rasa_url == "http://127.0.0.1:5999"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in LEAST for value in ("", "canary", SECRET[:-8], SECRET + "AAAA", "カナリア", "====")),
        *(
            (name, value)
            for name in ("BOT_PUBLIC_PORT", "BOT_STAFF_PORT", "RASA_PORT")
            for value in ("0", "65536", "-1", "eighty", "80.5", "８０", "²", " 80")
        ),
        *(("BOT_KEEP_HOURS", value) for value in ("0", "721", "-24", "forever", "24h", "1e2")),
        *(
            ("RASA_URL", value)
            for value in ("http://rasa.example.com", "http://10.0.0.5:5005", "localhost:5005", "http://[::1", "ftp://localhost", "http://127.0.0.1.evil.com")
        ),
        *(
            ("BOT_EXIT_URL", value)
            for value in ("http://example.com", "javascript:alert(1)", "https://a b", 'https://a"b', "https://a;b", "https://a,b", "/home")
        ),
        *(("BOT_PUBLIC_URL", value) for value in ("http://example.com", "help.example.jp", "https://a b")),
        *(("TELEGRAM_BOT_TOKEN", value) for value in ("canary", "123:short", f"{TOKEN} ", f"bot{TOKEN}", TOKEN.replace(":", ""))),
        *(("BOT_SECURE_COOKIES", value) for value in ("yes", "true", "2")),
        *(("BOT_LOG_LEVEL", value) for value in ("debug", "TRACE", "5")),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_and_never_shown(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as fault:
        Settings.from_env({**LEAST, name: value})
    said = str(fault.value)
    assert said.startswith(name)
    assert len(value) < 4 or value not in said
    assert fault.value.__cause__ is None


@pytest.mark.parametrize("name", LEAST)
def test_a_missing_secret_stops_the_start_and_says_how_to_make_one(name: str) -> None:
    with pytest.raises(SettingsError, match=name) as fault:
        Settings.from_env({key: value for key, value in LEAST.items() if key != name})
    assert "scripts/run" in str(fault.value)


def test_secrets_are_in_no_repr() -> None:
    env = {**LEAST, **TELEGRAM, "BOT_DATABASE_URL": "postgresql+psycopg://tomoshibi:canary-password@localhost/t"}
    shown = repr(Settings.from_env(env))
    for secret in ("canary-password", "canary-of-a-webhook", TOKEN, SECRET, OTHER, "mmmm", "hhhh"):
        assert secret not in shown


def names_of_fields() -> set[str]:
    """Return the environment name of each field, as its docstring begins in the source."""
    source = (Path(__file__).parent.parent / "bot" / "settings.py").read_text(encoding="utf-8")
    return set(re.findall(r'"""((?:BOT|RASA|TELEGRAM)_[A-Z_]+):', source))


def test_each_field_says_its_environment_name_and_no_other_is_read() -> None:
    env = Watched({**LEAST, **TELEGRAM})
    Settings.from_env(env)
    assert len(names_of_fields()) == len(fields(Settings)) - 1 + len(fields(TelegramSettings))
    assert env.asked == names_of_fields() | {"RASA_PORT"}


def rows(root: Path) -> list[set[str]]:
    """Return the names in the first column of each table of docs/settings.md."""
    tables: list[set[str]] = []
    before = ""
    for line in (root / "docs" / "settings.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("|---"):
            tables.append(set())
        elif line.startswith("| `") and before.startswith("|"):
            tables[-1] |= set(NAME.findall(line.split("|")[1]))
        before = line
    return tables


def test_the_settings_document_lists_exactly_what_can_be_set(root: Path) -> None:
    first, second = rows(root)
    assert first == names_of_fields()
    assert second == {"RASA_PORT", "ACTIONS_PORT", "RASA_TRACKER_URL", "RASA_TRACKER_HOURS"}


def test_the_example_file_names_all_of_them_and_holds_no_secret(root: Path) -> None:
    text = (root / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^# ((?:BOT|RASA|ACTIONS|TELEGRAM)_[A-Z_]+)=", text, re.MULTILINE)) == names_of_fields() | {
        "RASA_PORT",
        "ACTIONS_PORT",
    }
    assert re.search(r"^# BOT_(?:MASTER|HASH)_KEY=$", text, re.MULTILINE)
    assert not re.search(r"^[^#\n]", text, re.MULTILINE)


def test_the_example_file_shows_the_values_that_hold_without_it(root: Path) -> None:
    lines = re.findall(
        r"^# ((?:BOT|RASA|TELEGRAM)_[A-Z_]+=.+)$", (root / ".env.example").read_text(encoding="utf-8"), re.MULTILINE
    )
    shown = dict(line.split("=", 1) for line in lines)
    assert Settings.from_env({**LEAST, **shown}) == Settings.from_env(LEAST)
