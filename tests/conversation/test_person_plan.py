"""A person ticks their plan: it is kept with the conversation, what next goes by it, and it is erased with it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation.errors import ConversationGone, StepGone
from bot.conversation.model import Conversation, Understanding
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Tick
from tests.fakes.assistant import reply
from tests.fakes.database import Database, sqlite_database
from tests.fakes.services import FakeServices, fake_services, keys
from understanding.reading import DONE, Reading


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with sqlite_database(tmp_path) as opened:
        yield opened


@pytest.fixture
def services(catalogue: Catalogue, database: Database) -> FakeServices:
    return fake_services(catalogue, archive=database.archive)


async def with_a_plan(services: FakeServices) -> Conversation:
    slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["instagram"]}
    services.assistant.otherwise = reply("plan.next", intent="report_deepfake", slots=slots)
    conversation = await services.begin()
    await services.write(conversation, "写真を加工されて載せられました")
    return await services.state(conversation.id)


async def ticks(services: FakeServices, conversation: Conversation) -> dict[str, str]:
    return dict((await services.state(conversation.id)).answers.ticks)


async def test_who_has_told_nothing_has_no_plan(services: FakeServices) -> None:
    conversation = await services.begin()
    assert services.conversations.plan.of(conversation) is None
    with pytest.raises(StepGone):
        await services.conversations.plan.tick(conversation.id, "record", Tick.DONE)


async def test_a_tick_is_kept_and_changed_and_taken_away(services: FakeServices) -> None:
    conversation, plan = await with_a_plan(services), services.conversations.plan
    await plan.tick(conversation.id, "record", Tick.DONE)
    await plan.tick(conversation.id, "hash", Tick.NOT_FOR_ME)
    assert await ticks(services, conversation) == {"record": "done", "hash": "not_for_me"}
    after = await plan.tick(conversation.id, "record", Tick.OPEN)
    progress = plan.of(after)
    assert progress is not None
    assert (progress.settled, progress.first_open) == (0, "record")


async def test_what_next_goes_by_the_ticks(services: FakeServices) -> None:
    conversation = await with_a_plan(services)
    await services.conversations.plan.tick(conversation.id, "report:instagram", Tick.DONE)
    assert keys(await services.press(conversation, "plan:next")) == ["ask.file_on_device"]


async def test_after_what_did_not_work_the_next_way_is_said(services: FakeServices) -> None:
    conversation = await with_a_plan(services)
    await services.conversations.plan.tick(conversation.id, "report:instagram", Tick.DID_NOT_WORK)
    assert keys(await services.press(conversation, "plan:next")) == ["step.refused"]


async def test_who_says_that_it_is_done_ticks_the_step_that_was_said_last(services: FakeServices) -> None:
    conversation = await with_a_plan(services)
    said = reply("plan.next", intent="affirm")
    reading = Reading(answer=DONE, language="ja")
    services.assistant.otherwise = replace(said, understood=Understanding(reading=reading))
    turn = await services.write(conversation, "できました")
    assert keys(turn) == ["step.report.instagram.adult"]
    assert await ticks(services, conversation) == {"record": "done"}


async def test_a_step_that_the_plan_does_not_have_cannot_be_ticked(services: FakeServices) -> None:
    conversation = await with_a_plan(services)
    for name in ("report:x", "end", "", "no_such_step", "x" * 400):
        with pytest.raises(StepGone):
            await services.conversations.plan.tick(conversation.id, name, Tick.DONE)
    assert await ticks(services, conversation) == {}


async def test_a_tick_keeps_the_chat_no_longer_than_its_last_message(services: FakeServices) -> None:
    conversation = await with_a_plan(services)
    services.clock.forward(timedelta(hours=23))
    await services.conversations.plan.tick(conversation.id, "record", Tick.DONE)
    services.clock.forward(timedelta(hours=1))
    assert await services.conversations.erasure.sweep() == 1


async def test_ticks_are_erased_with_the_chat(services: FakeServices, database: Database) -> None:
    conversation = await with_a_plan(services)
    await services.conversations.plan.tick(conversation.id, "record", Tick.DONE)
    await services.conversations.erasure.forget(conversation.id)
    assert (await database.rows())["conversations"] == 0
    with pytest.raises(ConversationGone):
        await services.conversations.plan.tick(conversation.id, "record", Tick.DONE)


async def test_a_chat_that_begins_again_has_no_ticks_of_before(services: FakeServices) -> None:
    first = await with_a_plan(services)
    await services.conversations.plan.tick(first.id, "record", Tick.DONE)
    assert await ticks(services, await with_a_plan(services)) == {}
