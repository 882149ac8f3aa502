"""Staff accounts, for the staff site, the store and the command line."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from bot.language import Language
from bot.permissions import Permission, Role, granted

StaffId = NewType("StaffId", str)
"""The random id of a staff member, 32 hexadecimal digits."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,31}")
LONGEST_DISPLAY_NAME = 40


class AccountError(Exception):
    """An account cannot be created or changed in this way.

    AccountError
    ├── NameUnusable
    ├── DisplayNameUnusable
    ├── NameTaken
    ├── NoRole
    ├── NoSuchAccount
    ├── OwnAccount
    └── LastAdministrator
    """


class NameUnusable(AccountError):
    """The sign-in name is not 2 to 32 letters, digits, dots, hyphens and underscores that begin with a letter or digit."""


class DisplayNameUnusable(AccountError):
    """The display name is not 1 to 40 characters on one line."""


class NameTaken(AccountError):
    """Another account has this sign-in name, ignoring case."""


class NoRole(AccountError):
    """The account would have no role."""


class NoSuchAccount(AccountError):
    """No account has this name or id."""


class OwnAccount(AccountError):
    """Administrators cannot change their own roles, password or second factor in the staff list."""


class LastAdministrator(AccountError):
    """This is the only administrator."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """The account of a staff member; it holds no secrets."""

    id: StaffId
    name: str
    """The sign-in name; unique, ignoring case."""
    display_name: str
    """The name that colleagues see, and the people whose chats this counsellor takes."""
    roles: frozenset[Role]
    language: Language
    once_until: datetime | None
    """While set, the password is a one-time password, valid until then, and its owner has to choose another."""
    codes_kept: bool
    """Whether they confirmed that they have saved their recovery codes."""
    disabled_at: datetime | None

    @property
    def permissions(self) -> frozenset[Permission]:
        """Return the permissions of their roles."""
        return granted(self.roles)

    @property
    def is_administrator(self) -> bool:
        """Tell whether this is an enabled administrator."""
        return self.disabled_at is None and Role.ADMINISTRATOR in self.roles


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """An account's password hash and second factor; never shown."""

    password_hash: str = field(repr=False)
    secret: str = field(repr=False)
    """The TOTP secret in base32."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A staff member's session."""

    staff: StaffId
    begun_at: datetime
    seen_at: datetime


@dataclass(frozen=True, kw_only=True)
class FailedAttempts:
    """The recent failed attempts to sign in with one name."""

    failures: int
    last_at: datetime
    wait_until: datetime
    """Attempts before this time are refused."""


def same_name(name: str) -> str:
    """Return a sign-in name in the form used for comparison, regardless of case, character width and surrounding spaces."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def usable_name(name: str) -> str:
    """Return a valid sign-in name; raise NameUnusable otherwise."""
    if not _NAME.fullmatch(name.strip()):
        raise NameUnusable
    return name.strip()


def usable_display_name(text: str) -> str:
    """Return a valid display name; raise DisplayNameUnusable otherwise."""
    cleaned = " ".join(text.split())
    if not cleaned or len(cleaned) > LONGEST_DISPLAY_NAME or not cleaned.isprintable():
        raise DisplayNameUnusable
    return cleaned
