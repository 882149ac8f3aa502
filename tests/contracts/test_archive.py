"""What every archive of conversations keeps, finds and forgets."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, AssistantId, Author, Conversation, ConversationId, Message, Nonce, Say
from bot.conversation.ports import Archive
from bot.guidance.plan import Answers
from bot.language import Language
from tests.fakes.archive import MemoryArchive
from tests.fakes.clock import NOON
from tests.fakes.database import sqlite_database

LATER = NOON + timedelta(hours=24)


@pytest.fixture(params=["memory", "sqlite"])
async def archive(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Archive]:
    if request.param == "memory":
        yield MemoryArchive()
        return
    async with sqlite_database(tmp_path) as database:
        yield database.archive


def conversation(number: int = 1) -> Conversation:
    return Conversation(
        id=ConversationId(f"{number:032x}"),
        assistant_id=AssistantId(f"{number + 500:032x}"),
        channel="web",
        language=Language.JA,
        language_chosen=False,
        stage=Stage.ASSISTANT,
        answers=Answers(),
        asked="welcome",
        last_at=NOON,
    )


def address(number: int = 1) -> Address:
    return Address(f"web:{number}")


def wrote(text: str, *, seconds: int = 0) -> Message:
    at = NOON + timedelta(seconds=seconds)
    return Message(seq=0, author=Author.PERSON, at=at, text=text, answered=False)


def said(key: str) -> Message:
    say = Say(key=key, platform="x", buttons=("topic.doxxed", "plan.next"))
    return Message(seq=0, author=Author.ASSISTANT, at=NOON, say=say)


async def add(archive: Archive, number: int = 1) -> Conversation:
    new = conversation(number)
    async with archive.work() as records:
        await records.conversations.add(new, address=address(number), expires_at=LATER)
    return new


async def test_a_conversation_comes_back_as_it_was_kept(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        assert await records.conversations.get(new.id) == new
        assert await records.conversations.find(address()) == new


async def test_an_unknown_conversation_is_none(archive: Archive) -> None:
    async with archive.work() as records:
        assert await records.conversations.get(ConversationId("0" * 32)) is None
        assert await records.conversations.find(address(9)) is None
        assert await records.messages.read(ConversationId("0" * 32)) == []
        assert await records.messages.by_nonce(ConversationId("0" * 32), Nonce("nonce-1")) is None
        assert await records.conversations.forget(ConversationId("0" * 32)) == 0


async def test_a_new_state_replaces_the_old_one(archive: Archive) -> None:
    new = await add(archive)
    answers = Answers(topic="doxxed", age_in_image="under_18", platforms=("x", "5ch"), done=("record", "report:x"))
    after = replace(
        new,
        language=Language.EN,
        language_chosen=True,
        stage=Stage.WAITING,
        answers=answers,
        asked="ask.age",
        last_at=NOON + timedelta(minutes=5),
    )
    async with archive.work() as records:
        await records.conversations.update(after, expires_at=LATER)
    async with archive.work() as records:
        assert await records.conversations.get(new.id) == after


async def test_an_address_has_one_conversation_only(archive: Archive) -> None:
    await add(archive, 1)
    with pytest.raises(Exception, match=r".+"):
        async with archive.work() as records:
            await records.conversations.add(conversation(2), address=address(1), expires_at=LATER)
    async with archive.work() as records:
        assert await records.conversations.get(conversation(2).id) is None


async def test_messages_are_numbered_in_order_and_come_back_whole(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        first = await records.messages.append(new.id, [said("welcome")])
        second = await records.messages.append(new.id, [wrote("助けて\nhelp 😢")], nonce=Nonce("nonce-1"))
        third = await records.messages.append(new.id, [said("greet"), said("menu")])
        assert await records.messages.append(new.id, []) == []
    expected = [*first, *second, *third]
    assert [message.seq for message in expected] == [1, 2, 3, 4]
    async with archive.work() as records:
        assert list(await records.messages.read(new.id)) == expected
        assert list(await records.messages.read(new.id, after=2)) == list(third)


async def test_each_conversation_counts_for_itself(archive: Archive) -> None:
    one, two = await add(archive, 1), await add(archive, 2)
    async with archive.work() as records:
        await records.messages.append(one.id, [wrote("a")], nonce=Nonce("nonce-1"))
        other = await records.messages.append(two.id, [wrote("b")], nonce=Nonce("nonce-1"))
        assert [message.seq for message in other] == [1]
        assert [message.text for message in await records.messages.read(one.id)] == ["a"]
        assert await records.messages.by_nonce(two.id, Nonce("nonce-1")) == other[0]


async def test_a_message_is_found_by_its_nonce(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        kept = await records.messages.append(new.id, [wrote("a")], nonce=Nonce("nonce-1"))
        assert await records.messages.by_nonce(new.id, Nonce("nonce-1")) == kept[0]
        assert await records.messages.by_nonce(new.id, Nonce("nonce-2")) is None


async def test_a_nonce_is_taken_once(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        await records.messages.append(new.id, [wrote("a")], nonce=Nonce("nonce-1"))
    with pytest.raises(Exception, match=r".+"):
        async with archive.work() as records:
            await records.messages.append(new.id, [wrote("b")], nonce=Nonce("nonce-1"))
    async with archive.work() as records:
        assert [message.text for message in await records.messages.read(new.id)] == ["a"]


async def test_only_what_the_person_sent_after_a_moment_is_counted(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        await records.messages.append(new.id, [wrote("a", seconds=0), wrote("b", seconds=5), said("greet")])
        assert await records.messages.sent_since(new.id, NOON - timedelta(seconds=1)) == 2
        assert await records.messages.sent_since(new.id, NOON) == 1
        assert await records.messages.sent_since(new.id, NOON + timedelta(seconds=5)) == 0


async def test_an_answer_is_noted_once_for_everything_before_it(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        await records.messages.append(new.id, [wrote("a"), wrote("b"), wrote("c")])
        assert await records.messages.mark_answered(new.id, up_to=2) == 2
        assert await records.messages.mark_answered(new.id, up_to=2) == 0
        assert [message.answered for message in await records.messages.read(new.id)] == [True, True, False]
        assert await records.messages.mark_answered(new.id, up_to=3) == 1


async def test_unanswered_messages_are_found_when_they_are_old_enough(archive: Archive) -> None:
    one, two, three = await add(archive, 1), await add(archive, 2), await add(archive, 3)
    async with archive.work() as records:
        await records.messages.append(one.id, [wrote("a", seconds=0), wrote("b", seconds=1)])
        await records.messages.append(two.id, [wrote("c", seconds=60)])
        await records.messages.append(three.id, [wrote("d", seconds=0)])
        await records.messages.mark_answered(three.id, up_to=1)
    async with archive.work() as records:
        assert await records.messages.unanswered(before=NOON + timedelta(seconds=30)) == [one.id]
        assert await records.messages.unanswered(before=NOON - timedelta(seconds=1)) == []


async def test_forgetting_leaves_nothing_and_tells_how_much_there_was(archive: Archive) -> None:
    one, two = await add(archive, 1), await add(archive, 2)
    async with archive.work() as records:
        await records.messages.append(one.id, [wrote("a"), said("greet")], nonce=None)
        await records.messages.append(two.id, [wrote("b")])
        assert await records.conversations.forget(one.id) == 2
    async with archive.work() as records:
        assert await records.conversations.get(one.id) is None
        assert await records.conversations.find(address(1)) is None
        assert await records.messages.read(one.id) == []
        assert [message.text for message in await records.messages.read(two.id)] == ["b"]
        await records.conversations.add(conversation(1), address=address(1), expires_at=LATER)
        again = await records.messages.append(one.id, [said("welcome")])
        assert [message.seq for message in again] == [1]


async def test_a_conversation_is_due_from_its_time_on(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        assert await records.conversations.due(LATER - timedelta(seconds=1)) == []
        assert await records.conversations.due(LATER) == [new.id]
        await records.conversations.update(new, expires_at=LATER + timedelta(hours=1))
        assert await records.conversations.due(LATER) == []


async def test_what_the_assistant_has_to_forget_is_remembered_until_it_has(archive: Archive) -> None:
    async with archive.work() as records:
        await records.pending_erasures.add(AssistantId("a" * 32))
        await records.pending_erasures.add(AssistantId("b" * 32))
    async with archive.work() as records:
        assert sorted(await records.pending_erasures.all()) == ["a" * 32, "b" * 32]
        await records.pending_erasures.settle(AssistantId("a" * 32))
        await records.pending_erasures.settle(AssistantId("c" * 32))
    async with archive.work() as records:
        assert list(await records.pending_erasures.all()) == ["b" * 32]


async def test_a_failed_unit_of_work_leaves_everything_as_it_was(archive: Archive) -> None:
    new = await add(archive)

    async def half_done() -> None:
        async with archive.work() as records:
            await records.messages.append(new.id, [wrote("a")], nonce=Nonce("nonce-1"))
            await records.conversations.update(replace(new, stage=Stage.CLOSED), expires_at=LATER)
            await records.pending_erasures.add(new.assistant_id)
            raise RuntimeError("the power went out")

    with pytest.raises(RuntimeError):
        await half_done()
    async with archive.work() as records:
        assert await records.conversations.get(new.id) == new
        assert await records.messages.read(new.id) == []
        assert list(await records.pending_erasures.all()) == []


async def test_tidying_never_takes_what_is_still_kept(archive: Archive) -> None:
    new = await add(archive)
    async with archive.work() as records:
        await records.messages.append(new.id, [wrote("a")])
        await records.conversations.tidy(NOON + timedelta(days=40))
    async with archive.work() as records:
        assert await records.conversations.get(new.id) == new
        assert [message.text for message in await records.messages.read(new.id)] == ["a"]
