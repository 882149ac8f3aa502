"""Settings, read once from the environment. docs/settings.md lists them all; a test compares the two."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

_KEY_BYTES = 32
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,64}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?(?:/|$)")


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it and says what to do, but never shows its value."""


@dataclass(frozen=True, kw_only=True)
class TelegramSettings:
    """Settings of the Telegram channel."""

    token: str = field(repr=False)
    """TELEGRAM_BOT_TOKEN: the token from BotFather."""
    api_url: str
    """TELEGRAM_API_URL: the Bot API server."""
    webhook_url: str
    """TELEGRAM_WEBHOOK_URL: the public site's address for Telegram; empty for long polling."""
    webhook_secret: str = field(repr=False)
    """TELEGRAM_WEBHOOK_SECRET: the secret that Telegram sends with each update."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings; secrets have no default."""

    master_key: bytes = field(repr=False)
    """BOT_MASTER_KEY: 32 bytes, URL-safe base64; wraps the day keys."""
    hash_key: bytes = field(repr=False)
    """BOT_HASH_KEY: 32 bytes, URL-safe base64; hashes addresses."""
    database_url: str = field(repr=False)
    """BOT_DATABASE_URL: an SQLAlchemy async URL; it may contain a password."""
    keys_folder: Path
    """BOT_KEYS_FOLDER: the folder of the wrapped day keys, kept out of the backups of the database."""
    exits_folder: Path
    """BOT_EXITS_FOLDER: the folder that notes which chats were left and have still to be erased."""
    host: str
    """BOT_HOST: the address both sites listen on."""
    public_port: int
    """BOT_PUBLIC_PORT: the public site's port."""
    staff_port: int
    """BOT_STAFF_PORT: the staff site's port."""
    rasa_url: str
    """RASA_URL: Rasa's REST channel, on loopback."""
    keep: timedelta
    """BOT_KEEP_HOURS: hours a conversation is kept after its last message, 1 to 720."""
    keep_counselled: timedelta
    """BOT_KEEP_DAYS: days a conversation is kept after its last message if a counsellor was called, 1 to 365."""
    give_back_after: timedelta
    """BOT_GIVE_BACK_SECONDS: a counsellor's silence after which the chats go back to the front of the queue, 90 to 3600."""
    operator: str
    """BOT_OPERATOR: the operator's name on the first screen; without it the page says that this is a trial."""
    exit_url: str
    """BOT_EXIT_URL: the ordinary, unrelated page that quick exit leads to."""
    danger_model_file: Path
    """BOT_EAR_FILE: the danger model, which scripts/train makes."""
    secure_cookies: bool
    """BOT_SECURE_COOKIES: 1 where the site is served over HTTPS."""
    public_url: str
    """BOT_PUBLIC_URL: the public site's address, offered to people on Telegram; empty if it has none."""
    telegram: TelegramSettings | None
    """None without TELEGRAM_BOT_TOKEN, which turns the channel off."""
    log_level: str
    """BOT_LOG_LEVEL: DEBUG, INFO, WARNING or ERROR."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Return the settings; raise SettingsError for the first that is missing or wrong."""
        rasa_port = _port(env, "RASA_PORT", 5005)
        keys_folder = Path(env.get("BOT_KEYS_FOLDER") or "var/keys")
        return cls(
            master_key=_key(env, "BOT_MASTER_KEY"),
            hash_key=_key(env, "BOT_HASH_KEY"),
            database_url=env.get("BOT_DATABASE_URL") or "sqlite+aiosqlite:///var/tomoshibi.sqlite",
            keys_folder=keys_folder,
            exits_folder=Path(env.get("BOT_EXITS_FOLDER") or keys_folder.parent / "exits"),
            host=env.get("BOT_HOST") or "127.0.0.1",
            public_port=_port(env, "BOT_PUBLIC_PORT", 8000),
            staff_port=_port(env, "BOT_STAFF_PORT", 8001),
            rasa_url=_loopback(env, "RASA_URL", f"http://127.0.0.1:{rasa_port}"),
            keep=timedelta(hours=_number(env, "BOT_KEEP_HOURS", 24, lowest=1, highest=720)),
            keep_counselled=timedelta(days=_number(env, "BOT_KEEP_DAYS", 30, lowest=1, highest=365)),
            give_back_after=timedelta(seconds=_number(env, "BOT_GIVE_BACK_SECONDS", 180, lowest=90, highest=3600)),
            operator=(env.get("BOT_OPERATOR") or "").strip(),
            exit_url=_web_address(env, "BOT_EXIT_URL", "https://www.yahoo.co.jp/"),
            danger_model_file=Path(env.get("BOT_EAR_FILE") or "var/models/danger.json"),
            secure_cookies=_switch(env, "BOT_SECURE_COOKIES"),
            public_url=_web_address(env, "BOT_PUBLIC_URL", ""),
            telegram=_telegram(env),
            log_level=_one_of(env, "BOT_LOG_LEVEL", "INFO", allowed=("DEBUG", "INFO", "WARNING", "ERROR")),
        )


