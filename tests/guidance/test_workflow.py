"""From a draft to what people see: by somebody else's approval, in both languages, never overwriting, always to be undone."""

import pytest
import sqlalchemy as sa

from bot.guidance.approval import current_revision, hashed
from bot.guidance.baseline import HOURS
from bot.guidance.errors import (
    EditConflict,
    ItemRequired,
    NotAllowed,
    NotPossible,
    OwnRevision,
    TranslationUnconfirmed,
    Unfit,
    UnknownEntry,
)
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.overlay import overlay
from bot.guidance.revisions import BASELINE, Item, Part, ReviewStep, Significance, Status
from bot.language import Language
from tests.guidance.room import ADMIN, AKI, CRISIS, JOINED, MENU, NEW, PAPS, REPLY, UME, Room


async def test_people_see_what_somebody_else_approved_in_both_languages_at_once(room: Room) -> None:
    drafts = [await room.drafted(MENU, language, text) for language, text in NEW.items()]
    for language in Language:
        assert await room.seen("menu", language) == room.shipped.words.text("menu", language=language)
    version = await room.book.version()
    await room.editing.publish([one.id for one in drafts], by=UME)
    assert [await room.seen("menu", language) for language in Language] == [NEW[language] for language in Language]
    assert await room.book.version() == version + 1
    history = await room.editing.history(MENU)
    assert not any(history.is_out_of_date(language) for language in Language)


async def test_nobody_approves_what_they_wrote(room: Room) -> None:
    drafts = [await room.drafted(MENU, language, text) for language, text in NEW.items()]
    with pytest.raises(OwnRevision):
        await room.editing.publish([one.id for one in drafts], by=AKI)
    assert await room.book.version() == 0


async def test_a_draft_that_nobody_submitted_is_not_published(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA], submit=False)
    with pytest.raises(NotPossible):
        await room.editing.publish([one.id], by=UME, leaves_stale=frozenset({MENU}))


async def test_a_changed_meaning_in_one_language_is_refused_unless_it_is_known(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA])
    with pytest.raises(TranslationUnconfirmed):
        await room.editing.publish([one.id], by=UME)
    await room.editing.publish([one.id], by=UME, leaves_stale=frozenset({MENU}))
    history = await room.editing.history(MENU)
    assert history.is_out_of_date(Language.EN)
    assert not history.is_out_of_date(Language.JA)
    assert await room.seen("menu", Language.EN) == room.shipped.words.text("menu", language=Language.EN)
    later = await room.drafted(MENU, Language.EN, NEW[Language.EN], significance=Significance.TYPO)
    await room.editing.publish([later.id], by=UME)
    assert not (await room.editing.history(MENU)).is_out_of_date(Language.EN)


async def test_a_typo_makes_nothing_out_of_date(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA], significance=Significance.TYPO)
    await room.editing.publish([one.id], by=UME)
    assert not (await room.editing.history(MENU)).is_out_of_date(Language.EN)


async def test_what_is_unfit_is_kept_as_a_draft_and_goes_no_further(room: Room) -> None:
    for body, fault in (
        ("電話は 050-3177-5432 です。", "number"),
        ("https://example.org を見てください。", "address"),
        ("", "empty"),
        ("あ" * 201, "too_long"),
        ("<b>だいじ</b>", "markup"),
        ("こんにちは\u202e", "invisible"),
        ("必ず消えます。", "forbidden"),
        ("{secret}です", "unknown_placeholder"),
    ):
        one = await room.drafted(MENU, Language.JA, body, submit=False)
        with pytest.raises(Unfit) as refused:
            await room.editing.submit(one.id, by=AKI)
        assert [finding.fault.value for finding in refused.value.findings] == [fault]
        current = (await room.editing.history(MENU)).open(Language.JA)
        assert current is not None
        assert (current.status, current.body) == (Status.DRAFT, body)


async def test_a_lost_placeholder_is_refused_and_by_the_database_too(room: Room) -> None:
    one = await room.drafted(JOINED, Language.EN, "A counsellor is here.", submit=False)
    with pytest.raises(Unfit):
        await room.editing.submit(one.id, by=AKI)
    async with room.database.engine.begin() as database:
        await database.execute(
            sa.text("INSERT INTO guidance_publications (id, at, by, is_emergency) VALUES (1, 1, 'x', 0)")
        )
    for change in ("status = 'published', reviewer = 'b', publication = 1", "status = 'published', body = ' '"):
        with pytest.raises(sa.exc.IntegrityError):
            async with room.database.engine.begin() as database:
                await database.execute(sa.text(f"UPDATE guidance_revisions SET {change}"))  # noqa: S608 (ours)


async def test_what_was_published_is_never_changed_or_removed(room: Room) -> None:
    await room.published()
    for statement in ("UPDATE guidance_revisions SET body = 'x'", "DELETE FROM guidance_revisions"):
        with pytest.raises(sa.exc.IntegrityError):
            async with room.database.engine.begin() as database:
                await database.execute(sa.text(statement))


async def test_who_saves_over_somebody_elses_work_is_told(room: Room) -> None:
    opened = current_revision(await room.editing.history(MENU), Language.JA)
    await room.editing.save(MENU, Language.JA, "一人目の下書き", by=AKI, expects=opened)
    with pytest.raises(EditConflict):
        await room.editing.save(MENU, Language.JA, "二人目の下書き", by=UME, expects=opened)
    now = current_revision(await room.editing.history(MENU), Language.JA)
    again = await room.editing.save(MENU, Language.JA, "二人で合わせた下書き", by=UME, expects=now)
    assert (again.version, again.author) == (2, UME.id)


