"""Playing it through: the way to an entry as a person goes it, with the drafts in it, and nothing of it kept."""

import html
import re

import pytest

from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.revisions import Item, Part
from bot.language import Language
from bot.staff.editor.paths import entry_of, ways_to
from bot.staff.editor.sandbox import MOST_PRESSES
from tests.fakes.catalogues import shipped
from tests.staff.editor.editor_site import MENU, Room

PAPS = Item(part=Part.CONTACT, key="paps")


def bubbles(page: str) -> list[tuple[str, str]]:
    """Return who says what, in both languages one after the other."""
    found = re.findall(r'<article class="bubble bubble-(\w+).*?<div class="bubble-body">(.*?)</div>', page, re.DOTALL)
    return [(who, html.unescape(re.sub(r"<[^>]+>", " ", text)).strip()) for who, text in found]


def ways_on(page: str) -> list[str]:
    """Return where the buttons lead."""
    return [html.unescape(address) for address in re.findall(r'<a class="way" href="([^"]+)"', page)]


def wanted(page: str) -> int:
    return len(re.findall(r"bubble-wanted", page))


async def test_the_way_begins_at_the_topic_that_leads_there(room: Room) -> None:
    page = await room.page("/guidance/play?piece=words:step.police.minor")
    assert "The shortest way there" in page
    assert wanted(page) == 2
    said = bubbles(page)
    assert said[0][0] == "assistant"
    assert [who for who, _ in said].count("person") == 2 * 7
    assert "step.police.minor" in page


@pytest.mark.parametrize(
    "key", ["menu", "crisis.suicide", "police.online", "illegal.minor", "step.report.x.minor", "welcome"]
)
async def test_entries_are_reached_in_both_languages(room: Room, key: str) -> None:
    page = await room.page(f"/guidance/play?piece=words:{key}")
    assert wanted(page) == 2
    assert "No button leads there" not in page


@pytest.mark.parametrize("key", ["reply.greeting", "counsellor.joined", "step.report.named.adult"])
async def test_what_no_button_leads_to_is_said_at_once(room: Room, key: str) -> None:
    page = await room.page(f"/guidance/play?piece=words:{key}")
    assert "No button leads there" in page
    assert wanted(page) == 2
    assert "{" not in " ".join(text for _, text in bubbles(page))


async def test_drafts_are_in_it_and_people_do_not_see_them(room: Room) -> None:
    await room.drafted(MENU, Language.EN, "Drafted <words>.")
    await room.drafted(PAPS, None, as_text({**fields_of(room.editing.shipped.bodies(PAPS)[None]), "name_en": "Paps!"}))
    page = await room.page("/guidance/play?piece=words:menu")
    assert ("assistant", "Drafted <words>.") in bubbles(page)
    assert page.count("Draft</span>") == 1  # in English only
    assert "All drafts are in it" in page
    assert "Paps!" in await room.page("/guidance/play?piece=contact:paps")
    assert room.site.editor.live.words.text("menu", language=Language.EN) != "Drafted <words>."


async def test_a_fact_that_is_unfit_is_left_out(room: Room) -> None:
    fields = fields_of(room.editing.shipped.bodies(PAPS)[None])
    await room.drafted(PAPS, None, as_text({**fields, "name_en": "Paps!", "verified": "yesterday"}))
    page = await room.page("/guidance/play?piece=contact:paps")
    assert "Paps!" not in page
    assert "There are no drafts" in page


async def test_buttons_go_on_and_back_and_at_most_so_far(room: Room) -> None:
    page = await room.page("/guidance/play?piece=words:menu")
    first = ways_on(page)
    assert len(first) > 4
    further = await room.page(first[0])
    assert len(bubbles(further)) > len(bubbles(page))
    assert "2 of 30 presses" in further
    way = "&".join(["way=topic:help_menu"] * (MOST_PRESSES + 5))
    last = await room.page(f"/guidance/play?piece=words:menu&{way}")
    assert "30 of 30 presses" in last
    assert ways_on(last) == []
    assert len([who for who, _ in bubbles(last) if who == "person"]) == 2 * MOST_PRESSES


async def test_the_beginning_of_a_conversation_can_be_played_too(room: Room) -> None:
    page = await room.page("/guidance/play?piece=words:menu&way=")
    assert [who for who, _ in bubbles(page)] == ["assistant", "assistant"]


async def test_what_nobody_can_press_ends_the_play_there(room: Room) -> None:
    for way in ("do:delete", "say:no.such.entry", "nonsense", "topic:nothing", "call:everything", "language:en"):
        await room.page(f"/guidance/play?piece=words:menu&way=topic:help_menu&way={way}")
        await room.page(f"/guidance/play?piece=words:menu&way={way}")


@pytest.mark.parametrize("item", ["", "words:no.such", "nothing:menu", "words"])
async def test_what_is_not_there_is_not_played(room: Room, item: str) -> None:
    await room.page(f"/guidance/play?piece={item}", status=404)


SHOWN = {contact for entry in shipped().entries.values() for contact in entry.contacts}
UNUSED = next(contact for contact in shipped().contacts if contact not in SHOWN)


@pytest.mark.parametrize(("item", "page"), [("hours:hours", "hours/hours"), (f"contact:{UNUSED}", f"contact/{UNUSED}")])
async def test_what_no_entry_shows_has_its_own_page_only(room: Room, item: str, page: str) -> None:
    answer = await room.aki.opens(f"/guidance/play?piece={item}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/guidance/{page}")


async def test_nothing_of_it_is_kept(room: Room) -> None:
    before = await room.site.database.rows()
    await room.page("/guidance/play?piece=words:step.end")
    await room.page("/guidance/play?piece=words:out_of_scope")
    assert await room.site.database.rows() == before


def test_every_entry_and_every_button_is_shown_by_an_entry() -> None:
    catalogue = shipped()
    offered = {button for entry in catalogue.entries.values() for button in entry.buttons}
    for key in (*catalogue.entries, *(f"button.{button}" for button in offered)):
        assert entry_of(Item(part=Part.WORDS, key=key), catalogue) in catalogue.entries, key
    shown = {contact for entry in catalogue.entries.values() for contact in entry.contacts}
    for key in shown:
        assert entry_of(Item(part=Part.CONTACT, key=key), catalogue) in catalogue.entries, key


def test_steps_of_every_plan_are_found() -> None:
    catalogue = shipped()
    reached = [key for key in catalogue.entries if key.startswith("step.") and any(ways_to(key, catalogue))]
    left = [key for key in catalogue.entries if key.startswith("step.") and key not in reached]
    only_told = (
        "step.threat.record_near",
        "step.near",
        "step.made_only",
        "step.back_again",
        "step.child.tell",
    )  # who did it, that it is only made, that it came back, an age under 13: no button says so
    by_question = {"step.paps.then", "step.police.then"}
    assert all(".named." in key or key.startswith(only_told) or key in by_question for key in left), left