def _key(env: Mapping[str, str], name: str) -> bytes:
    try:
        key = base64.b64decode(env.get(name, "").encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise SettingsError(
            f"{name} must be {_KEY_BYTES} bytes in URL-safe base64. scripts/run makes one in var/secrets.env; "
            f"by hand: python3 -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom({_KEY_BYTES})).decode())'"
        )
    return key


def _number(env: Mapping[str, str], name: str, default: int, *, lowest: int, highest: int) -> int:
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
        raise SettingsError(f"{name} must be a whole number from {lowest} to {highest}")
    return int(text)


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    return _number(env, name, default, lowest=1, highest=65535)


def _switch(env: Mapping[str, str], name: str) -> bool:
    return _one_of(env, name, "0", allowed=("0", "1")) == "1"


def _one_of(env: Mapping[str, str], name: str, default: str, *, allowed: tuple[str, ...]) -> str:
    value = env.get(name) or default
    if value not in allowed:
        raise SettingsError(f"{name} must be one of {', '.join(allowed)}")
    return value


def _loopback(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name) or default
    try:
        address = urlsplit(value)
    except ValueError:
        address = urlsplit("")
    if address.scheme not in ("http", "https") or address.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise SettingsError(f"{name} must be an address on this machine: what people write does not leave it")
    return value


def _telegram(env: Mapping[str, str]) -> TelegramSettings | None:
    token = env.get("TELEGRAM_BOT_TOKEN") or ""
    if not token:
        return None
    if not _TOKEN.fullmatch(token):
        raise SettingsError("TELEGRAM_BOT_TOKEN is not a token as BotFather gives it (digits, a colon, 35 characters)")
    webhook_url = _web_address(env, "TELEGRAM_WEBHOOK_URL", "", loopback=True)
    secret = env.get("TELEGRAM_WEBHOOK_SECRET") or ""
    if webhook_url and not _SECRET.fullmatch(secret):
        raise SettingsError(
            "TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters, digits, - and _ when TELEGRAM_WEBHOOK_URL is set; "
            "one is made by: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    api_url = _web_address(env, "TELEGRAM_API_URL", "https://api.telegram.org", loopback=True)
    return TelegramSettings(token=token, api_url=api_url, webhook_url=webhook_url.rstrip("/"), webhook_secret=secret)


def _web_address(env: Mapping[str, str], name: str, default: str, *, loopback: bool = False) -> str:
    value = env.get(name) or default
    if not value or (loopback and _LOOPBACK.match(value)):
        return value
    if not value.startswith("https://") or any(character in value for character in " \"';,\n"):
        raise SettingsError(f"{name} must be an https:// address without spaces, quotes, commas or semicolons")
    return value