async def test_a_reviewer_sends_back_and_an_author_withdraws(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA])
    await room.editing.step_back(one.id, by=UME, step=ReviewStep.RETURN)
    await room.editing.submit(one.id, by=AKI)
    await room.editing.step_back(one.id, by=AKI, step=ReviewStep.WITHDRAW)
    await room.editing.step_back(one.id, by=AKI, step=ReviewStep.DISCARD)
    assert (await room.editing.history(MENU)).open(Language.JA) is None
    with pytest.raises(NotPossible):
        await room.editing.submit(one.id, by=AKI)


@pytest.mark.parametrize("item", [CRISIS, PAPS])
async def test_what_lives_hang_on_takes_an_administrator(room: Room, item: Item) -> None:
    history = await room.editing.history(item)
    drafts = [await room.drafted(item, language, history.body(language)) for language in item.languages]
    with pytest.raises(NotAllowed):
        await room.editing.publish([one.id for one in drafts], by=UME)
    await room.editing.publish([one.id for one in drafts], by=ADMIN)


async def test_in_an_emergency_an_administrator_publishes_alone_and_it_shows_until_somebody_looked(room: Room) -> None:
    one = await room.drafted(MENU, Language.JA, NEW[Language.JA], by=ADMIN, submit=False)
    for hand, fault in ((UME, NotAllowed), (AKI, NotAllowed)):
        with pytest.raises(fault):
            await room.editing.publish([one.id], by=hand, is_emergency=True, leaves_stale=frozenset({MENU}))
    out = await room.editing.publish([one.id], by=ADMIN, is_emergency=True, leaves_stale=frozenset({MENU}))
    assert await room.seen("menu", Language.JA) == NEW[Language.JA]
    with pytest.raises(OwnRevision):
        await room.editing.review_emergency(out.id, by=ADMIN)
    await room.editing.review_emergency(out.id, by=UME)
    with pytest.raises(NotPossible):
        await room.editing.review_emergency(out.id, by=UME)


async def test_a_press_brings_back_what_was_before_and_the_shipped_text(room: Room) -> None:
    first = await room.published()
    await room.published(words={language: f"{text}!" for language, text in NEW.items()})
    japanese = first[0]
    await room.editing.roll_back(MENU, Language.JA, japanese.id, by=UME)
    assert await room.seen("menu", Language.JA) == NEW[Language.JA]
    await room.editing.roll_back(MENU, Language.JA, BASELINE, by=UME)
    assert await room.seen("menu", Language.JA) == room.shipped.words.text("menu", language=Language.JA)
    with pytest.raises(NotPossible):
        await room.editing.roll_back(MENU, Language.JA, BASELINE, by=UME)
    assert len((await room.editing.history(MENU)).revisions) == 6


async def test_only_a_ready_made_reply_can_be_taken_out_of_use(room: Room) -> None:
    for item in (CRISIS, PAPS, MENU, HOURS):
        with pytest.raises(ItemRequired):
            await room.editing.retire(item, by=ADMIN)
    await room.editing.retire(REPLY, by=UME)
    assert await room.seen("reply.greeting", Language.JA) is None
    await room.editing.roll_back(REPLY, Language.JA, BASELINE, by=UME)


async def test_a_fact_is_changed_as_a_whole_with_its_source_and_day(room: Room) -> None:
    shipped = (await room.editing.history(PAPS)).body(None)
    fields = {
        **fields_of(shipped),
        "hours_ja": "10:00から19:00まで",
        "hours_en": "10:00 to 19:00",
        "verified": "2026-11-21",
    }
    one = await room.drafted(PAPS, None, as_text(fields))
    await room.editing.publish([one.id], by=ADMIN)
    catalogue, parts = overlay(room.shipped, on_hours=lambda _hours: None)
    parts.show(await room.book.published())
    assert catalogue.contacts["paps"].hours[Language.JA] == "10:00から19:00まで"
    assert catalogue.contacts["paps"].phone == room.shipped.contacts["paps"].phone
    for field, value in (
        ("phone", "call me"), ("url", "http://paps.jp"), ("url", "https://a b"), ("mail", "paps"), ("verified", "2026-02-30"),
        ("verified", "2999-01-01"), ("name_en", " "), ("mark", "sure"), ("note_ja", "<script>"), ("source", ""),
    ):  # fmt: skip
        found = room.editing.findings(
            PAPS, None, as_text({**fields, field: value}), history=await room.editing.history(PAPS)
        )
        assert [finding.field for finding in found] == [field], value


async def test_an_upgrade_that_changed_the_shipped_text_is_noticed(room: Room) -> None:
    await room.published()
    history = await room.editing.history(MENU)
    assert not history.upgraded(Language.JA, shipped=hashed(history.shipped[Language.JA]))
    assert history.upgraded(Language.JA, shipped=hashed("another text, with a new version"))


async def test_what_is_not_there_cannot_be_edited(room: Room) -> None:
    for item in (
        Item(part=Part.WORDS, key="nothing"),
        Item(part=Part.CONTACT, key="nobody"),
        Item(part=Part.HOURS, key="other"),
    ):
        with pytest.raises(UnknownEntry):
            await room.editing.history(item)


async def test_every_piece_that_is_shipped_can_be_edited_and_is_fit(room: Room) -> None:
    for item in room.editing.shipped.all_items():
        history = await room.editing.history(item)
        for language in item.languages:
            assert room.editing.findings(item, language, history.body(language), history=history) == [], str(item)


async def test_comments_stay_with_their_piece(room: Room) -> None:
    await room.editing.say(MENU, by=AKI, text=" is this still true? ")
    with pytest.raises(NotPossible):
        await room.editing.say(MENU, by=AKI, text="  ")
    assert [comment.text for comment in (await room.editing.history(MENU)).comments] == ["is this still true?"]
    assert (await room.editing.history(JOINED)).comments == []
