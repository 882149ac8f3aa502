"""Accounts: adding, changing and closing them, and what everybody does with their own."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.accounts import (
    Account,
    Credentials,
    LastAdministrator,
    NoRole,
    NoSuchAccount,
    OwnAccount,
    StaffId,
    usable_display_name,
    usable_name,
)
from bot.action_log import Action
from bot.clock import Clock
from bot.language import Language
from bot.permissions import Role
from bot.staff.passwords import Passwords, one_time_password
from bot.staff.ports import StaffBook, StaffRecords
from bot.staff.second_factor import address_of, new_secret, recovery_codes

ONCE = timedelta(days=7)
"""How long a one-time password is good."""


@dataclass(frozen=True, kw_only=True)
class OneTimeCredentials:
    """What is handed to somebody exactly once; it can never be shown again."""

    account: Account
    password: str = field(default="", repr=False)
    """A one-time password; empty where it was not changed."""
    address: str = field(default="", repr=False)
    """The otpauth address; empty where it was not changed."""


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """Changes accounts; every change is written into the action log with it."""

    book: StaffBook
    clock: Clock
    passwords: Passwords

    async def everybody(self) -> Sequence[Account]:
        """Return all accounts, by name."""
        async with self.book.look() as records:
            return await records.accounts.all()

    async def get(self, who: StaffId) -> Account:
        """Return an account; raise NoSuchAccount."""
        async with self.book.look() as records:
            return await _found(records, who)

    async def named(self, name: str) -> Account:
        """Return the account with a sign-in name; raise NoSuchAccount."""
        async with self.book.look() as records:
            account = await records.accounts.by_name(name)
        if account is None:
            raise NoSuchAccount
        return account

    async def add(self, name: str, *, display_name: str, roles: Iterable[Role], by: StaffId) -> OneTimeCredentials:
        """Add somebody; raise NameUnusable, DisplayNameUnusable, NoRole or NameTaken."""
        account = Account(
            id=StaffId(secrets.token_hex(16)),
            name=usable_name(name),
            display_name=usable_display_name(display_name),
            roles=_some(roles),
            language=Language.JA,
            once_until=self.clock.now() + ONCE,
            codes_kept=False,
            disabled_at=None,
        )
        password, secret = one_time_password(), new_secret()
        kept = Credentials(password_hash=await self.passwords.hash(password), secret=secret)
        async with self.book.work() as records:
            await records.accounts.add(account, kept)
            await self._log(records, Action.STAFF_ADDED, by=by, about=account.id, reason=_key(account.roles))
        return OneTimeCredentials(account=account, password=password, address=address_of(secret, name=account.name))

    async def change_roles(self, who: StaffId, roles: Iterable[Role], *, by: StaffId) -> None:
        """Give somebody else other roles; raise NoRole, OwnAccount or LastAdministrator."""
        async with self.book.work() as records:
            account = replace(await _another(records, who, by=by), roles=_some(roles))
            await _keep_one_administrator(records, account)
            await records.accounts.update(account)
            await self._log(records, Action.ROLES_CHANGED, by=by, about=who, reason=_key(account.roles))

    async def disable(self, who: StaffId, *, by: StaffId) -> None:
        """Close somebody else's account and end their sessions; raise OwnAccount or LastAdministrator."""
        async with self.book.work() as records:
            account = replace(await _another(records, who, by=by), disabled_at=self.clock.now())
            await _keep_one_administrator(records, account)
            await records.accounts.update(account)
            await records.sessions.end_all(who)
            await self._log(records, Action.STAFF_DISABLED, by=by, about=who)

    async def enable(self, who: StaffId, *, by: StaffId) -> None:
        """Open somebody else's account again; raise OwnAccount."""
        async with self.book.work() as records:
            account = await _another(records, who, by=by)
            await records.accounts.update(replace(account, disabled_at=None))
            await self._log(records, Action.STAFF_ENABLED, by=by, about=who)

    async def reset_password(self, who: StaffId, *, by: StaffId) -> OneTimeCredentials:
        """Give somebody else a one-time password in place of theirs; raise OwnAccount."""
        password = one_time_password()
        kept = await self.passwords.hash(password)
        async with self.book.work() as records:
            account = replace(await _another(records, who, by=by), once_until=self.clock.now() + ONCE)
            await records.accounts.update(account)
            await records.accounts.set_password(who, kept)
            await records.sessions.end_all(who)
            await records.tries.forget(account.name)
            await self._log(records, Action.PASSWORD_RESET, by=by, about=who)
        return OneTimeCredentials(account=account, password=password)

    async def reset_second_factor(self, who: StaffId, *, by: StaffId) -> OneTimeCredentials:
        """Give somebody else another second factor; their recovery codes are gone; raise OwnAccount."""
        secret = new_secret()
        async with self.book.work() as records:
            account = replace(await _another(records, who, by=by), codes_kept=False)
            await records.accounts.update(account)
            await records.accounts.set_secret(who, secret)
            await records.sessions.end_all(who)
            await self._log(records, Action.SECOND_FACTOR_RESET, by=by, about=who)
        return OneTimeCredentials(account=account, address=address_of(secret, name=account.name))

    # --- one's own ------------------------------------------------------------------------------------------------------

    async def choose_language(self, who: StaffId, language: Language) -> None:
        """Keep the language that somebody reads the pages in."""
        async with self.book.work() as records:
            await records.accounts.update(replace(await _found(records, who), language=language))

    async def set_password(self, who: StaffId, password: str, *, token: str) -> None:
        """Set one's own password; every session but that of the token ends."""
        kept = await self.passwords.hash(password)
        async with self.book.work() as records:
            await records.accounts.update(replace(await _found(records, who), once_until=None))
            await records.accounts.set_password(who, kept)
            await records.sessions.end_all(who, but=token)
            await self._log(records, Action.PASSWORD_SET, by=who, about=who)

    async def make_codes(self, who: StaffId) -> list[str]:
        """Return fresh recovery codes in place of those before; they can never be shown again."""
        codes = recovery_codes()
        async with self.book.work() as records:
            await records.accounts.update(replace(await _found(records, who), codes_kept=False))
            await records.accounts.set_codes(who, codes)
            await self._log(records, Action.CODES_MADE, by=who, about=who)
        return codes

    async def keep_codes(self, who: StaffId) -> None:
        """Note that somebody has kept their recovery codes; nothing changes where there are none."""
        async with self.book.work() as records:
            has_some = await records.accounts.codes_left(who) > 0
            await records.accounts.update(replace(await _found(records, who), codes_kept=has_some))

    async def codes_left(self, who: StaffId) -> int:
        """Return how many recovery codes somebody has left."""
        async with self.book.work() as records:
            return await records.accounts.codes_left(who)

    async def _log(
        self, records: StaffRecords, action: Action, *, by: StaffId, about: StaffId, reason: str = ""
    ) -> None:
        await records.log.append(action, by=by, at=self.clock.now(), about=about, reason=reason)


async def _found(records: StaffRecords, who: StaffId) -> Account:
    account = await records.accounts.get(who)
    if account is None:
        raise NoSuchAccount
    return account


async def _another(records: StaffRecords, who: StaffId, *, by: StaffId) -> Account:
    if who == by:
        raise OwnAccount
    return await _found(records, who)


async def _keep_one_administrator(records: StaffRecords, changed: Account) -> None:
    """Raise LastAdministrator where nobody else could manage the staff after a change."""
    others = [account for account in await records.accounts.all() if account.id != changed.id]
    before = await _found(records, changed.id)
    if before.is_administrator and not any(account.is_administrator for account in [*others, changed]):
        raise LastAdministrator


def _some(roles: Iterable[Role]) -> frozenset[Role]:
    if not (found := frozenset(roles)):
        raise NoRole
    return found


def _key(roles: Iterable[Role]) -> str:
    return ".".join(sorted(roles))
