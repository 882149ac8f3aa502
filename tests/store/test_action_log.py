"""The action log in the database: it can only grow, and whatever is done to it shows."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from bot.accounts import StaffId
from bot.action_log import Action, LogVerification
from bot.store import action_log as module
from bot.store.migrate import migrate
from bot.store.staff import SqlStaffBook
from tests.fakes.clock import NOON
from tests.fakes.database import HASH, MASTER, Database

SOMEONE = StaffId("a" * 32)
DROP = [f"DROP TRIGGER action_log_no_{name}" for name in ("update", "delete", "replace")]


@pytest.fixture
def book(database: Database) -> SqlStaffBook:
    return SqlStaffBook(database.engine, master_key=MASTER, hash_key=HASH)


@pytest.fixture
async def written(book: SqlStaffBook) -> SqlStaffBook:
    """Return a book whose log has ten entries."""
    for number in range(10):
        async with book.work() as records:
            action = Action.SIGNED_IN if number % 2 else Action.SIGNED_OUT
            await records.log.append(action, by=SOMEONE, at=NOON, about=f"{number}", reason="a.key")
    return book


async def verdict(book: SqlStaffBook, *, expected: bool = True) -> LogVerification:
    async with book.work() as records:
        return await records.log.verify(expected=expected)


def tamper(database: Database, *statements: str) -> None:
    """Do something to the file as somebody with the disk could."""
    with sqlite3.connect(database.file) as connection:
        for statement in (*DROP, *statements):
            connection.execute(statement)
    connection.close()


async def test_a_log_as_it_was_written_is_whole(written: SqlStaffBook) -> None:
    assert await verdict(written) == LogVerification(entries=10, broken=None)


async def test_an_empty_log_is_whole_only_where_nothing_can_have_been_done(book: SqlStaffBook) -> None:
    assert (await verdict(book, expected=False)).broken is None
    assert (await verdict(book, expected=True)).broken == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE action_log SET action = 'signed_in' WHERE number = 1",
        "DELETE FROM action_log WHERE number = 10",
        "DELETE FROM action_log",
        "INSERT OR REPLACE INTO action_log SELECT 3, at, 'b', action, about, reason, hash FROM action_log WHERE number = 3",
        "UPDATE OR REPLACE action_log SET number = 5 WHERE number = 6",
    ],
)
async def test_the_database_itself_refuses_a_change(written: SqlStaffBook, database: Database, statement: str) -> None:
    async with database.engine.connect() as connection:
        with pytest.raises(sa.exc.IntegrityError, match="append-only"):
            await connection.exec_driver_sql(statement)
    assert await verdict(written) == LogVerification(entries=10, broken=None)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE action_log SET staff = 'b' WHERE number = 4", 4),
        ("UPDATE action_log SET at = at + 1 WHERE number = 1", 1),
        ("UPDATE action_log SET about = 'もう死にたい' WHERE number = 2", 2),
        ("UPDATE action_log SET action = 'never_heard_of' WHERE number = 9", 9),
        ("UPDATE action_log SET hash = (SELECT hash FROM action_log WHERE number = 2) WHERE number = 3", 3),
        ("DELETE FROM action_log WHERE number = 6", 6),
        ("DELETE FROM action_log WHERE number = 1", 1),
        ("DELETE FROM action_log WHERE number = 10", 10),
        ("DELETE FROM action_log WHERE number > 7", 8),
        ("DELETE FROM action_log", 1),
        (
            "INSERT INTO action_log SELECT 11, at, staff, action, about, reason, hash FROM action_log WHERE number = 10",
            11,
        ),
        ("DELETE FROM action_log_head", 1),
        ("UPDATE action_log_head SET signature = hash", 10),
    ],
)
async def test_the_first_broken_entry_is_named(
    written: SqlStaffBook, database: Database, statement: str, broken: int
) -> None:
    tamper(database, statement)
    assert (await verdict(written)).broken == broken


async def test_somebody_without_the_key_cannot_write_the_end_anew(written: SqlStaffBook, database: Database) -> None:
    tamper(
        database,
        "DELETE FROM action_log WHERE number > 5",
        "UPDATE action_log_head SET number = 5, hash = (SELECT hash FROM action_log WHERE number = 5)",
    )
    assert (await verdict(written)).broken == 5


async def test_everything_removed_with_its_head_shows_where_there_are_accounts(
    written: SqlStaffBook, database: Database
) -> None:
    tamper(database, "DELETE FROM action_log", "DELETE FROM action_log_head")
    assert (await verdict(written)).broken == 1


async def test_an_entry_is_kept_or_not_with_what_was_done(written: SqlStaffBook) -> None:
    async def fail_halfway() -> None:
        async with written.work() as records:
            await records.log.append(Action.STAFF_ADDED, by=SOMEONE, at=NOON)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_halfway()
    assert await verdict(written) == LogVerification(entries=10, broken=None)


async def test_words_are_refused(written: SqlStaffBook) -> None:
    async with written.work() as records:
        with pytest.raises(ValueError, match="never words"):
            await records.log.append(Action.SIGNED_IN, by=SOMEONE, at=NOON, reason="もう死にたい")


async def test_entries_come_newest_first_in_pages_and_by_action(written: SqlStaffBook) -> None:
    async with written.work() as records:
        newest = await records.log.entries(most=3)
        assert [entry.number for entry in newest] == [10, 9, 8]
        assert [entry.number for entry in await records.log.entries(before=8, most=2)] == [7, 6]
        assert [entry.number for entry in await records.log.entries(action=Action.SIGNED_IN, before=6)] == [4, 2]
        assert newest[0].at == NOON


def rules(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'action_log' ORDER BY name"
    return connection.execute(wanted).fetchall()


def test_a_migrated_database_has_the_same_rules(database: Database, tmp_path: Path) -> None:
    migrate(f"sqlite+aiosqlite:///{tmp_path / 'migrated.sqlite'}")
    found = []
    for file in (database.file, tmp_path / "migrated.sqlite"):
        with sqlite3.connect(file) as connection:
            found.append(rules(connection))
        connection.close()
    assert found[0] == found[1]
    assert len(found[0]) == len(DROP)


def test_postgresql_gets_rules_of_its_own() -> None:
    statements: list[str] = []
    engine = sa.create_mock_engine("postgresql+psycopg://", lambda made, *_, **__: statements.append(str(made)))
    module.action_log.create(engine, checkfirst=False)
    assert [rule for rule in module.POSTGRESQL_RULES if any(rule in statement for statement in statements)] == list(
        module.POSTGRESQL_RULES
    )
    assert not any("RAISE(ABORT" in statement for statement in statements)
    assert "PRIMARY KEY (number)" in str(CreateTable(module.action_log).compile(dialect=engine.dialect))
