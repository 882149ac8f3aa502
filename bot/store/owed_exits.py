"""Quick exits whose chat has still to be erased: one empty file each, beside the database, so that none waits for it.

A file's name is the address of the chat, sealed: it can be looked up and opened with the key alone, and an empty file needs no
room on a disk that is full. Where not even that works, this process remembers it.
"""

import asyncio
import base64
import binascii
import hashlib
import hmac
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from bot.conversation.model import Address
from bot.store.disk import sync_folder

PATIENCE = 0.5
"""Seconds that the disk has for a file."""

MOST = 10_000
"""Exits that get a file: as many at once come from nobody who was in a chat."""

logger = logging.getLogger(__name__)


class FolderExits:
    """Owed exits as files of mode 0600 in a folder of mode 0700."""

    def __init__(self, folder: Path, *, key: bytes) -> None:
        """Use a folder, which is created if missing, and a key of 32 bytes."""
        self._folder = folder
        self._seal = AESSIV(hmac.new(key, b"owed exits", hashlib.sha512).digest())
        self._remembered: set[Address] = set()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fault:
            logger.error("exits are only remembered until the next start: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)

    async def owe(self, address: Address) -> None:
        """Note that the chat of an address is left: it opens no more, and is erased; never fails, hardly waits."""
        self._remembered.add(address)
        if len(self._remembered) > MOST:
            return
        try:
            await asyncio.wait_for(asyncio.to_thread(self._write, self._file(address)), PATIENCE)
        except OSError as fault:  # TimeoutError is one
            logger.warning("an exit is only remembered until the next start: %s", type(fault).__name__)

    def is_owed(self, address: Address) -> bool:
        """Tell whether the chat of an address was left."""
        return address in self._remembered or self._file(address).exists()

    def all(self) -> Sequence[Address]:
        """Return the addresses whose chats have still to be erased."""
        try:
            names = [file.name for file in self._folder.iterdir()]
        except OSError:
            names = []
        return list(self._remembered.union(address for name in names if (address := self._address(name))))

    def settle(self, address: Address) -> None:
        """Note that the chat of an address is erased."""
        self._remembered.discard(address)
        try:
            self._file(address).unlink(missing_ok=True)
        except OSError as fault:
            logger.warning("an exit is settled once more: %s", type(fault).__name__)

    def _write(self, file: Path) -> None:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
        sync_folder(self._folder)

    def _file(self, address: Address) -> Path:
        sealed = self._seal.encrypt(address.encode(), None)
        return self._folder / base64.urlsafe_b64encode(sealed).decode().rstrip("=")

    def _address(self, name: str) -> Address | None:
        """Return the address that a file names, None where it is none of ours."""
        try:
            sealed = base64.urlsafe_b64decode(name + "=" * (-len(name) % 4))
            return Address(self._seal.decrypt(sealed, None).decode())
        except (binascii.Error, InvalidTag, ValueError):
            return None
