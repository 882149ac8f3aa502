"""Facts that were looked up, texts that an upgrade brought, and what was changed after it was read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.guidance.approval import hashed
from bot.guidance.errors import (
    EditConflict,
    NotPossible,
    OwnRevision,
)
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.revisions import BASELINE, Significance
from bot.language import Language
from tests.guidance.room import ADMIN, AKI, MENU, NEW, PAPS, UME, Room


async def test_whoever_looks_a_fact_up_is_recorded_and_people_see_the_day_at_once(room: Room) -> None:
    fields = {
        **fields_of((await room.editing.history(PAPS)).body(None)),
        "hours_en": "By day",
        "verified": "2026-01-05",
    }
    one = await room.drafted(PAPS, None, as_text(fields))
    await room.editing.publish([one.id], by=ADMIN)
    with pytest.raises(OwnRevision):
        await room.editing.checked_today(PAPS, by=AKI, expects=one.id)
    with pytest.raises(EditConflict):
        await room.editing.checked_today(PAPS, by=UME, expects=BASELINE)
    await room.editing.checked_today(PAPS, by=UME, expects=one.id)
    history = await room.editing.history(PAPS)
    seen = history.published(None)
    assert seen is not None
    assert (seen.author, seen.significance) == (UME.id, Significance.TYPO)
    assert fields_of(seen.body) == {**fields, "verified": "2026-11-22"}
    with pytest.raises(NotPossible):
        await room.editing.checked_today(PAPS, by=UME, expects=seen.id)
    with pytest.raises(NotPossible):
        await room.editing.checked_today(MENU, by=UME, expects=BASELINE)


async def test_who_only_looked_a_fact_up_did_not_write_it(room: Room) -> None:
    fields = {
        **fields_of((await room.editing.history(PAPS)).body(None)),
        "hours_en": "By day",
        "verified": "2026-01-05",
    }
    one = await room.drafted(PAPS, None, as_text(fields))
    await room.editing.publish([one.id], by=ADMIN)
    await room.editing.checked_today(PAPS, by=UME, expects=one.id)
    room.editing.clock.forward(timedelta(days=1))  # type: ignore[attr-defined]
    now = (await room.editing.history(PAPS)).now(None)
    with pytest.raises(OwnRevision):
        await room.editing.checked_today(PAPS, by=AKI, expects=now)
    await room.editing.checked_today(PAPS, by=UME, expects=now)


async def test_what_was_shipped_may_be_looked_up_by_anybody(room: Room) -> None:
    room.editing.clock.forward(timedelta(days=1))  # type: ignore[attr-defined]
    await room.editing.checked_today(PAPS, by=AKI, expects=BASELINE)
    assert "2026-11-23" in (await room.editing.history(PAPS)).body(None)


async def test_what_was_changed_after_its_approver_read_it_is_not_published(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA])
    with pytest.raises(EditConflict):
        await room.editing.publish([one.id], by=UME, leaves_stale=frozenset({MENU}), seen={one.id: one.version + 1})
    await room.editing.publish([one.id], by=UME, leaves_stale=frozenset({MENU}), seen={one.id: one.version})


async def test_after_an_upgrade_staff_may_keep_their_own_text(room: Room) -> None:
    await room.published()
    with pytest.raises(NotPossible):
        await room.editing.keep_ours(MENU, Language.JA, by=AKI)
    async with room.book.work() as drafts:
        for one in await drafts.revisions():
            await drafts.update(replace(one, shipped=hashed("what was shipped before")))
    await room.editing.keep_ours(MENU, Language.JA, by=AKI)
    history = await room.editing.history(MENU)
    upgraded = [history.upgraded(language, shipped=hashed(history.shipped[language])) for language in Language]
    assert upgraded == [False, True]
