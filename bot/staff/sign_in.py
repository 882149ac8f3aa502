"""Signing in: name, password and second factor at once, and never a word about which of them was wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.accounts import Account, StaffId
from bot.action_log import NOBODY, Action
from bot.clock import Clock
from bot.language import Language
from bot.staff.passwords import Passwords
from bot.staff.ports import StaffBook, StaffRecords
from bot.staff.second_factor import as_recovery_code, step_of
from bot.staff.sessions import Sessions
from bot.staff.throttle import CALM, EVERYBODY, FORGOTTEN, FREE, PAUSE, counted, is_crowd, waits


class SignInError(Exception):
    """Nobody was signed in.

    SignInError
    ├── DoesNotMatch
    └── MustWait
    """


class DoesNotMatch(SignInError):
    """Name, password or code is not right."""


class MustWait(SignInError):
    """There were too many tries."""

    def __init__(self, wait: timedelta) -> None:
        """Say for how long."""
        super().__init__(f"{wait.total_seconds():.0f} s")
        self.wait = wait


async def _sleep(pause: timedelta) -> None:
    await asyncio.sleep(pause.total_seconds())


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Signs people in and out."""

    book: StaffBook
    clock: Clock
    passwords: Passwords
    sessions: Sessions
    pause: Callable[[timedelta], Awaitable[None]] = _sleep
    _one_by_one: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def sign_in(self, *, name: str, password: str, code: str, language: Language) -> str:
        """Return the token of a new session; raise DoesNotMatch or MustWait.

        The first time somebody comes, the language of the page becomes the language of their account.
        """
        came_at = self.clock.now()  # a code that was right then stays right, however long the queue is
        account = await self._begin(name)
        kept = await self._kept(account)
        right = await self.passwords.fits(password, kept=kept)
        async with self.book.work() as records:
            if right and account and await self._may_enter(records, account.id, kept=kept, code=code, came_at=came_at):
                return await self._welcome(records, name, account, language)
            await self._note_failure(records, name, account)
        raise DoesNotMatch

    async def confirm(self, account: Account, *, password: str) -> None:
        """Ask somebody who is signed in for their password once more; raise DoesNotMatch or MustWait."""
        await self._begin(account.name)
        right = await self.passwords.fits(password, kept=await self._kept(account))
        async with self.book.work() as records:
            if right:
                await self._forget(records, account.name)
                return
            await self._note_failure(records, account.name, account)
        raise DoesNotMatch

    async def sign_out(self, token: str, *, account: Account) -> None:
        """End a session; its cookie is worth nothing from now on."""
        async with self.book.work() as records:
            await records.sessions.end(token)
            await records.log.append(Action.SIGNED_OUT, by=account.id, at=self.clock.now())

    async def _begin(self, name: str) -> Account | None:
        """Count a try as failed until it has succeeded, so that many at once are counted too."""
        now = self.clock.now()
        async with self.book.work() as records:
            tries, crowd = await records.tries.of(name), await records.tries.of(EVERYBODY)
            if wait := waits(tries, now=now):
                raise MustWait(wait)
            await records.tries.forget_older(now - FORGOTTEN)
            await records.tries.note(name, counted(tries, now=now))
            await records.tries.note(EVERYBODY, counted(crowd, now=now, forgotten=CALM))
            account = await records.accounts.by_name(name)
        if is_crowd(crowd, now=now):
            async with self._one_by_one:
                await self.pause(PAUSE)
        return account

    async def _kept(self, account: Account | None) -> str | None:
        if account is None:
            return None
        async with self.book.look() as records:
            return (await records.accounts.credentials(account.id)).password_hash

    async def _may_enter(
        self, records: StaffRecords, who: StaffId, *, kept: str | None, code: str, came_at: datetime
    ) -> bool:
        """Tell whether the account is open, its password still the one compared, and the code good and not used."""
        account, now = await records.accounts.get(who), self.clock.now()
        if account is None or account.disabled_at or (account.once_until and account.once_until <= now):
            return False
        credentials = await records.accounts.credentials(who)
        if credentials.password_hash != kept:
            return False
        step = step_of(code, secret=credentials.secret, now=came_at)
        if step is not None:
            return await records.accounts.use_step(who, step)
        used = await records.accounts.use_code(who, as_recovery_code(code))
        if used:
            await records.log.append(Action.CODE_USED, by=who, at=now)
        return used

    async def _welcome(self, records: StaffRecords, name: str, account: Account, language: Language) -> str:
        await self._forget(records, name)
        if account.once_until:
            account = replace(account, language=language)
            await records.accounts.update(account)
        token = await self.sessions.begin(records, account)
        await records.log.append(Action.SIGNED_IN, by=account.id, at=self.clock.now())
        return token

    async def _forget(self, records: StaffRecords, name: str) -> None:
        await records.tries.forget(name)
        crowd = await records.tries.of(EVERYBODY)
        if crowd:
            await records.tries.note(EVERYBODY, replace(crowd, failures=max(crowd.failures - 1, 0)))

    async def _note_failure(self, records: StaffRecords, name: str, account: Account | None) -> None:
        now: datetime = self.clock.now()
        about = account.id if account else ""
        await records.log.append(Action.SIGN_IN_FAILED, by=NOBODY, at=now, about=about)
        tries = await records.tries.of(name)
        if tries and tries.failures >= FREE:
            await records.log.append(Action.SIGN_IN_LOCKED, by=NOBODY, at=now, about=about)
