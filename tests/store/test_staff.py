"""What is kept of the staff: secrets sealed or hashed, names unique, each step and code used once."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag

from bot.accounts import Account, Credentials, FailedAttempts, NameTaken, StaffId
from bot.language import Language
from bot.permissions import Role
from bot.staff.ports import StaffBook
from bot.store.encryption import MasterCipher
from bot.store.staff import SqlStaffBook
from tests.fakes.clock import NOON
from tests.fakes.database import HASH, MASTER, Database

AKI = Account(
    id=StaffId("a" * 32),
    name="Aki",
    display_name="秋",
    roles=frozenset({Role.EDITOR, Role.AUDITOR}),
    language=Language.JA,
    once_until=NOON,
    codes_kept=False,
    disabled_at=None,
)
UME = replace(AKI, id=StaffId("b" * 32), name="ume")
SECRET = Credentials(password_hash="$argon2id$canary", secret="CANARYSECRETBASE32")


@pytest.fixture
async def book(database: Database) -> StaffBook:
    opened = SqlStaffBook(database.engine, master_key=MASTER, hash_key=HASH)
    async with opened.work() as records:
        await records.accounts.add(AKI, SECRET)
        await records.accounts.add(UME, SECRET)
    return opened


async def test_an_account_is_found_again_as_it_was_kept(book: StaffBook) -> None:
    changed = replace(AKI, once_until=None, codes_kept=True, disabled_at=NOON, language=Language.EN)
    async with book.work() as records:
        assert await records.accounts.get(AKI.id) == await records.accounts.by_name(" ＡＫＩ ") == AKI
        await records.accounts.update(changed)
        assert await records.accounts.all() == [changed, UME]
        assert await records.accounts.credentials(AKI.id) == SECRET
        assert await records.accounts.get(StaffId("c" * 32)) is None


async def test_a_name_is_one_person_s_whatever_the_case(book: StaffBook) -> None:
    async with book.work() as records:
        with pytest.raises(NameTaken):
            await records.accounts.add(replace(AKI, id=StaffId("c" * 32), name="AKI"), SECRET)


async def test_each_time_step_is_used_once_and_never_an_earlier_one(book: StaffBook) -> None:
    async with book.work() as records:
        used = [await records.accounts.use_step(AKI.id, step) for step in (5, 5, 4, 6)]
        assert used == [True, False, False, True]
        assert await records.accounts.use_step(UME.id, 5)


async def test_each_recovery_code_is_used_once_and_only_by_its_owner(book: StaffBook) -> None:
    async with book.work() as records:
        await records.accounts.set_codes(AKI.id, ["one", "two"])
        assert not await records.accounts.use_code(UME.id, "one")
        assert await records.accounts.use_code(AKI.id, "one")
        assert not await records.accounts.use_code(AKI.id, "one")
        assert await records.accounts.codes_left(AKI.id) == 1
        await records.accounts.set_secret(AKI.id, "OTHER")
        assert await records.accounts.codes_left(AKI.id) == 0
        assert (await records.accounts.credentials(AKI.id)).secret == "OTHER"


async def test_sessions_and_tries_are_kept_by_hashes(book: StaffBook) -> None:
    async with book.work() as records:
        await records.sessions.begin("token-of-aki", staff=AKI.id, now=NOON)
        await records.sessions.begin("other", staff=AKI.id, now=NOON)
        await records.sessions.end_all(AKI.id, but="token-of-aki")
        session = await records.sessions.find("token-of-aki")
        assert session is not None
        assert (session.staff, session.begun_at) == (AKI.id, NOON)
        assert await records.sessions.find("other") is None
        tries = FailedAttempts(failures=3, last_at=NOON, wait_until=NOON)
        await records.tries.note("my password typed as a name", tries)
        assert await records.tries.of(" MY password typed as a name") == tries
        await records.tries.forget_older(NOON + timedelta(seconds=1))
        assert await records.tries.of("my password typed as a name") is None


async def test_the_files_hold_no_secret_in_the_clear(book: StaffBook, database: Database) -> None:
    async with book.work() as records:
        await records.accounts.set_codes(AKI.id, ["canary-recovery-code"])
        await records.sessions.begin("canary-token", staff=AKI.id, now=NOON)
        await records.tries.note("canary-name", FailedAttempts(failures=1, last_at=NOON, wait_until=NOON))
    raw = b"".join(file.read_bytes() for file in database.file.parent.glob(f"{database.file.name}*"))
    for secret in (b"CANARYSECRET", b"canary-recovery", b"canary-token", b"canary-name"):
        assert secret not in raw
    assert AKI.id.encode() in raw


async def test_a_sealed_secret_opens_for_its_owner_and_key_only(book: StaffBook, database: Database) -> None:
    async with database.engine.begin() as connection:
        sealed = await connection.scalar(sa.text("SELECT secret_sealed FROM staff WHERE name = 'Aki'"))
        await connection.execute(
            sa.text("UPDATE staff SET secret_sealed = :sealed WHERE name = 'ume'"), {"sealed": sealed}
        )
    assert MasterCipher(MASTER).open(sealed, about=f"staff:{AKI.id}") == SECRET.secret
    async with book.work() as records:
        with pytest.raises(InvalidTag):
            await records.accounts.credentials(UME.id)
    with pytest.raises(InvalidTag):
        MasterCipher(HASH).open(sealed, about=f"staff:{AKI.id}")


def test_secrets_are_in_no_repr() -> None:
    assert "canary" not in repr(SECRET).lower()
