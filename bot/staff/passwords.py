"""Passwords: how they are kept (argon2id), which are refused, and one-time passwords."""

import asyncio
import secrets
import unicodedata
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.accounts import same_name

SHORTEST, LONGEST = 12, 256
_AT_ONCE = 2
"""How many passwords are looked at side by side: each takes 64 MiB and much of a processor."""
_FEWEST_SIGNS = 5
_PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for others."""
_GROUPS, _GROUP = 5, 4

COMMON = frozenset(
    """
    1234567890ab 123456789012 1234567890123 12345678901234 0123456789ab 012345678901 987654321098 098765432109 112233445566
    1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5y6 qazwsxedcrfv qwertyuiop12 qwertyuiop123 qwertyuiopas asdfghjkl123
    asdfghjklqwe zxcvbnmasdfg abcdefghijkl abcdefghijklm abcd12345678 abc123456789 a123456789012 passwordpassword
    password1234 password12345 password123456 password2024 password2025 password2026 passw0rd1234 p@ssw0rd1234 mypassword12
    mypassword123 yourpassword adminadmin12 administrator administrator1 administrator123 adminpassword iloveyou1234
    iloveyouiloveyou letmeinletmein letmein12345 welcome12345 welcomewelcome changemechangeme changeme1234 trustno1trustno1
    correcthorsebatterystaple tomoshibi1234 tomoshibitomoshibi tomoshibi2026 himitsu12345 arigatou1234 konnichiwa12
    konnichiwa123 sakurasakura sakura123456 nihongo12345 aiueokakikukeko ひみつひみつひみつひみつ ぱすわーどぱすわーどぱすわーど パスワードパスワードパスワード
    """.split()  # noqa: SIM905 (sixty lines of quotes are no easier to read)
)
"""Passwords of twelve characters and more that everybody thinks of first."""


class Weakness(StrEnum):
    """Why a password cannot be taken."""

    SHORT = "short"
    LONG = "long"
    SAME = "same"
    NAME = "name"
    COMMON = "common"


def weakness_of(password: str, *, name: str, old: str) -> Weakness | None:
    """Return why a password cannot be taken, None where it can; no rule asks for certain kinds of signs."""
    text = _same(password)
    if len(text) < SHORTEST:
        return Weakness.SHORT
    if len(text) > LONGEST:
        return Weakness.LONG
    if old and text == _same(old):
        return Weakness.SAME
    return _guessable(text.casefold(), same_name(name))


def one_time_password() -> str:
    """Return a fresh password (99 bits) that can be read out and typed."""
    return "-".join("".join(secrets.choice(_PLAIN) for _ in range(_GROUP)) for _ in range(_GROUPS))


class Passwords:
    """Hashes and compares; a name that nobody has takes the same work as one that somebody has."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Use argon2id with its library's parameters, or others where tests have to be quick."""
        self._hasher = hasher or PasswordHasher()
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._nobodys = self._hasher.hash(secrets.token_urlsafe(32))

    async def hash(self, password: str) -> str:
        """Return what is kept of a password."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, _same(password))

    async def fits(self, password: str, *, kept: str | None) -> bool:
        """Tell whether a password is the one that is kept; None, for nobody, takes as long."""
        async with self._turns:
            return await asyncio.to_thread(self._fits, _same(password)[: LONGEST + 1], kept or self._nobodys)

    def _fits(self, password: str, kept: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False


def _same(password: str) -> str:
    """Return the form in which passwords are compared: the same signs from every keyboard."""
    return unicodedata.normalize("NFKC", password)


def _guessable(text: str, name: str) -> Weakness | None:
    bare = "".join(sign for sign in text if sign.isalpha())
    if name in (text, bare) or (bare and bare == name * (len(bare) // len(name))):
        return Weakness.NAME
    if text in COMMON or len(set(text)) < _FEWEST_SIGNS:
        return Weakness.COMMON
    return None
