"""The work list: everything that waits for an editor stands there, with the way to its page, and nothing else."""

import re
from datetime import timedelta

from bot.guidance.approval import Actor
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.revisions import EditorId, Item, Part, Significance
from bot.language import Language
from tests.staff.editor.editor_site import MENU, OTHER, Room

PAPS = Item(part=Part.CONTACT, key="paps")


def parts(page: str) -> dict[str, list[str]]:
    """Return the addresses below each heading."""
    found = {}
    for section in re.findall(r"<section.*?</section>", page, re.DOTALL):
        (name,) = re.findall(r'aria-labelledby="([a-z_]+)"', section)
        found[name] = re.findall(r'<a class="row[^"]*" href="([^"]+)"', section)
    return found


async def test_at_first_only_what_paps_has_to_confirm_waits(room: Room) -> None:
    found = parts(await room.page("/guidance/work"))
    assert set(found) == {"unconfirmed"}
    assert "/guidance/words/human" in found["unconfirmed"]
    for key in (address.removeprefix("/guidance/words/") for address in found["unconfirmed"]):
        assert "o be confirmed by " in " ".join(room.site.editor.live.entries[key].note.split())


async def test_drafts_reviews_and_translations_that_fell_behind_wait(room: Room) -> None:
    await room.published(MENU, {Language.JA: "なにを知りたいですか。"})
    await room.drafted(Item(part=Part.WORDS, key="greet"), Language.EN, "Hello.")
    await room.drafted(Item(part=Part.WORDS, key="button.plan.next"), Language.EN, "Go on", submit=True)
    found = parts(await room.page("/guidance/work"))
    assert found["draft"] == ["/guidance/words/greet"]
    assert found["in_review"] == ["/guidance/words/button.plan.next"]
    assert found["out_of_date"] == ["/guidance/words/menu"]


async def test_facts_that_are_overdue_or_unverified_wait(room: Room) -> None:
    fields = fields_of(room.editing.shipped.bodies(PAPS)[None])
    await room.published(PAPS, {None: as_text({**fields, "mark": "unverified"})})
    found = parts(await room.page("/guidance/work"))
    assert found["unverified"] == ["/guidance/contact/paps"]
    assert "overdue" not in found
    room.site.clock.forward(timedelta(days=400))
    await room.aki.signs_in()
    overdue = parts(await room.page("/guidance/work"))["overdue"]
    assert {"/guidance/contact/paps", "/guidance/link/x_report"} <= set(overdue)


async def test_an_emergency_publication_waits_until_somebody_else_has_looked(room: Room) -> None:
    one = await room.drafted(MENU, Language.EN, "Read this first.", submit=True, significance=Significance.TYPO)
    out = await room.editing.publish([one.id], by=OTHER, is_emergency=True)
    assert parts(await room.page("/guidance/work"))["emergency"] == ["/guidance/words/menu"]
    await room.editing.review_emergency(out.id, by=Actor(id=EditorId("d" * 32)))
    assert "emergency" not in parts(await room.page("/guidance/work"))


async def test_the_page_speaks_japanese_too(room: Room) -> None:
    await room.aki.sends("/language", lang="ja", back="/")
    page = await room.page("/guidance/work")
    assert "確認を待っているもの" in page
    assert "To be confirmed</h2>" not in page
