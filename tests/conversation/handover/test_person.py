"""How long one waits is said honestly: from what others waited, as a range, or not at all."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.case import Count
from bot.conversation.handover.person import ENOUGH_WAITS, typical_wait
from bot.conversation.model import Counsellor, CounsellorId
from tests.fakes.archive import MemoryArchive
from tests.fakes.services import FakeServices

SATO = Counsellor(id=CounsellorId("sato"), name="Sato")


def counted(services: FakeServices) -> dict[str, int]:
    assert isinstance(services.archive, MemoryArchive)
    return {what.value: number for (what, *_), number in services.archive.shelves.counted.items()}


async def waited(services: FakeServices, minutes: int) -> None:
    conversation = await services.begin()
    await services.press(conversation, "call:nothing")
    services.clock.forward(timedelta(minutes=minutes))
    await services.conversations.counsellor.take(conversation.id, SATO, most=99)


async def test_too_few_waits_say_nothing(services: FakeServices) -> None:
    for _ in range(ENOUGH_WAITS - 1):
        await waited(services, 3)
    conversation = await services.begin()
    turn = await services.press(conversation, "call:nothing")
    position = await services.conversations.person.queue_position(conversation.id)
    assert (position.place, position.minutes) == (1, None)
    assert [message.say.minutes for message in turn.messages if message.say] == [()]


async def test_a_range_comes_from_the_waits_of_the_last_days_and_old_ones_are_forgotten(services: FakeServices) -> None:
    for minutes in (2, 4, 6, 12, 14, 40):
        await waited(services, minutes)
    conversation = await services.begin()
    turn = await services.press(conversation, "call:nothing")
    assert (await services.conversations.person.queue_position(conversation.id)).minutes == (1, 15)
    assert [message.say.minutes for message in turn.messages if message.say] == [(1, 15)]
    services.clock.forward(timedelta(days=9))
    assert (await services.conversations.person.queue_position(conversation.id)).minutes is None


async def test_who_left_a_message_makes_no_wait_look_long(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.press(conversation, "call:message_everything")
    services.clock.forward(timedelta(hours=20))
    await services.conversations.counsellor.take(conversation.id, SATO, most=9)
    async with services.archive.work() as records:
        assert list(await records.counts.waits(since=services.clock.now() - timedelta(days=7))) == []


@given(st.lists(st.integers(min_value=0, max_value=86_400), min_size=ENOUGH_WAITS, max_size=60))
def test_a_range_is_never_empty_never_nothing_and_holds_the_middle(waits: list[int]) -> None:
    found = typical_wait(waits)
    assert found is not None
    low, high = found
    middle = sorted(waits)[len(waits) // 2] / 60
    assert 1 <= low < high
    assert low <= max(middle, 1)
    assert high >= min(middle, high)
    assert high % 5 == 0


@pytest.mark.parametrize("number", range(ENOUGH_WAITS))
def test_fewer_waits_than_enough_are_none(number: int) -> None:
    assert typical_wait([60] * number) is None


async def test_moves_are_counted_once_each_and_calling_again_is_no_second_call(services: FakeServices) -> None:
    first, second, third = [await services.begin() for _ in range(3)]
    for conversation in (first, second, third):
        await services.press(conversation, "call:everything")
    await services.press(first, "call:summary")
    await services.press(first, "call:give_up")
    await services.conversations.counsellor.take(second.id, SATO, most=9)
    await services.press(second, "call:end")
    assert counted(services) == {"called": 3, "given_up": 1, "taken": 1, "ended_by_person": 1}
    assert Count.CALLED.value == "called"
