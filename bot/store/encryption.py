"""Encrypts small secrets with the master key: AES-256-GCM, bound to their owner."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class MasterCipher:
    """Encrypts and decrypts with the master key, which also wraps the day keys (bot/store/keys.py)."""

    def __init__(self, master_key: bytes) -> None:
        """Use a master key of 32 bytes."""
        self._master = AESGCM(master_key)

    def seal(self, text: str, *, about: str) -> bytes:
        """Return the encrypted text; only the same owner can decrypt it."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._master.encrypt(nonce, text.encode(), about.encode())

    def open(self, sealed: bytes, *, about: str) -> str:
        """Return the decrypted text; raise cryptography's InvalidTag for another key or owner."""
        return self._master.decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode()).decode()
