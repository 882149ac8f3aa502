"""The migrations lead to the models, and back, with data in between."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from bot.store.database import metadata
from bot.store.migrate import alembic_config, migrate
from tests.fakes import database  # noqa: F401 (it brings all tables)

ROWS = {
    "conversations": (
        "INSERT INTO conversations VALUES ('c1', 'a1', 'web', 'h1', 'ja', 'assistant', x'00', '2026-11-22', 1, 1, 2)"
    ),
    "calls": "INSERT INTO calls VALUES ('c1', 1, 0, 'nothing', 1, 0, NULL, '', NULL, NULL, 0, 0, 0, NULL, 0)",
    "presence": "INSERT INTO presence VALUES ('s1', 1, 3, 1, 'en,ja')",
    "case_notes": "INSERT INTO case_notes VALUES (1, 'c1', 's1', 'A', x'00', '2026-11-22', 1, 'note')",
    "case_labels": "INSERT INTO case_labels VALUES ('c1', 'follow_up')",
    "counts": "INSERT INTO counts VALUES ('2026-11-22', 'called', '', 'ja', 'web', 1)",
    "gaps": "INSERT INTO gaps VALUES ('2026-11-22', 'unanswered', 'out_of_scope', 'ja', 1)",
    "waits": "INSERT INTO waits VALUES (1, '2026-11-22', 60)",
    "guidance_publications": "INSERT INTO guidance_publications VALUES (1, 1, 's1', 0, NULL)",
    "guidance_revisions": (
        "INSERT INTO guidance_revisions VALUES (1, 'words', 'paps', 'ja', 'b', '[]', 's1', 1, 0, 'typo', '', 'draft', 1, 'h', "
        "NULL, NULL)"
    ),
    "guidance_comments": "INSERT INTO guidance_comments VALUES (1, 'words', 'paps', 's1', 1, 'c')",
    "closing_days": "INSERT INTO closing_days VALUES ('2026-12-31')",
    "return_codes": "INSERT INTO return_codes VALUES ('c1', x'00', 1)",
    "messages": "INSERT INTO messages VALUES ('c1', 1, 'person', x'00', '2026-11-22', 1, 'n1', 0)",
    "outbox": "INSERT INTO outbox (conversation, seq, channel, at, parts_sent) VALUES ('c1', 1, 'web', 1, 0)",
    "owed_forgettings": "INSERT INTO owed_forgettings VALUES ('a0')",
    "addresses": "INSERT INTO addresses VALUES ('c1', x'00', '2026-11-22')",
    "chat_messages": "INSERT INTO chat_messages VALUES ('c1', 1, 1, 0, 1)",
    "taken_updates": "INSERT INTO taken_updates VALUES (1, 1)",
    "leases": "INSERT INTO leases VALUES ('telegram', 'h1', 1.0)",
    "staff": "INSERT INTO staff VALUES ('s1', 'Aki', 'aki', 'A', 'editor', 'ja', 'p1', NULL, x'00', 0, 1, NULL)",
    "staff_recovery_codes": "INSERT INTO staff_recovery_codes VALUES ('s1', 'h1')",
    "staff_sessions": "INSERT INTO staff_sessions VALUES ('h1', 's1', 1, 1)",
    "sign_in_tries": "INSERT INTO sign_in_tries VALUES ('h1', 1, 1, 1)",
    "action_log": "INSERT INTO action_log VALUES (1, 1, 's1', 'signed_in', '', '', 'h1')",
    "action_log_head": "INSERT INTO action_log_head VALUES (1, 1, 'h1', 's1')",
}
COUNT = " UNION ALL ".join(f"SELECT count(*) FROM {name}" for name in ROWS)  # noqa: S608 (names of our own)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'migrated.sqlite'}"


def tables(tmp_path: Path) -> set[str]:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}")
    names = set(sa.inspect(engine).get_table_names())
    engine.dispose()
    return names - {"alembic_version"}


def run(tmp_path: Path, *statements: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(tmp_path / "migrated.sqlite") as connection:
        found = [row for statement in statements for row in connection.execute(statement).fetchall()]
    connection.close()
    return found


def test_the_newest_migration_equals_the_models(url: str) -> None:
    migrate(url)
    command.check(alembic_config(url))


def test_migrating_twice_changes_nothing(url: str, tmp_path: Path) -> None:
    migrate(url)
    run(tmp_path, *ROWS.values())
    migrate(url)
    assert run(tmp_path, "SELECT count(*) FROM messages") == [(1,)]


def test_every_table_is_there_and_takes_rows(url: str, tmp_path: Path) -> None:
    migrate(url)
    assert tables(tmp_path) == {table.name for table in metadata.sorted_tables} == set(ROWS)
    run(tmp_path, *ROWS.values())
    assert run(tmp_path, COUNT) == [(1,)] * len(ROWS)


def test_the_way_down_and_up_again_works_with_data(url: str, tmp_path: Path) -> None:
    migrate(url)
    run(tmp_path, *ROWS.values())
    command.downgrade(alembic_config(url), "base")
    assert tables(tmp_path) == set()
    migrate(url)
    command.check(alembic_config(url))
    run(tmp_path, *ROWS.values())


def test_there_is_one_line_of_migrations_with_dates_in_their_names(url: str) -> None:
    scripts = ScriptDirectory.from_config(alembic_config(url))
    assert len(scripts.get_heads()) == 1
    assert all(Path(script.path).name[:8].isdigit() for script in scripts.walk_revisions())


def test_a_database_address_may_hold_a_percent_sign(tmp_path: Path) -> None:
    folder = tmp_path / "100%"
    folder.mkdir()
    migrate(f"sqlite+aiosqlite:///{folder / 'migrated.sqlite'}")
    assert (folder / "migrated.sqlite").exists()
