"""Editors find the answers of questions, see which question each answers, change and publish them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import Item, Part
from bot.language import Language
from bot.permissions import Role
from bot.web.fanout import Fanout
from tests.fakes.database import sqlite_database
from tests.fakes.staff import open_staff_site
from tests.guidance.question_files import OWN, another, followed, put, question
from tests.staff.editor.editor_site import Room

KEY = "question.may_i_wait.any"
PLACE = f"/guidance/words/{KEY}"


@pytest.fixture
async def asked(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Room]:
    folder = tmp_path / "questions"
    put(folder, "here", may_i_wait=question(confirm=["lawyer"]), by_phone=another(say="cost", answers=None))
    async with sqlite_database(tmp_path) as database, Fanout().running() as fanout:
        site = open_staff_site(database, fanout=fanout, guidance=followed(folder, catalogue))
        yield Room(site=site, aki=await site.settled("aki", Role.EDITOR))
        await site.rooms.close()


async def test_the_answers_are_a_kind_of_their_own_in_the_list(asked: Room) -> None:
    page = await asked.page("/guidance?kind=questions&q=may_i_wait")
    assert PLACE in page
    assert 'href="/guidance/words/menu"' not in page
    assert PLACE in await asked.page("/guidance?q=Keep a record first")


async def test_the_page_of_an_answer_says_which_question_it_answers_and_what_it_must_do(asked: Room) -> None:
    page = await asked.page(PLACE)
    for shown in ("It answers the question", "may i just wait", "Waiting is allowed.", OWN["any"]["ja"]):
        assert shown in page
    assert "may i just wait, by phone" in await asked.page("/guidance/words/cost")


async def test_an_answer_can_be_played_and_waits_for_whoever_confirms_it(asked: Room) -> None:
    assert OWN["any"]["en"] in await asked.page(f"/guidance/play?piece=words:{KEY}")
    assert PLACE in await asked.page("/guidance/work")


async def test_a_published_answer_is_what_people_read(asked: Room) -> None:
    item = Item(part=Part.WORDS, key=KEY)
    await asked.published(item, {Language.JA: "待っていいです。", Language.EN: "You may wait."})
    live = asked.site.editor.live
    assert live.say(KEY, language=Language.JA).text == "待っていいです。"
    assert "You may wait." in await asked.page(PLACE)
