"""What every archive keeps of the work of staff: notes, labels, counts, waits, and who finds a conversation by which address."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.action_log import Action
from bot.conversation.case import Count, Label, Note, Outcome
from bot.conversation.model import CounsellorId
from bot.conversation.ports import Archive
from bot.store.counts import SqlStatistics
from tests.contracts.test_archive import LATER, add, address, conversation
from tests.fakes.archive import MemoryArchive
from tests.fakes.clock import NOON
from tests.fakes.database import Database, sqlite_database

SATO = CounsellorId("5a70")
DAY = timedelta(days=1)


@pytest.fixture(params=["memory", "sqlite"])
async def archive(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Archive]:
    if request.param == "memory":
        yield MemoryArchive()
        return
    async with sqlite_database(tmp_path) as database:
        yield database.archive


async def test_notes_are_kept_in_order_and_labels_in_place_of_those_before(archive: Archive) -> None:
    kept = await add(archive)
    async with archive.work() as records:
        for text in ("first", "second"):
            await records.notes.add(kept.id, Note(by=SATO, name="Sato", at=NOON, text=text))
        await records.notes.set_labels(kept.id, {Label.SCHOOL, Label.UNDER_18})
        await records.notes.set_labels(kept.id, {Label.SCHOOL})
    async with archive.work() as records:
        case = await records.notes.of(kept.id)
    assert [note.text for note in case.notes] == ["first", "second"]
    assert case.notes[0] == Note(by=SATO, name="Sato", at=NOON, text="first")
    assert case.labels == {Label.SCHOOL}


async def test_notes_and_labels_are_forgotten_with_the_conversation(archive: Archive) -> None:
    kept, other = await add(archive), await add(archive, 2)
    async with archive.work() as records:
        for one in (kept, other):
            await records.notes.add(one.id, Note(by=SATO, name="Sato", at=NOON, text="a note"))
            await records.notes.set_labels(one.id, {Label.HELPER})
        await records.conversations.forget(kept.id)
    async with archive.work() as records:
        gone, stays = await records.notes.of(kept.id), await records.notes.of(other.id)
    assert (gone.notes, gone.labels) == ((), frozenset())
    assert (len(stays.notes), stays.labels) == (1, frozenset({Label.HELPER}))


async def test_waits_are_kept_by_their_day(archive: Archive) -> None:
    async with archive.work() as records:
        for seconds, days in ((60, 10), (120, 2), (180, 0)):
            await records.counts.add_wait(seconds, at=NOON - days * DAY)
    async with archive.work() as records:
        assert list(await records.counts.waits(since=NOON - 7 * DAY)) == [120, 180]


async def test_a_conversation_has_one_address_and_it_can_be_another(archive: Archive) -> None:
    kept = await add(archive)
    async with archive.work() as records:
        await records.conversations.readdress(kept.id, address(9))
    async with archive.work() as records:
        assert await records.conversations.find(address()) is None
        found = await records.conversations.find(address(9))
    assert found is not None
    assert found.id == kept.id


async def test_a_deed_and_a_count_need_no_more_than_they_are_given(archive: Archive) -> None:
    kept = await add(archive)
    async with archive.work() as records:
        await records.log.append(Action.CHAT_CLOSED, by=SATO, conversation=kept.id, at=NOON, reason="to_paps")
        await records.counts.add(Count.CLOSED, kept, at=NOON, outcome=Outcome.TO_PAPS)


async def test_counts_add_up_by_day_outcome_language_and_channel(tmp_path: Path) -> None:
    async with sqlite_database(tmp_path) as database:
        await _counted(database)
        statistics = SqlStatistics(database.engine)
        found = await statistics.counted(first=NOON.date(), last=NOON.date())
        everything = await statistics.counted(first=(NOON - DAY).date(), last=NOON.date())
        assert list(await statistics.waited(first=NOON.date(), last=NOON.date())) == [30]
    assert {(one.what, one.outcome, one.number) for one in found} == {
        (Count.CALLED, None, 2),
        (Count.CLOSED, Outcome.GUIDED, 1),
    }
    assert {(one.what, one.language, one.channel, one.number) for one in everything} == {
        (Count.CALLED, "ja", "web", 3),
        (Count.CLOSED, "ja", "web", 1),
    }


async def _counted(database: Database) -> None:
    async with database.archive.work() as records:
        await records.conversations.add(conversation(), address=address(), expires_at=LATER)
        for at in (NOON - DAY, NOON, NOON):
            await records.counts.add(Count.CALLED, conversation(), at=at)
        await records.counts.add(Count.CLOSED, conversation(), at=NOON, outcome=Outcome.GUIDED)
        await records.counts.add_wait(30, at=NOON)
