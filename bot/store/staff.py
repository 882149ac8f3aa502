"""Staff accounts in SQL, and the unit of work over all staff records."""

import hashlib
import hmac
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.accounts import Account, Credentials, NameTaken, StaffId, same_name
from bot.language import Language
from bot.permissions import Role
from bot.store.action_log import SqlActionLog
from bot.store.database import looking, metadata, working
from bot.store.encryption import MasterCipher
from bot.store.staff_sessions import SqlFailedAttempts, SqlSessions

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("name", sa.String(32), nullable=False),
    sa.Column("same_name", sa.String(32), nullable=False, unique=True),
    sa.Column("display_name", sa.String(40), nullable=False),
    sa.Column("roles", sa.String(128), nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("password_hash", sa.String(256), nullable=False),
    sa.Column("once_until", sa.Integer),
    sa.Column("secret_sealed", sa.LargeBinary, nullable=False),
    sa.Column("last_step", sa.Integer, nullable=False),
    sa.Column("codes_kept", sa.Boolean, nullable=False),
    sa.Column("disabled_at", sa.Integer),
)
staff_recovery_codes = sa.Table(
    "staff_recovery_codes",
    metadata,
    sa.Column("staff", sa.String(32), sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("code_hash", sa.String(64), primary_key=True),
)


class SqlStaffBook:
    """Stores the staff in a database."""

    def __init__(self, engine: AsyncEngine, *, master_key: bytes, hash_key: bytes) -> None:
        """Use an engine, the key that encrypts second factors, and the key for hashes and the log's signature."""
        self._engine = engine
        self._seal = MasterCipher(master_key)
        self._hash_key = hash_key

    @asynccontextmanager
    async def work(self) -> AsyncIterator["SqlStaffRecords"]:
        """Begin a unit of work: one transaction, committed as a whole or not at all."""
        async with working(self._engine) as database:
            yield SqlStaffRecords(database, seal=self._seal, hash_key=self._hash_key)

    @asynccontextmanager
    async def look(self) -> AsyncIterator["SqlStaffRecords"]:
        """Begin a read-only unit of work, which blocks no writer."""
        async with looking(self._engine) as database:
            yield SqlStaffRecords(database, seal=self._seal, hash_key=self._hash_key)


class SqlStaffRecords:
    """One unit of work: accounts, sessions, sign-in attempts, and the action log."""

    def __init__(self, database: AsyncConnection, *, seal: MasterCipher, hash_key: bytes) -> None:
        self.accounts = SqlAccounts(database, seal=seal, hash_key=hash_key)
        self.sessions = SqlSessions(database, hash_key=hash_key)
        self.tries = SqlFailedAttempts(database, hash_key=hash_key)
        self.log = SqlActionLog(database, key=hash_key)


class SqlAccounts:
    """The accounts within a unit of work (see bot/staff/ports.py for what each does)."""

    def __init__(self, database: AsyncConnection, *, seal: MasterCipher, hash_key: bytes) -> None:
        self._database = database
        self._seal = seal
        self._hash_key = hash_key

    async def by_name(self, name: str) -> Account | None:
        """Return the account with a sign-in name, ignoring case."""
        return await self._one(staff.c.same_name == same_name(name))

    async def get(self, who: StaffId) -> Account | None:
        """Return an account; its row stays locked until the unit of work ends."""
        return await self._one(staff.c.id == who)

    async def all(self) -> Sequence[Account]:
        """Return all accounts by name; the rows stay locked, so that two administrators cannot disable each other."""
        rows = await self._database.execute(sa.select(staff).order_by(staff.c.same_name).with_for_update())
        return [_account(row._mapping) for row in rows]  # noqa: SLF001 (SQLAlchemy's public name for it)

    async def add(self, account: Account, credentials: Credentials) -> None:
        """Store a new account; raise NameTaken if the name is in use."""
        if await self.by_name(account.name):
            raise NameTaken
        row = {"id": account.id, "last_step": 0, **self._secrets(account.id, credentials), **_row(account)}
        await self._database.execute(staff.insert().values(row))

    async def update(self, account: Account) -> None:
        """Store the new state of an account."""
        await self._change(account.id, _row(account))

    async def credentials(self, who: StaffId) -> Credentials:
        """Return an account's credentials."""
        row = (await self._database.execute(sa.select(staff).where(staff.c.id == who))).one()
        secret = self._seal.open(row.secret_sealed, about=f"staff:{who}")
        return Credentials(password_hash=row.password_hash, secret=secret)

    async def set_password(self, who: StaffId, password_hash: str) -> None:
        """Replace the password."""
        await self._change(who, {"password_hash": password_hash})

    async def set_secret(self, who: StaffId, secret: str) -> None:
        """Replace the second factor and delete the recovery codes of the old one."""
        sealed = self._seal.seal(secret, about=f"staff:{who}")
        await self._change(who, {"secret_sealed": sealed, "last_step": 0})
        await self.set_codes(who, ())

    async def use_step(self, who: StaffId, step: int) -> bool:
        """Note that the code of a time step was used; return False if this or a later one was used before."""
        later = (staff.c.id == who) & (staff.c.last_step < step)
        changed = await self._database.execute(staff.update().where(later).values(last_step=step))
        return changed.rowcount == 1

    async def set_codes(self, who: StaffId, codes: Iterable[str]) -> None:
        """Replace the recovery codes; they are stored as keyed hashes."""
        codes_of = staff_recovery_codes.c.staff == who
        await self._database.execute(staff_recovery_codes.delete().where(codes_of))
        if rows := [{"staff": who, "code_hash": self._hash(who, code)} for code in codes]:
            await self._database.execute(staff_recovery_codes.insert(), rows)

    async def use_code(self, who: StaffId, code: str) -> bool:
        """Use up a recovery code; return False if it is invalid."""
        this = staff_recovery_codes.c.code_hash == self._hash(who, code)
        gone = await self._database.execute(
            staff_recovery_codes.delete().where(this, staff_recovery_codes.c.staff == who)
        )
        return gone.rowcount == 1

    async def codes_left(self, who: StaffId) -> int:
        """Return how many recovery codes are left."""
        held_conversation = staff_recovery_codes.c.staff == who
        counted = sa.select(sa.func.count()).select_from(staff_recovery_codes).where(held_conversation)
        return int(await self._database.scalar(counted) or 0)

    async def _one(self, which: sa.ColumnElement[bool]) -> Account | None:
        row = (await self._database.execute(sa.select(staff).where(which).with_for_update())).first()
        return _account(row._mapping) if row else None  # noqa: SLF001

    async def _change(self, who: StaffId, values: dict[str, Any]) -> None:
        await self._database.execute(staff.update().where(staff.c.id == who).values(values))

    def _secrets(self, who: StaffId, credentials: Credentials) -> dict[str, Any]:
        sealed = self._seal.seal(credentials.secret, about=f"staff:{who}")
        return {"password_hash": credentials.password_hash, "secret_sealed": sealed}

    def _hash(self, who: StaffId, code: str) -> str:
        return hmac.new(self._hash_key, f"recovery {who} {code}".encode(), hashlib.sha256).hexdigest()


def _row(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "same_name": same_name(account.name),
        "display_name": account.display_name,
        "roles": ",".join(sorted(account.roles)),
        "language": account.language.value,
        "once_until": int(account.once_until.timestamp()) if account.once_until else None,
        "codes_kept": account.codes_kept,
        "disabled_at": int(account.disabled_at.timestamp()) if account.disabled_at else None,
    }


def _account(row: Any) -> Account:
    return Account(
        id=StaffId(row["id"]),
        name=row["name"],
        display_name=row["display_name"],
        roles=frozenset(Role(role) for role in row["roles"].split(",")),
        language=Language(row["language"]),
        once_until=_time(row["once_until"]),
        codes_kept=row["codes_kept"],
        disabled_at=_time(row["disabled_at"]),
    )


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
