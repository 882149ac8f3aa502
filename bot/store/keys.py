"""One key a day: what a day's messages are encrypted with, kept beside the database and destroyed after its day is over.

The keys are files, not rows, so that a backup of the database never holds them: once a day's key is destroyed, every copy
and backup of that day is unreadable. A key file is itself encrypted with the master key of the settings.
"""

import os
import secrets
from datetime import date
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
_KEY_BITS = 256


class KeyDestroyed(Exception):
    """The key of that day is gone, and with it what it encrypted; the message names the day."""


class Shelf(Protocol):
    """Where wrapped day keys lie."""

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key."""
        ...

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Keep a wrapped key unless one is there; return the one that is there now."""
        ...

    def days(self) -> set[date]:
        """Return the days that have a key."""
        ...

    def destroy(self, day: date) -> None:
        """Overwrite and remove a key."""
        ...


class FolderShelf:
    """Keys as files named by day, mode 0600 in a folder of mode 0700."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made if it is missing."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key, None when the day has none."""
        try:
            return self._file(day).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Keep a wrapped key; where another process was first, its key stays."""
        fresh = self._folder / f".{day.isoformat()}.{secrets.token_hex(8)}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(wrapped)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, self._file(day))
        except FileExistsError:
            return self._file(day).read_bytes()
        finally:
            fresh.unlink()
        return wrapped

    def days(self) -> set[date]:
        """Return the days that have a key."""
        return {date.fromisoformat(file.stem) for file in self._folder.glob("[0-9]*.key")}

    def destroy(self, day: date) -> None:
        """Overwrite and remove a key; nothing happens when it is gone."""
        file = self._file(day)
        if file.exists():
            with file.open("r+b") as opened:
                opened.write(b"\0" * file.stat().st_size)
                opened.flush()
                os.fsync(opened.fileno())
            file.unlink(missing_ok=True)

    def _file(self, day: date) -> Path:
        return self._folder / f"{day.isoformat()}.key"


class MemoryShelf:
    """Keys for one process's lifetime."""

    def __init__(self) -> None:
        """Begin empty."""
        self._keys: dict[date, bytes] = {}

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key."""
        return self._keys.get(day)

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Keep a wrapped key unless one is there."""
        return self._keys.setdefault(day, wrapped)

    def days(self) -> set[date]:
        """Return the days that have a key."""
        return set(self._keys)

    def destroy(self, day: date) -> None:
        """Remove a key."""
        self._keys.pop(day, None)


class Keyring:
    """Encrypts with the key of a day; `about` binds a text to its conversation, so that rows cannot be swapped."""

    def __init__(self, shelf: Shelf, *, master_key: bytes) -> None:
        """Use a shelf of wrapped keys; the master key has 32 bytes."""
        self._shelf = shelf
        self._master = AESGCM(master_key)
        self._open: dict[date, AESGCM] = {}

    def encrypt(self, text: str, *, day: date, about: str) -> bytes:
        """Return the text encrypted with the key of a day; the first of a day makes its key."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._key(day, make=True).encrypt(nonce, text.encode(), about.encode())

    def decrypt(self, sealed: bytes, *, day: date, about: str) -> str:
        """Return the text; raise KeyDestroyed when the key of its day is gone or is not the one it was sealed with."""
        try:
            return self._key(day, make=False).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode()).decode()
        except InvalidTag:
            raise KeyDestroyed(day.isoformat()) from None

    def destroy_unneeded(self, *, needed: set[date], today: date) -> set[date]:
        """Destroy the keys of past days that no row needs; return the days."""
        gone = {day for day in self._shelf.days() if day < today and day not in needed}
        for day in gone:
            self._shelf.destroy(day)
            self._open.pop(day, None)
        return gone

    def _key(self, day: date, *, make: bool) -> AESGCM:
        wrapped = self._shelf.read(day)
        if wrapped is None:
            self._open.pop(day, None)
            if not make:
                raise KeyDestroyed(day.isoformat())
            wrapped = self._shelf.write(day, self._wrap(AESGCM.generate_key(_KEY_BITS), day))
        if day not in self._open:
            raw = self._master.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], day.isoformat().encode())
            self._open[day] = AESGCM(raw)
        return self._open[day]

    def _wrap(self, key: bytes, day: date) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._master.encrypt(nonce, key, day.isoformat().encode())
