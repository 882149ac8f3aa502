"""What lies in the database's files: nothing that a person wrote, nothing about who the person is."""

import hashlib
import hmac
import shutil
import stat
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.conversation.model import Address, ConversationId
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from bot.store.archive import SqlArchive
from bot.store.database import metadata, open_database
from bot.store.keys import FolderKeyStore, Keyring
from tests.fakes.assistant import reply
from tests.fakes.database import HASH, MASTER, Database
from tests.fakes.services import FakeServices, fake_services, keys

COLUMNS = {
    "conversations": {
        "id", "assistant_id", "channel", "address_hash", "language", "stage", "state", "state_day", "last_seq", "last_at",
        "expires_at",
    },
    "calls": {
        "conversation", "called_at", "danger", "share", "visible_from", "front", "counsellor", "counsellor_name", "taken_at",
        "lost_at", "seen_by_person", "seen_by_counsellor", "later", "help_at", "whispers",
    },
    "case_notes": {"id", "conversation", "staff", "staff_name", "body", "day", "at", "kind"},
    "case_labels": {"conversation", "label"},
    "counts": {"on_day", "what", "outcome", "language", "channel", "number"},
    "gaps": {"on_day", "gap", "intent", "language", "number"},
    "waits": {"id", "on_day", "seconds"},
    "closing_days": {"on_day"},
    "guidance_publications": {"id", "at", "by", "is_emergency", "reviewed_by"},
    "guidance_revisions": {
        "id", "part", "key", "language", "body", "needs", "author", "at", "based_on", "significance", "comment", "status",
        "version", "shipped", "reviewer", "publication",
    },
    "guidance_comments": {"id", "part", "key", "by", "at", "text"},
    "presence": {"staff", "heard_at", "most", "covers", "languages"},
    "return_codes": {"conversation", "code_hash", "hint"},
    "messages": {"conversation", "seq", "author", "body", "day", "at", "nonce", "answered"},
    "outbox": {"id", "conversation", "seq", "channel", "at", "parts_sent"},
    "owed_forgettings": {"assistant_id"},
    "addresses": {"conversation", "sealed", "day"},
    "chat_messages": {"conversation", "message_id", "seq", "own", "at"},
    "taken_updates": {"update_id", "at"},
    "leases": {"name", "holder", "until"},
    "staff": {
        "id", "name", "same_name", "display_name", "roles", "language", "password_hash", "once_until", "secret_sealed",
        "last_step", "codes_kept", "disabled_at",
    },
    "staff_recovery_codes": {"staff", "code_hash"},
    "staff_sessions": {"token_hash", "staff", "begun_at", "seen_at"},
    "sign_in_tries": {"name_hash", "failures", "last_at", "wait_until"},
    "action_log": {"number", "at", "staff", "action", "about", "reason", "hash"},
    "action_log_head": {"only", "number", "hash", "signature"},
}  # fmt: skip
"""All there is. A new column belongs here only after promises 1 to 6 were read again."""

CANARY = "カナリア canary-7f3a"
ADDRESS = Address("web:token-of-a-browser-0123456789abcdef")


async def a_conversation(services: FakeServices) -> ConversationId:
    opened = await services.conversations.begin(address=ADDRESS, channel="web", language=Language.JA)
    slots = {"age_in_image": "under_18", "platform": ["bakusai"], "topic": "doxxed"}
    services.assistant.otherwise = reply("heard.doxxed", "plan.start", slots=slots)
    services.clock.forward(timedelta(seconds=2))
    await services.conversations.turns.receive(opened.id, CANARY, nonce=services.nonce())
    return opened.id


def raw(database: Database) -> bytes:
    """Return every byte of the database's files: the file itself, its write-ahead log, its shared memory."""
    return b"".join(file.read_bytes() for file in sorted(database.file.parent.glob(f"{database.file.name}*")))


def test_the_schema_has_no_room_for_who_somebody_is() -> None:
    assert {table.name: set(table.columns.keys()) for table in metadata.sorted_tables} == COLUMNS


