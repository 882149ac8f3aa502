"""The plan on a page of its own: read, ticked, and never in the way of safety."""

import html
import re

import httpx

from tests.fakes.assistant import reply
from tests.fakes.public_site import Public, Visit
from tests.journeys.words import entry, label
from understanding.reading import CLEAR, Danger

TOLD = {"ja": "裸にされた写真がインスタにあります", "en": "there is a fake nude of me on instagram"}
SCARED = {"ja": "もう死にたい", "en": "i want to die"}


async def with_a_plan(visitor: Visit, *, age: str = "adult") -> Visit:
    slots = {"topic": "report_deepfake", "age_in_image": age, "platform": ["instagram"]}
    visitor.public.services.assistant.otherwise = reply("plan.next", intent="report_deepfake", slots=slots)
    await visitor.writes(TOLD[visitor.language])
    return visitor


async def ticks(visitor: Visit, step: str, tick: str) -> httpx.Response:
    return await visitor.sends("/plan", step=step, tick=tick)


def count(visitor: Visit, settled: int, total: int) -> str:
    words = label("%(settled)s of %(total)s", visitor.language)
    return words.replace("%(settled)s", str(settled)).replace("%(total)s", str(total))


def steps(page: str) -> list[str]:
    return re.findall(r'name="step" value="([^"]+)"', page)


async def test_who_has_told_nothing_yet_is_told_how_a_plan_comes_to_be(visitor: Visit) -> None:
    page = html.unescape(await visitor.page("/plan"))
    assert label("There is no plan yet", visitor.language) in page
    assert "050-3177-5432" in page
    assert 'id="plan-strip"' in await visitor.page()
    assert "plan-pill" not in await visitor.page()


async def test_the_whole_plan_is_on_the_page_with_the_words_of_every_step(visitor: Visit) -> None:
    await with_a_plan(visitor)
    page = html.unescape(await visitor.page("/plan"))
    assert steps(page)[:3] == ["record", "report:instagram", "hash"]
    for key in ("step.record.adult", "step.police"):
        assert entry(key, visitor.language)[:20] in page
    assert TOLD[visitor.language] not in page
    assert "{" not in re.sub(r"<script.*?</script>", "", page)


async def test_a_tick_is_kept_and_seen_on_the_page_and_in_the_chat(visitor: Visit) -> None:
    await with_a_plan(visitor)
    total = len(steps(await visitor.page("/plan")))
    answer = await ticks(visitor, "report:instagram", "done")
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan#step-2")
    assert count(visitor, 1, total) in await visitor.page("/plan")
    assert count(visitor, 1, total) in await visitor.page()
    assert count(visitor, 1, total) in await visitor.page("/messages?after=2")
    await ticks(visitor, "report:instagram", "open")
    assert count(visitor, 0, total) in await visitor.page("/plan")


async def test_what_did_not_work_names_the_next_way(visitor: Visit) -> None:
    await with_a_plan(visitor)
    await ticks(visitor, "report:instagram", "did_not_work")
    page = html.unescape(await visitor.page("/plan"))
    assert steps(page)[1:3] == ["report:instagram", "refused"]
    way = label("What you can do instead, on this page too: %(title)s", visitor.language).partition("%")[0]
    assert way in page


async def test_a_question_of_the_plan_is_answered_from_the_page(visitor: Visit) -> None:
    await with_a_plan(visitor)
    assert 'value="answer:file_on_device=yes"' in await visitor.page("/plan")
    visitor.public.services.assistant.otherwise = "not reachable"
    answer = await visitor.presses("answer:file_on_device=yes")
    assert answer.headers["location"] == "/#end"
    assert (await visitor.chat()).answers.file_on_device == "yes"


async def test_a_step_that_depends_on_the_age_asks_for_it(visitor: Visit) -> None:
    await with_a_plan(visitor, age="")
    page = await visitor.page("/plan")
    assert entry("step.hash.careful", visitor.language)[:20] in html.unescape(page)
    assert 'value="answer:age_in_image=under_18"' in page


async def test_it_is_saved_as_plain_words_that_lead_back_to_nothing_here(visitor: Visit) -> None:
    assert (await visitor.opens("/plan/file")).headers["location"] == "/plan"
    await with_a_plan(visitor)
    await ticks(visitor, "record", "done")
    answer = await visitor.opens("/plan/file")
    assert answer.headers["content-disposition"] == 'attachment; filename="notes.html"'
    page = html.unescape(answer.text)
    assert entry("step.police", visitor.language)[:20] in page
    assert label("Done", visitor.language) in page
    assert "050-3177-5432" in page
    assert not re.search(r"<(script|link|style|form|img|svg|iframe)|style=|token|/static", page)
    assert TOLD[visitor.language] not in page
    assert "/plan" not in page


async def test_a_step_that_is_gone_changes_nothing_and_is_said_kindly(visitor: Visit) -> None:
    await with_a_plan(visitor)
    for step, tick in (("no_such_step", "done"), ("record", "strange"), ("", "")):
        answer = await ticks(visitor, step, tick)
        assert answer.status_code == 409
        words = "That step is no longer part of your plan, so nothing was ticked. What you see below is your plan as it is now."
        assert label(words, visitor.language) in html.unescape(answer.text)
    assert (await visitor.chat()).answers.ticks == {}


async def test_a_ticked_step_that_left_the_plan_is_named(visitor: Visit) -> None:
    await with_a_plan(visitor)
    await ticks(visitor, "report:instagram", "done")
    moved = {"platform": ["x"], "corrected": ["platform"]}
    visitor.public.services.assistant.otherwise = reply("plan.next", intent="report_deepfake", slots=moved)
    await visitor.writes({"ja": "いや、Xでした", "en": "no wait, it was X"}[visitor.language])
    page = html.unescape(await visitor.page("/plan"))
    assert "report:instagram" not in steps(page)
    assert label("You ticked this before, and it is not part of your plan any more: %(titles)s. There is nothing you need to do about it.", visitor.language).partition("%")[0] in page  # fmt: skip


async def test_while_somebody_may_be_in_danger_the_numbers_come_first(visitor: Visit) -> None:
    await with_a_plan(visitor)
    danger = Danger(level=CLEAR, kind="crisis_suicide")
    visitor.public.services.assistant.otherwise = reply(intent="crisis_suicide", danger=danger)
    await visitor.writes(SCARED[visitor.language])
    page = await visitor.page("/plan")
    assert page.index('href="tel:119"') < page.index('name="step"')
    assert "plan-pill" not in await visitor.page()


async def test_a_page_that_is_older_than_the_chat_meets_the_end_kindly(visitor: Visit, public: Public) -> None:
    await with_a_plan(visitor)
    await public.services.conversations.erasure.forget((await visitor.chat()).id)
    assert (await ticks(visitor, "record", "done")).status_code == 410
    assert label("There is no plan yet", visitor.language) in html.unescape(await visitor.page("/plan"))
    assert (await visitor.opens("/messages")).status_code == 410
