"""How long one waits is said honestly: from what others waited, as a range, or not at all."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.case import Count
from bot.conversation.handover.person import ENOUGH_WAITS, typical_wait
from bot.conversation.model import Counsellor, CounsellorId
from tests.fakes.archive import MemoryArchive
from tests.fakes.house import Services

SATO = Counsellor(id=CounsellorId("sato"), name="Sato")


def counted(home: Services) -> dict[str, int]:
    assert isinstance(home.archive, MemoryArchive)
    return {what.value: number for (what, *_), number in home.archive.shelves.counted.items()}


async def waited(home: Services, minutes: int) -> None:
    conversation = await home.begin()
    await home.press(conversation, "call:nothing")
    home.clock.forward(timedelta(minutes=minutes))
    await home.conversations.counsellor.take(conversation.id, SATO, most=99)


async def test_too_few_waits_say_nothing(home: Services) -> None:
    for _ in range(ENOUGH_WAITS - 1):
        await waited(home, 3)
    conversation = await home.begin()
    turn = await home.press(conversation, "call:nothing")
    standing = await home.conversations.person.queue_position(conversation.id)
    assert (standing.place, standing.minutes) == (1, None)
    assert [message.say.minutes for message in turn.messages if message.say] == [()]


async def test_a_range_comes_from_the_waits_of_the_last_days_and_old_ones_are_forgotten(home: Services) -> None:
    for minutes in (2, 4, 6, 12, 14, 40):
        await waited(home, minutes)
    conversation = await home.begin()
    turn = await home.press(conversation, "call:nothing")
    assert (await home.conversations.person.queue_position(conversation.id)).minutes == (1, 15)
    assert [message.say.minutes for message in turn.messages if message.say] == [(1, 15)]
    home.clock.forward(timedelta(days=9))
    assert (await home.conversations.person.queue_position(conversation.id)).minutes is None


async def test_who_left_a_message_makes_no_wait_look_long(home: Services) -> None:
    conversation = await home.begin()
    await home.press(conversation, "call:message_everything")
    home.clock.forward(timedelta(hours=20))
    await home.conversations.counsellor.take(conversation.id, SATO, most=9)
    async with home.archive.work() as records:
        assert list(await records.counts.waits(since=home.clock.now() - timedelta(days=7))) == []


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


async def test_moves_are_counted_once_each_and_calling_again_is_no_second_call(home: Services) -> None:
    first, second, third = [await home.begin() for _ in range(3)]
    for conversation in (first, second, third):
        await home.press(conversation, "call:everything")
    await home.press(first, "call:summary")
    await home.press(first, "call:give_up")
    await home.conversations.counsellor.take(second.id, SATO, most=9)
    await home.press(second, "call:end")
    assert counted(home) == {"called": 3, "given_up": 1, "taken": 1, "ended_by_person": 1}
    assert Count.CALLED.value == "called"