async def test_the_raw_files_hold_nothing_a_person_wrote_or_answered(catalogue: Catalogue, database: Database) -> None:
    services = fake_services(catalogue, archive=database.archive)
    conversation = await a_conversation(services)
    assert {file.suffix for file in database.file.parent.glob("tomoshibi.*")} >= {".sqlite", ".sqlite-wal"}
    files = raw(database)
    assert conversation.encode() in files
    for word in (CANARY, "canary", "カナリア", "bakusai", "under_18", "doxxed", ADDRESS, "token-of-a-browser"):
        assert word.encode() not in files
        assert word.encode("utf-16-le") not in files


async def test_an_address_is_kept_as_a_keyed_hash_only(catalogue: Catalogue, database: Database) -> None:
    await a_conversation(fake_services(catalogue, archive=database.archive))
    async with database.engine.begin() as connection:
        kept = await connection.scalar(sa.text("SELECT address_hash FROM conversations"))
    assert kept == hmac.new(HASH, ADDRESS.encode(), hashlib.sha256).hexdigest()
    assert kept != hashlib.sha256(ADDRESS.encode()).hexdigest()


async def test_after_forgetting_not_even_the_encrypted_bytes_are_left(catalogue: Catalogue, database: Database) -> None:
    services = fake_services(catalogue, archive=database.archive)
    conversation = await a_conversation(services)
    async with database.engine.begin() as connection:
        bodies = list(await connection.scalars(sa.text("SELECT body FROM messages")))
    await services.conversations.erasure.forget(conversation)
    await services.conversations.erasure.settle()
    files = raw(database)
    assert conversation.encode() not in files
    assert not any(bytes(body) in files for body in bodies)


async def test_key_files_are_the_owners_alone(catalogue: Catalogue, database: Database) -> None:
    await a_conversation(fake_services(catalogue, archive=database.archive))
    files = list(database.keys.iterdir())
    assert [file.suffix for file in files] == [".key"]
    assert stat.S_IMODE(database.keys.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


async def test_an_old_backup_cannot_be_read_once_the_days_key_is_destroyed(
    catalogue: Catalogue, database: Database, tmp_path: Path
) -> None:
    services = fake_services(catalogue, archive=database.archive)
    conversation = await a_conversation(services)
    backup = tmp_path / "backup.sqlite"
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("COMMIT")
        await connection.exec_driver_sql(f"VACUUM INTO '{backup}'")
        await connection.exec_driver_sql("BEGIN")
    await services.conversations.erasure.forget(conversation)
    services.clock.forward(timedelta(days=1))
    await services.conversations.erasure.sweep()
    assert list(database.keys.iterdir()) == []

    engine = open_database(f"sqlite+aiosqlite:///{shutil.copy(backup, tmp_path / 'restored.sqlite')}")
    keyring = Keyring(FolderKeyStore(database.keys), master_key=MASTER)
    restored = fake_services(catalogue, archive=SqlArchive(engine, keyring=keyring, hash_key=HASH))
    restored.clock.forward(timedelta(days=2))
    assert await restored.conversations.messages(conversation) == []
    state = await restored.state(conversation)
    assert (state.answers.platforms, state.answers.age_in_image, state.answers.topic) == ((), "", "")
    assert await restored.conversations.turns.answer_unanswered(older_than=timedelta(0)) == 0
    assert await restored.conversations.erasure.sweep() == 1
    assert await restored.conversations.find(ADDRESS) is None
    await engine.dispose()


async def test_a_conversation_goes_on_over_midnight(catalogue: Catalogue, database: Database) -> None:
    services = fake_services(catalogue, archive=database.archive)
    conversation = await a_conversation(services)
    services.clock.forward(timedelta(hours=13))
    await services.conversations.erasure.sweep()
    services.assistant.otherwise = reply("menu")
    turn = await services.conversations.turns.receive(conversation, CANARY, nonce=services.nonce())
    assert keys(turn) == ["menu"]
    assert turn.conversation.answers.platforms == ("bakusai",)
    assert [message.text for message in await services.conversations.messages(conversation) if message.text] == [
        CANARY
    ] * 2
