"""Small secrets sealed with the master key: AES-256-GCM, bound to whom they belong."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class Seal:
    """Seals and opens; the master key is the one that wraps the day keys (bot/store/keys.py)."""

    def __init__(self, master_key: bytes) -> None:
        """Use a master key of 32 bytes."""
        self._master = AESGCM(master_key)

    def seal(self, text: str, *, about: str) -> bytes:
        """Return a text sealed; it opens only for the same owner."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._master.encrypt(nonce, text.encode(), about.encode())

    def open(self, sealed: bytes, *, about: str) -> str:
        """Return the text; raise cryptography's InvalidTag where key or owner is another."""
        return self._master.decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode()).decode()
