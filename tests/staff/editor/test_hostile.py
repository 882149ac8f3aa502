"""Two people at once, and input that is meant to do harm: nothing is overwritten, nothing typed is lost, nothing breaks."""

import html

import pytest

from bot.guidance.approval import hashed
from bot.guidance.revisions import Item, Part
from bot.language import Language
from bot.staff.editor.forms import MOST_COMMENT
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.editor.steps import HOURS, MENU, NEW, PAPS, approves, at, changes, form_of, history, people_see, writes

PLACE = Item(part=Part.PLATFORM, key="x")
LINK = Item(part=Part.LINK, key="x_report")


async def test_who_saves_over_somebody_elses_draft_sees_both_and_keeps_what_was_typed(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    opened = await aki.opens(at(MENU))
    await changes(ume, {"ja": "梅の文です。"}, do="save")
    refused = await writes(aki, MENU, {"body-ja": "秋の文です。"}, page=opened, do="save")
    assert refused.status_code == 422
    assert "Somebody else has changed it meanwhile." in refused.text
    assert "Ume has saved meanwhile" in refused.text
    assert form_of(refused)["body-ja"] == "秋の文です。"
    assert "梅の文です。" in refused.text
    draft = (await history(site)).open(Language.JA)
    assert draft is not None
    assert draft.body == "梅の文です。"
    merged = await writes(aki, MENU, {"body-ja": "二人の文です。"}, page=refused, do="save")
    assert merged.headers["location"].endswith("done=saved")
    assert len((await history(site)).revisions) == 1


async def test_a_language_that_was_not_touched_is_no_conflict(site: StaffSite, aki: Colleague, ume: Colleague) -> None:
    opened = await aki.opens(at(MENU))
    await changes(ume, {"ja": "梅の文です。"}, do="save")
    saved = await writes(aki, MENU, {"body-en": NEW["en"]}, page=opened, do="save")
    assert saved.headers["location"].endswith("done=saved")
    kept = await history(site)
    assert [one.body for language in Language if (one := kept.open(language))] == ["梅の文です。", NEW["en"]]


async def test_who_writes_into_what_is_in_review_keeps_the_text(aki: Colleague, ume: Colleague) -> None:
    opened = await aki.opens(at(MENU))
    await changes(ume)
    refused = await writes(aki, MENU, {"body-ja": "秋の文です。"}, page=opened)
    assert refused.status_code == 422
    assert form_of(refused)["body-ja"] == "秋の文です。"


async def test_nothing_different_keeps_nothing(site: StaffSite, aki: Colleague) -> None:
    assert (await writes(aki, MENU, {}, do="save")).headers["location"].endswith("done=same")
    assert (await history(site)).revisions == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<b>Bold</b>", "There is HTML or a script in it."),
        ("<script>alert(1)</script>", "There is HTML or a script in it."),
        ("</textarea><script>alert(1)</script>", "There is HTML or a script in it."),
        ("javascript:alert(1)", "There is HTML or a script in it."),
        ("turned \u202eround", "nobody can see (U+202E)"),
        ("a\u0007bell", "nobody can see (U+0007)"),
        ("zero\u200bwidth", "nobody can see (U+200B)"),
        ("See https://example.org", "An address is in it (https://)"),
        ("x " * 81, "It is too long. The most is 80."),
        ("{{ 7 * 7 }}", "is no placeholder"),
    ],
)
async def test_what_people_must_not_read_is_refused_with_its_reason_and_stays_typed(
    site: StaffSite, aki: Colleague, body: str, reason: str
) -> None:
    refused = await changes(aki, {"ja": NEW["ja"], "en": body})
    assert refused.status_code == 422
    assert reason in html.unescape(refused.text)
    assert form_of(refused)["body-en"] == body.strip()
    assert "<script>alert" not in refused.text
    assert await people_see(site) != NEW
    for path in ("/guidance", at(MENU)):
        page = (await aki.opens(path)).text
        assert "<script>alert" not in page


@pytest.mark.parametrize(
    "body", ["x" * 100_000, "あ" * 100_000, "a-" * 50_000, "@a." * 33_000], ids=["x", "ja", "dashes", "at"]
)
async def test_a_hundred_thousand_characters_come_back_with_their_reason(
    site: StaffSite, aki: Colleague, body: str
) -> None:
    refused = await changes(aki, {"en": body})
    assert refused.status_code == 422
    assert "That is far too long" in refused.text
    assert form_of(refused)["body-en"] == body
    assert (await history(site)).revisions == []
    checked = await aki.sends("/guidance/check", part="words", key="menu", **{"body-en": body})
    assert "It is too long." in checked.text


