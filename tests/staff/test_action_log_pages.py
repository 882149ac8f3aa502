"""The action log as auditors read it: in pages, by action, and checked."""

import re

import pytest
import sqlalchemy as sa

from bot.action_log import Action
from bot.permissions import Role
from bot.staff.action_log_pages import PAGE
from bot.staff.labels import ACTIONS
from tests.fakes.staff import Colleague, StaffSite

NUMBER = re.compile(r'<tr><td class="number">(\d+)</td>')


@pytest.fixture
async def reader(site: StaffSite) -> Colleague:
    return await site.settled("reader", Role.AUDITOR)


def numbers(page: str) -> list[int]:
    return [int(number) for number in NUMBER.findall(page)]


async def test_pages_lead_from_the_newest_to_the_first(site: StaffSite, reader: Colleague) -> None:
    async with site.staff.book.work() as records:
        for _ in range(2 * PAGE):
            await records.log.append(Action.SIGNED_OUT, by=reader.id, at=site.clock.now())
    page, seen = (await reader.opens("/log")).text, []
    while True:
        seen += numbers(page)
        older = re.findall(r'href="(/log\?action=&amp;before=\d+)"', page)
        if not older:
            break
        page = (await reader.opens(older[0].replace("&amp;", "&"))).text
    assert seen == list(range(seen[0], 0, -1))
    assert len(seen) > 2 * PAGE


async def test_one_action_can_be_looked_at_alone(reader: Colleague) -> None:
    page = (await reader.opens("/log?action=staff_added")).text
    assert numbers(page) == [1]
    assert "Command line" in page
    assert numbers((await reader.opens("/log?action=code_used")).text) == []
    assert numbers((await reader.opens("/log?action=nonsense")).text)


@pytest.mark.parametrize("query", ["before=0", "before=x", "before=-1", "before=99999999999"])
async def test_a_number_that_is_none_is_refused_calmly(reader: Colleague, query: str) -> None:
    answer = await reader.opens(f"/log?{query}")
    assert answer.status_code == 400
    assert "There is no such page" in answer.text


async def test_checking_says_that_all_is_well_or_names_what_is_not(site: StaffSite, reader: Colleague) -> None:
    assert "all unchanged and without a gap" in (await reader.sends("/log/verify")).text
    async with site.database.engine.begin() as connection:
        await connection.execute(sa.text("DROP TRIGGER action_log_no_update"))
        await connection.execute(sa.text("UPDATE action_log SET action = 'made_up' WHERE number = 2"))
    page = (await reader.sends("/log/verify")).text
    assert "number 2." in page
    assert 2 not in numbers(page)


async def test_reading_and_checking_are_written_down(site: StaffSite, reader: Colleague) -> None:
    await reader.opens("/log")
    await reader.sends("/log/verify")
    assert (await site.actions())[-2:] == ["log_read", "log_verified"]


def test_every_action_has_a_name() -> None:
    assert set(ACTIONS) == set(Action)
