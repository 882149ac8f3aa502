"""What people did not find: numbers by topic and language, no small ones, the way to the entries."""

import re
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.conversation.case import Gap
from bot.permissions import Role
from bot.staff.console.suppression import Suppressed
from bot.staff.editor.gaps_pages import WEEK, told
from bot.store.counts import gaps as table
from tests.staff.editor.editor_site import Room

ROW = re.compile(r"<tr><th scope=\"row\">(.*?)</tr>", re.DOTALL)


async def counted(room: Room, gap: Gap, intent: str, number: int, *, back: int = 0, language: str = "ja") -> None:
    day = room.site.clock.now().date() - timedelta(days=back)
    row = {"on_day": day, "gap": gap.value, "intent": intent, "language": language, "number": number}
    async with room.site.database.engine.begin() as database:
        await database.execute(sa.insert(table).values(row))


def rows(page: str) -> list[list[str]]:
    """Return the cells of every line as text."""
    lines = [re.split(r"</t[hd]>", row) for row in ROW.findall(page)]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in line if cell.strip()] for line in lines]


async def test_numbers_are_told_by_topic_and_language_the_most_frequent_first(room: Room) -> None:
    await counted(room, Gap.NOT_UNDERSTOOD, "", 12)
    await counted(room, Gap.NOT_UNDERSTOOD, "", 20, back=20)
    await counted(room, Gap.NOT_UNDERSTOOD, "takedown_how", 7, language="en", back=1)
    await counted(room, Gap.NOT_UNDERSTOOD, "takedown_how", 99, language="en", back=30)
    found = rows(await room.page("/guidance/gaps"))
    assert found[0] == ["No topic was heard unclear", "Japanese", "32", "12", "12", *["0"] * 6]
    assert found[1][0].startswith("Getting it removed heard.takedown")
    assert found[1][1:5] == ["English", "7", "7", "0"]
    assert found[1][5] == "7"
    assert len(found) == 2


async def test_small_numbers_are_never_told(room: Room) -> None:
    await counted(room, Gap.UNANSWERED, "out_of_scope", 3)
    await counted(room, Gap.SECOND_CHOICE, "doxxed", 6, back=3)
    await counted(room, Gap.SECOND_CHOICE, "doxxed", 2)
    page = await room.page("/guidance/gaps")
    second, unanswered = rows(page)
    assert unanswered[2:5] == ["fewer than 5"] * 3
    assert second[2] == "8"
    assert second[4] == "fewer than 5"
    assert "6" not in second[3:]


def test_no_day_can_be_worked_out_from_the_others() -> None:
    today = date(2026, 11, 22)
    days = [today - timedelta(days=back) for back in range(WEEK)]
    found = told({days[0]: 9, days[1]: 3}, days)
    assert found["month"] == 12
    assert found[days[1].isoformat()] is Suppressed.FEW
    assert found[days[0].isoformat()] is Suppressed.LEFT_OUT


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AUDITOR])
async def test_who_sees_statistics_sees_the_numbers_and_no_way_to_the_editor(room: Room, role: Role) -> None:
    await counted(room, Gap.NOT_UNDERSTOOD, "doxxed", 8)
    colleague = await room.site.settled("ume", role)
    page = (await colleague.opens("/statistics/gaps")).text
    assert rows(page)[0][:3] == ["Name or address is out", "Japanese", "8"]
    assert "/guidance/words" not in page
    assert (await colleague.opens("/guidance/gaps")).status_code == 403


async def test_without_any_the_page_says_so(room: Room) -> None:
    page = await room.page("/guidance/gaps")
    assert page.count("Nothing of that kind was counted") == len(Gap)
