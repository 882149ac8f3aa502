"""Who is there: by their own word and the signs of life of their console; and what people may be told of it."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.conversation.model import CounsellorId
from bot.conversation.opening_hours import OpeningHours, Shift
from bot.conversation.ports import Staffing
from bot.japan import TOKYO
from bot.permissions import Role
from bot.store.presence import SqlPresence
from bot.store.staff import staff
from tests.fakes.clock import NOON, StoppedClock
from tests.fakes.database import Database, sqlite_database

SATO, KIM = CounsellorId("s" * 32), CounsellorId("k" * 32)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with sqlite_database(tmp_path) as opened:
        yield opened


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def presence(database: Database, clock: StoppedClock) -> SqlPresence:
    return SqlPresence(database.engine, clock=clock, hours=OpeningHours())


async def works_here(database: Database, who: CounsellorId, *roles: Role, disabled: bool = False) -> None:
    row = {
        "id": who, "name": who[:8], "same_name": who[:8], "display_name": who[:8], "roles": ",".join(roles), "language": "ja",
        "password_hash": "", "secret_sealed": b"", "last_step": 0, "codes_kept": True, "disabled_at": 1 if disabled else None,
    }  # fmt: skip
    async with database.engine.begin() as connection:
        await connection.execute(staff.insert().values(row))


async def test_where_nobody_could_take_a_chat_nobody_works(database: Database, presence: SqlPresence) -> None:
    assert await presence.staffing() is Staffing.NONE
    await works_here(database, SATO, Role.EDITOR, Role.ADMINISTRATOR)
    await works_here(database, KIM, Role.COUNSELLOR, disabled=True)
    assert await presence.staffing() is Staffing.NONE


async def test_on_duty_and_heard_of_is_present_until_a_minute_of_silence(
    database: Database, presence: SqlPresence, clock: StoppedClock
) -> None:
    await works_here(database, SATO, Role.COUNSELLOR)
    assert await presence.staffing() is Staffing.AWAY
    assert not await presence.hear(SATO)
    await presence.come(SATO, most=3)
    assert await presence.staffing() is Staffing.PRESENT
    clock.forward(MINUTE)
    assert await presence.staffing() is Staffing.PRESENT
    clock.forward(timedelta(seconds=1))
    assert (await presence.staffing(), await presence.present()) == (Staffing.AWAY, [])
    assert [one.id for one in await presence.lost()] == [SATO]
    assert await presence.hear(SATO)
    assert [(one.id, one.most) for one in await presence.present()] == [(SATO, 3)]
    await presence.go(SATO)
    assert await presence.staffing() is Staffing.AWAY


async def test_outside_the_hours_nobody_is_promised_even_if_somebody_sits_there(
    database: Database, clock: StoppedClock
) -> None:
    await works_here(database, SATO, Role.COUNSELLOR)
    today = NOON.astimezone(TOKYO)
    shift = Shift(days=frozenset({today.strftime("%a").lower()}), begin=today.time(), until=time(23, 59))
    for hours, expected in (
        (OpeningHours(shifts=(shift,)), Staffing.PRESENT),
        (OpeningHours(shifts=(shift,), closed=frozenset({today.date()})), Staffing.AWAY),
    ):
        presence = SqlPresence(database.engine, clock=clock, hours=hours)
        await presence.come(SATO, most=1)
        assert await presence.staffing() is expected


async def test_a_closed_account_is_not_present(database: Database, presence: SqlPresence) -> None:
    await works_here(database, SATO, Role.COUNSELLOR)
    await presence.come(SATO, most=3)
    async with database.engine.begin() as connection:
        await connection.execute(
            staff.update().values(disabled_at=int(datetime.combine(date(2026, 11, 22), time(), TOKYO).timestamp()))
        )
    assert await presence.present() == []
    assert await presence.staffing() is Staffing.NONE
