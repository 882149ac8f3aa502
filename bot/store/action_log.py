"""The action log in SQL: append-only rows, each chained to the one before it, and a signed head."""

import hmac
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.accounts import StaffId
from bot.action_log import BEGINNING, Action, LogEntry, LogVerification, signed
from bot.store.database import metadata

action_log = sa.Table(
    "action_log",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("staff", sa.String(32), nullable=False),
    sa.Column("action", sa.String(32), nullable=False, index=True),
    sa.Column("about", sa.String(64), nullable=False),
    sa.Column("reason", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
)
action_log_head = sa.Table(
    "action_log_head",
    metadata,
    sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Column("signature", sa.String(64), nullable=False),
)

_REFUSES = "SELECT RAISE(ABORT, 'the action log is append-only')"
SQLITE_RULES = (
    f"CREATE TRIGGER action_log_no_update BEFORE UPDATE ON action_log BEGIN {_REFUSES}; END",
    f"CREATE TRIGGER action_log_no_delete BEFORE DELETE ON action_log BEGIN {_REFUSES}; END",
    # INSERT OR REPLACE deletes the existing row without firing the trigger above
    "CREATE TRIGGER action_log_no_replace BEFORE INSERT ON action_log "
    "WHEN EXISTS (SELECT 1 FROM action_log WHERE number = NEW.number) "
    "BEGIN SELECT RAISE(ABORT, 'the action log is append-only'); END",
)
POSTGRESQL_RULES = (
    "CREATE FUNCTION action_log_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the action log is append-only'; END $$",
    "CREATE TRIGGER action_log_no_change BEFORE UPDATE OR DELETE ON action_log "
    "FOR EACH ROW EXECUTE FUNCTION action_log_refuses()",
    "CREATE TRIGGER action_log_no_truncate BEFORE TRUNCATE ON action_log "
    "FOR EACH STATEMENT EXECUTE FUNCTION action_log_refuses()",
)
for _dialect, _rules in (("sqlite", SQLITE_RULES), ("postgresql", POSTGRESQL_RULES)):
    for _rule in _rules:
        sa.event.listen(action_log, "after_create", sa.DDL(_rule).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]


class SqlActionLog:
    """The action log within one transaction, so that an action and its entry are stored together or not at all."""

    def __init__(self, database: AsyncConnection, *, key: bytes) -> None:
        """Use the caller's transaction; the key signs the head."""
        self._database = database
        self._key = key

    async def append(self, action: Action, *, by: StaffId, at: datetime, about: str = "", reason: str = "") -> LogEntry:
        """Write one entry; raise ValueError where `about` or `reason` is not an id and a key."""
        held = sa.select(action_log_head).with_for_update()
        head = (await self._database.execute(held)).first()
        number, previous = (head.number, head.hash) if head else (0, BEGINNING)
        when = at.replace(microsecond=0)
        entry = LogEntry(number=number + 1, at=when, staff=by, action=action, about=about, reason=reason)
        last = entry.chained(previous)
        row = {"number": entry.number, "at": int(when.timestamp()), "staff": by, "action": action.value}
        await self._database.execute(action_log.insert().values(**row, about=about, reason=reason, hash=last))
        new = {"number": entry.number, "hash": last, "signature": signed(entry.number, last, key=self._key)}
        change = action_log_head.update() if head else action_log_head.insert().values(only=1)
        await self._database.execute(change.values(new))
        return entry

    async def entries(
        self, *, before: int | None = None, action: Action | None = None, most: int = 50
    ) -> Sequence[LogEntry]:
        """Return entries, newest first; optionally only those before a number or of one action."""
        wanted = sa.select(action_log).order_by(action_log.c.number.desc()).limit(most)
        if before is not None:
            wanted = wanted.where(action_log.c.number < before)
        if action is not None:
            wanted = wanted.where(action_log.c.action == action.value)
        rows = (await self._database.execute(wanted)).all()
        return [
            _entry(row) for row in rows if row.action in set(Action)
        ]  # `verify` reports an action that this program never wrote

    async def verify(self, *, expected: bool) -> LogVerification:
        """Check every entry and the head; `expected` means that an empty log is a fault, because there are accounts."""
        number, previous = 0, BEGINNING
        rows = await self._database.stream(sa.select(action_log).order_by(action_log.c.number))
        entries = int(await self._database.scalar(sa.select(sa.func.count()).select_from(action_log)) or 0)
        async for row in rows:
            number += 1
            if row.number != number or not _fits(row, previous):
                return LogVerification(entries=entries, broken=number)
            previous = row.hash
        return LogVerification(entries=entries, broken=await self._broken_end(number, previous, expected=expected))

    async def _broken_end(self, number: int, last: str, *, expected: bool) -> int | None:
        """Return the number of the first entry that the signed head does not confirm, None if the head is intact."""
        head = (await self._database.execute(sa.select(action_log_head))).first()
        if head is None:
            return 1 if number or expected else None
        if not hmac.compare_digest(head.signature, signed(head.number, head.hash, key=self._key)):
            return max(number, 1)
        if head.number != number:
            return int(min(head.number, number)) + 1
        return None if head.hash == last else number


def _entry(row: sa.Row[tuple[object, ...]]) -> LogEntry:
    found = row._mapping  # noqa: SLF001 (SQLAlchemy's public name for it)
    return LogEntry(
        number=found["number"],
        at=datetime.fromtimestamp(found["at"], UTC),
        staff=StaffId(found["staff"]),
        action=Action(found["action"]),
        about=found["about"],
        reason=found["reason"],
    )


def _fits(row: sa.Row[tuple[object, ...]], previous: str) -> bool:
    try:
        return hmac.compare_digest(str(row._mapping["hash"]), _entry(row).chained(previous))  # noqa: SLF001
    except ValueError:  # an action or an id that this program never wrote
        return False
