"""Staff sessions and sign-in attempts in SQL: keyed hashes instead of tokens and names, and no IP addresses."""

import hashlib
import hmac
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.accounts import FailedAttempts, Session, StaffId, same_name
from bot.store.database import metadata

staff_sessions = sa.Table(
    "staff_sessions",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("staff", sa.String(32), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("begun_at", sa.Integer, nullable=False),
    sa.Column("seen_at", sa.Integer, nullable=False),
)
sign_in_tries = sa.Table(
    "sign_in_tries",
    metadata,
    sa.Column("name_hash", sa.String(64), primary_key=True),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("last_at", sa.Integer, nullable=False),
    sa.Column("wait_until", sa.Integer, nullable=False),
)


class SqlSessions:
    """The sessions of one unit of work (see bot/staff/ports.py)."""

    def __init__(self, database: AsyncConnection, *, hash_key: bytes) -> None:
        self._database = database
        self._hash_key = hash_key

    async def begin(self, token: str, *, staff: StaffId, now: datetime) -> None:
        """Store a session."""
        times = {"begun_at": int(now.timestamp()), "seen_at": int(now.timestamp())}
        await self._database.execute(staff_sessions.insert().values(token_hash=self._hash(token), staff=staff, **times))

    async def find(self, token: str) -> Session | None:
        """Return the session of a token, even if it has expired."""
        wanted = sa.select(staff_sessions).where(staff_sessions.c.token_hash == self._hash(token))
        row = (await self._database.execute(wanted)).first()
        if row is None:
            return None
        begun, seen = (datetime.fromtimestamp(seconds, UTC) for seconds in (row.begun_at, row.seen_at))
        return Session(staff=StaffId(row.staff), begun_at=begun, seen_at=seen)

    async def seen(self, token: str, *, now: datetime) -> None:
        """Note when a session was last used."""
        this = staff_sessions.c.token_hash == self._hash(token)
        await self._database.execute(staff_sessions.update().where(this).values(seen_at=int(now.timestamp())))

    async def end(self, token: str) -> None:
        """End a session."""
        this = staff_sessions.c.token_hash == self._hash(token)
        await self._database.execute(staff_sessions.delete().where(this))

    async def end_all(self, staff: StaffId, *, but: str = "") -> None:
        """End all sessions of an account except that of one token."""
        held_conversation = (staff_sessions.c.staff == staff) & (staff_sessions.c.token_hash != self._hash(but))
        await self._database.execute(staff_sessions.delete().where(held_conversation))

    async def end_older(self, *, begun_before: datetime, seen_before: datetime) -> None:
        """Delete expired sessions."""
        begun = staff_sessions.c.begun_at < int(begun_before.timestamp())
        seen = staff_sessions.c.seen_at < int(seen_before.timestamp())
        await self._database.execute(staff_sessions.delete().where(begun | seen))

    def _hash(self, token: str) -> str:
        return hmac.new(self._hash_key, f"staff session {token}".encode(), hashlib.sha256).hexdigest()


class SqlFailedAttempts:
    """The sign-in attempts of one unit of work (see bot/staff/ports.py)."""

    def __init__(self, database: AsyncConnection, *, hash_key: bytes) -> None:
        self._database = database
        self._hash_key = hash_key

    async def of(self, name: str) -> FailedAttempts | None:
        """Return the attempts with a name, whether or not an account has it."""
        this = sign_in_tries.c.name_hash == self._hash(name)
        row = (await self._database.execute(sa.select(sign_in_tries).where(this).with_for_update())).first()
        if row is None:
            return None
        last, until = (datetime.fromtimestamp(seconds, UTC) for seconds in (row.last_at, row.wait_until))
        return FailedAttempts(failures=row.failures, last_at=last, wait_until=until)

    async def note(self, name: str, tries: FailedAttempts) -> None:
        """Store the attempts with a name."""
        await self.forget(name)
        times = {"last_at": int(tries.last_at.timestamp()), "wait_until": int(tries.wait_until.timestamp())}
        row = {"name_hash": self._hash(name), "failures": tries.failures, **times}
        await self._database.execute(sign_in_tries.insert().values(row))

    async def forget(self, name: str) -> None:
        """Delete the attempts with a name."""
        await self._database.execute(sign_in_tries.delete().where(sign_in_tries.c.name_hash == self._hash(name)))

    async def forget_older(self, than: datetime) -> None:
        """Delete the attempts made before a time."""
        await self._database.execute(sign_in_tries.delete().where(sign_in_tries.c.last_at < int(than.timestamp())))

    def _hash(self, name: str) -> str:
        return hmac.new(self._hash_key, f"sign-in {same_name(name)}".encode(), hashlib.sha256).hexdigest()
