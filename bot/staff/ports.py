"""What the private site needs from outside: somewhere to keep accounts, sessions and the action log."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from bot.accounts import Account, Credentials, FailedAttempts, Session, StaffId
from bot.action_log import Action, LogEntry, LogVerification


class AccountRecords(Protocol):
    """Accounts within a unit of work."""

    async def by_name(self, name: str) -> Account | None:
        """Return the account with a sign-in name, in whatever case."""
        ...

    async def get(self, who: StaffId) -> Account | None:
        """Return an account, nobody else changing it until the end."""
        ...

    async def all(self) -> Sequence[Account]:
        """Return everybody, by name, nobody else changing them until the end."""
        ...

    async def add(self, account: Account, credentials: Credentials) -> None:
        """Keep a new account; raise NameTaken where the name is somebody's."""
        ...

    async def update(self, account: Account) -> None:
        """Keep the new state of an account."""
        ...

    async def credentials(self, who: StaffId) -> Credentials:
        """Return what an account signs in with."""
        ...

    async def set_password(self, who: StaffId, password_hash: str) -> None:
        """Keep another password."""
        ...

    async def set_secret(self, who: StaffId, secret: str) -> None:
        """Keep another second factor; recovery codes of the old one are gone."""
        ...

    async def use_step(self, who: StaffId, step: int) -> bool:
        """Note that the code of a time step was used; False where that one or a later one was used before."""
        ...

    async def set_codes(self, who: StaffId, codes: Iterable[str]) -> None:
        """Keep recovery codes in place of those before; they cannot be read again."""
        ...

    async def use_code(self, who: StaffId, code: str) -> bool:
        """Use up a recovery code; False where it is none."""
        ...

    async def codes_left(self, who: StaffId) -> int:
        """Return how many recovery codes are left."""
        ...


class SessionRecords(Protocol):
    """Sessions within a unit of work; tokens are kept as hashes only."""

    async def begin(self, token: str, *, staff: StaffId, now: datetime) -> None:
        """Keep a session."""
        ...

    async def find(self, token: str) -> Session | None:
        """Return the session of a token, ended by its times or not."""
        ...

    async def seen(self, token: str, *, now: datetime) -> None:
        """Note that a session was used."""
        ...

    async def end(self, token: str) -> None:
        """End a session."""
        ...

    async def end_all(self, staff: StaffId, *, but: str = "") -> None:
        """End every session of an account, but that of one token."""
        ...

    async def end_older(self, *, begun_before: datetime, seen_before: datetime) -> None:
        """Remove sessions whose time is over."""
        ...


class FailedAttemptRecords(Protocol):
    """Tries to sign in, by the name they were made with; names are kept as hashes only."""

    async def of(self, name: str) -> FailedAttempts | None:
        """Return the tries with a name; whether somebody has that name makes no difference."""
        ...

    async def note(self, name: str, tries: FailedAttempts) -> None:
        """Keep the tries with a name."""
        ...

    async def forget(self, name: str) -> None:
        """Forget the tries with a name."""
        ...

    async def forget_older(self, than: datetime) -> None:
        """Forget what was tried before a time."""
        ...


class LogRecords(Protocol):
    """The action log within a unit of work: what is written is kept, or not, with the action itself."""

    async def append(self, action: Action, *, by: StaffId, at: datetime, about: str = "", reason: str = "") -> LogEntry:
        """Write one entry: ids and keys only."""
        ...

    async def entries(
        self, *, before: int | None = None, action: Action | None = None, most: int = 50
    ) -> Sequence[LogEntry]:
        """Return the newest entries, newest first; only those before a number, or of one action, where asked."""
        ...

    async def verify(self, *, expected: bool) -> LogVerification:
        """Check every entry; `expected` says that there must be entries, as where there are accounts."""
        ...


class StaffRecords(Protocol):
    """One unit of work."""

    @property
    def accounts(self) -> AccountRecords:
        """Accounts."""
        ...

    @property
    def sessions(self) -> SessionRecords:
        """Sessions."""
        ...

    @property
    def tries(self) -> FailedAttemptRecords:
        """Tries to sign in."""
        ...

    @property
    def log(self) -> LogRecords:
        """The action log."""
        ...


class StaffBook(Protocol):
    """Where the staff is kept."""

    def work(self) -> AbstractAsyncContextManager[StaffRecords]:
        """Begin a unit of work: one transaction, kept as a whole or not at all."""
        ...

    def look(self) -> AbstractAsyncContextManager[StaffRecords]:
        """Begin a look: nothing may be changed in it, and nobody waits for it."""
        ...