async def test_what_no_database_keeps_is_refused(site: StaffSite, aki: Colleague) -> None:
    refused = await changes(aki, {"en": "zero\0byte"})
    assert refused.status_code == 422
    assert "It has a character that cannot be kept." in refused.text
    assert (await history(site)).revisions == []
    for text in ("\0", "x" * (MOST_COMMENT + 1)):
        answer = await aki.sends(at(MENU, "comments"), text=text)
        assert answer.status_code == 422
        assert "alert" in answer.text
    assert (await writes(aki, MENU, {"body-ja": NEW["ja"], "comment": "x" * (MOST_COMMENT + 1)})).status_code == 422


@pytest.mark.parametrize(
    ("item", "field", "value", "reason"),
    [
        (PAPS, "phone", "１１０番", "That is not a phone number."),
        (PAPS, "phone", "<script>", "There is HTML"),
        (PAPS, "verified", "2999-01-01", "That day has not come yet."),
        (PAPS, "verified", "yesterday", "There is no such day"),
        (PAPS, "mail", "paps", "That is not a mail address."),
        (PAPS, "url", "javascript:alert(1)", "There is HTML"),
        (PAPS, "url", "http://paps.jp", "That is not a web address"),
        (PAPS, "mark", "sure", "That is none of the choices."),
        (PAPS, "speaks", "Japanese", "That is none of the choices."),
        (PAPS, "note_en", "x" * 100_000, "It is too long."),
        (PAPS, "name_ja", "", "There are no words in it."),
        (LINK, "url", "https://a b", "That is not a web address"),
        (PLACE, "links", "nowhere x_report", "That is none of the choices. nowhere"),
        (HOURS, "closed", "2026-02-30", "There is no such day"),
        (HOURS, "closed", "2999-01-01 " * 9000, "It is too long."),
        (HOURS, "begin-0", "noon", "Shift 1: please choose"),
    ],
)  # fmt: skip
async def test_a_field_that_is_wrong_says_so_beside_it(
    aki: Colleague, item: Item, field: str, value: str, reason: str
) -> None:
    refused = await writes(aki, item, {field: value})
    assert refused.status_code == 422
    name = "shifts" if field == "begin-0" else field
    errors = html.unescape(refused.text)
    start = errors.index(f'id="error-{name}"')
    assert reason in errors[start : start + 200]
    assert html.escape(value.split(maxsplit=1)[0] if value else "") in refused.text or field == "phone"
    assert (await aki.sends("/guidance/check", part=item.part.value, key=item.key, **{field: value})).status_code == 200


async def test_forms_that_no_page_sends_are_refused_calmly(aki: Colleague, ume: Colleague) -> None:
    await changes(aki)
    for fields in (
        {"revision": "x"},
        {"revision": "9" * 400},
        {"revision": "1.1", "back": "//evil"},
        {"revision": "-1.1"},
    ):
        answer = await ume.sends("/guidance/publish", **{"stale": "x:y", "back": "words:no", **fields})
        assert answer.status_code in {303, 404}
        assert answer.headers.get("location", "/guidance").startswith("/guidance")
    for deed in ("roll-back", "keep-ours", "take-shipped", "withdraw", "discard", "checked", "return"):
        answer = await aki.sends(at(MENU, deed), language="xx", to="x", revision="9" * 40, seen="x", text="x" * 200_000)
        assert answer.status_code in {303, 422}, deed
    looked = await aki.sends("/guidance/looked", publication="x")
    assert looked.headers["location"] == "/guidance?refused=state"
    assert (await aki.sends(at(MENU))).headers["location"].endswith("done=same")
    assert (await aki.sends("/guidance/check", part="words", key="nothing")).status_code == 404


async def test_after_an_upgrade_both_texts_are_shown_and_staff_are_asked(
    site: StaffSite, aki: Colleague, ume: Colleague
) -> None:
    await changes(aki)
    await approves(ume)
    book = site.editor.editing.book
    async with book.work() as drafts:
        for one in await drafts.revisions():
            await drafts.update(type(one)(**{**vars(one), "shipped": hashed("what was shipped before")}))
    page = (await aki.opens(at(MENU))).text
    assert page.count("An upgrade brought another text") == 2
    assert NEW["en"] in page
    assert (await aki.sends(at(MENU, "keep-ours"), language="ja")).headers["location"].endswith("done=kept")
    assert (await aki.sends(at(MENU, "take-shipped"), language="en")).headers["location"].endswith("done=saved")
    assert (await aki.sends(at(MENU, "take-shipped"), language="en")).headers["location"].endswith("refused=state")
    assert (await aki.sends(at(MENU, "keep-ours"), language="ja")).headers["location"].endswith("refused=state")
    kept = await history(site)
    draft = kept.open(Language.EN)
    assert draft is not None
    assert draft.body == kept.shipped[Language.EN]
    assert (await people_see(site)) == NEW
    assert "guidance_kept" in await site.actions()
