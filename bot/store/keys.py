"""Day keys: each encrypts the messages of one day, lies in a file outside the database, and is destroyed afterwards.

The keys are files, not rows, so that a backup of the database never holds them: once a day's key is destroyed, every copy
and backup of that day is unreadable. A key file is itself encrypted with the master key of the settings.
"""

import logging
import os
import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.disk import sync_folder

logger = logging.getLogger(__name__)
_NONCE = 12
_KEY_BITS = 256


class KeyDestroyed(Exception):
    """The day's key no longer exists, so what it encrypted is unreadable; the message names the day."""


class KeyLost(Exception):
    """The day's key is gone although rows need it, so a second one is refused; the message names the day."""


class KeyStore(Protocol):
    """Stores wrapped day keys."""

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key."""
        ...

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Store a wrapped key unless the day has one; return the one now stored."""
        ...

    def days(self) -> set[date]:
        """Return the days that have a key."""
        ...

    def destroy(self, day: date) -> None:
        """Overwrite and remove a key."""
        ...

    def is_given_up(self, day: date) -> bool:
        """Tell whether the operator knows that a key is lost for good, so that the day may have another one."""
        ...


class FolderKeyStore:
    """Keys as files named by day, mode 0600 in a folder of mode 0700."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is created if missing."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key, None if the day has none."""
        try:
            return self._file(day).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Store a wrapped key; if another process was first, its key stays."""
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
            sync_folder(self._folder)
        return wrapped

    def days(self) -> set[date]:
        """Return the days that have a key."""
        return {date.fromisoformat(file.stem) for file in self._folder.glob("[0-9]*.key")}

    def destroy(self, day: date) -> None:
        """Overwrite and delete a key; do nothing if it is gone."""
        file = self._file(day)
        if file.exists():
            with file.open("r+b") as opened:
                opened.write(b"\0" * file.stat().st_size)
                opened.flush()
                os.fsync(opened.fileno())
            file.unlink(missing_ok=True)
            sync_folder(self._folder)

    def is_given_up(self, day: date) -> bool:
        """Tell whether there is a file `DATE.lost`."""
        return self._file(day).with_suffix(".lost").exists()

    def _file(self, day: date) -> Path:
        return self._folder / f"{day.isoformat()}.key"


class MemoryKeyStore:
    """Stores keys in memory, for the lifetime of one process."""

    def __init__(self) -> None:
        self._keys: dict[date, bytes] = {}

    def read(self, day: date) -> bytes | None:
        """Return a wrapped key."""
        return self._keys.get(day)

    def write(self, day: date, wrapped: bytes) -> bytes:
        """Store a wrapped key unless the day has one."""
        return self._keys.setdefault(day, wrapped)

    def days(self) -> set[date]:
        """Return the days that have a key."""
        return set(self._keys)

    def destroy(self, day: date) -> None:
        """Remove a key."""
        self._keys.pop(day, None)

    def is_given_up(self, day: date) -> bool:  # noqa: ARG002 (the port's signature)
        """Tell that no key is: they are lost together."""
        return False


class Keyring:
    """Encrypts with day keys; `about` binds a text to its conversation, so that rows cannot be swapped."""

    def __init__(self, store: KeyStore, *, master_key: bytes, today: Callable[[], date] = lambda: date.max) -> None:
        """Use a store of wrapped keys and the master key (32 bytes); without `today` no key that vanished is put back."""
        self._store = store
        self._master = AESGCM(master_key)
        self._today = today
        self._open: dict[date, AESGCM] = {}
        self._wrapped: dict[date, bytes] = {}
        self.lost: set[date] = set()
        """Days whose key is gone although rows need it."""

    def encrypt(self, text: str, *, day: date, about: str) -> bytes:
        """Return the text encrypted with the key of a day, which is created at its first use."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._key(day, make=True).encrypt(nonce, text.encode(), about.encode())

    def decrypt(self, sealed: bytes, *, day: date, about: str) -> str:
        """Return the text; raise KeyDestroyed if the key of its day is gone or is another one."""
        try:
            return self._key(day, make=False).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode()).decode()
        except InvalidTag:
            raise KeyDestroyed(day.isoformat()) from None

    def destroy_unneeded(self, *, needed: set[date], today: date) -> set[date]:
        """Destroy the keys of past days that no row needs; return those days."""
        self.note_needed(needed)
        gone = {day for day in self._store.days() if day < today and day not in needed}
        for day in gone:
            self._store.destroy(day)
            self._open.pop(day, None)
        return gone

    def note_needed(self, needed: set[date]) -> None:
        """Compare the days that rows need with the keys that are there, and remember which are lost."""
        lost = {day for day in needed - self._store.days() if not self._restored(day)}
        for day in lost - self.lost:
            logger.error("the key of %s is gone: put its file back, or make an empty file %s.lost beside it", day, day)
        self.lost = lost

    def _key(self, day: date, *, make: bool) -> AESGCM:
        wrapped = self._store.read(day) or self._restored(day)
        if wrapped is None:
            self._open.pop(day, None)
            self._wrapped.pop(day, None)
            if not make:
                raise KeyDestroyed(day.isoformat())
            if day in self.lost and not self._store.is_given_up(day):
                raise KeyLost(day.isoformat())
            wrapped = self._store.write(day, self._wrap(AESGCM.generate_key(_KEY_BITS), day))
        if wrapped != self._wrapped.get(day):
            self._open.pop(day, None)
            self._wrapped[day] = wrapped
        if day not in self._open:
            raw = self._master.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], day.isoformat().encode())
            self._open[day] = AESGCM(raw)
        return self._open[day]

    def _restored(self, day: date) -> bytes | None:
        """Put today's key back if its file is gone: nobody destroys it before its day is over."""
        known = self._wrapped.get(day)
        if known is None or day < self._today():
            return None
        logger.warning("the key of %s was gone, and is back", day)
        return self._store.write(day, known)

    def _wrap(self, key: bytes, day: date) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._master.encrypt(nonce, key, day.isoformat().encode())
