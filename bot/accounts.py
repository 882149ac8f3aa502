"""Who works here: accounts of the staff, as the private site, the store and the command line know them."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from bot.language import Language
from bot.permissions import Permission, Role, granted

StaffId = NewType("StaffId", str)
"""A random id of somebody of the staff, 32 hexadecimal digits."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,31}")
LONGEST_DISPLAY_NAME = 40


class AccountError(Exception):
    """An account cannot be made or changed like that.

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
    """A sign-in name has 2 to 32 letters, digits, dots, hyphens and underscores, and begins with a letter or digit."""


class DisplayNameUnusable(AccountError):
    """A display name has 1 to 40 characters on one line."""


class NameTaken(AccountError):
    """Somebody has that sign-in name, in whatever case it is written."""


class NoRole(AccountError):
    """An account needs at least one role."""


class NoSuchAccount(AccountError):
    """Nobody has that name or id."""


class OwnAccount(AccountError):
    """Nobody changes the roles, the password or the second factor of their own account by way of the staff list."""


class LastAdministrator(AccountError):
    """Without this account there would be no administrator left."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Somebody of the staff; nothing secret is in here."""

    id: StaffId
    name: str
    """The sign-in name; unique whatever the case."""
    display_name: str
    """What colleagues, and later the people who write, are told."""
    roles: frozenset[Role]
    language: Language
    once_until: datetime | None
    """While set, the password is a one-time password, good until then, and an own one has to be chosen."""
    codes_kept: bool
    """Whether they said that they kept their recovery codes."""
    disabled_at: datetime | None

    @property
    def permissions(self) -> frozenset[Permission]:
        """Return what they may do."""
        return granted(self.roles)

    @property
    def is_administrator(self) -> bool:
        """Tell whether they can manage the staff now."""
        return self.disabled_at is None and Role.ADMINISTRATOR in self.roles


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """What an account signs in with; never shown."""

    password_hash: str = field(repr=False)
    secret: str = field(repr=False)
    """The TOTP secret in base32."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """That somebody is signed in, and since when."""

    staff: StaffId
    begun_at: datetime
    seen_at: datetime


@dataclass(frozen=True, kw_only=True)
class Tries:
    """How often signing in with one name failed of late."""

    failures: int
    last_at: datetime
    wait_until: datetime
    """Before this nothing is tried with that name."""


def same_name(name: str) -> str:
    """Return a sign-in name as it is compared: without regard to case, width and space around it."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def usable_name(name: str) -> str:
    """Return a sign-in name; raise NameUnusable where it is not one."""
    if not _NAME.fullmatch(name.strip()):
        raise NameUnusable
    return name.strip()


def usable_display_name(text: str) -> str:
    """Return a display name; raise DisplayNameUnusable where it is not one."""
    cleaned = " ".join(text.split())
    if not cleaned or len(cleaned) > LONGEST_DISPLAY_NAME or not cleaned.isprintable():
        raise DisplayNameUnusable
    return cleaned
