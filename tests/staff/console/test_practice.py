"""Practice: made-up people who answer, in a room that nothing leads out of."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.conversation.model import Author, ConversationId, CounsellorId, Message, Share
from bot.language import Language
from bot.permissions import Role
from bot.staff.console.practice import IDLE, MOST_ROOMS, PracticeFull, PracticeRoom
from bot.store.database import metadata
from tests.fakes.staff import Colleague, StaffSite

CANARY = "kanaria-9f2c lantern"
CHAT = re.compile(r"/practice/chats/([0-9a-f]{32})/take")


@pytest.fixture
async def counsellor(site: StaffSite) -> Colleague:
    return await site.settled("mori", Role.COUNSELLOR)


async def inside(site: StaffSite, counsellor: Colleague) -> PracticeRoom:
    answer = await counsellor.sends("/practice/enter")
    assert (answer.status_code, answer.headers["location"]) == (303, "/practice/desk")
    room = site.rooms.of(CounsellorId(counsellor.id))
    assert isinstance(room, PracticeRoom)
    return room


async def first_waiting(room: PracticeRoom) -> ConversationId:
    return (await room.console.conversations.person.queue())[0].conversation


async def answered(room: PracticeRoom, conversation: ConversationId, *, more_than: int) -> Sequence[Message]:
    """Wait until somebody made up has said more than they had; the room's own news wake this up."""
    async with asyncio.timeout(10):
        async for _ in room.console.fanout.listen([conversation], beat=0.2):
            said = [
                one for one in await room.console.conversations.messages(conversation) if one.author is Author.PERSON
            ]
            if len(said) > more_than:
                return said
    raise AssertionError("the news have an end")


async def test_practice_begins_with_people_of_both_languages_who_wait(site: StaffSite, counsellor: Colleague) -> None:
    room = await inside(site, counsellor)
    waiting = await room.console.conversations.counsellor.waiting()
    assert 3 <= len(waiting) <= 4
    assert {current.language for _, current in waiting} == set(Language)
    assert {current.channel for _, current in waiting} == {"practice"}
    assert waiting[0][0].danger
    page = (await counsellor.opens("/practice/desk")).text
    assert "Practice: nobody real is here." in page
    assert len(CHAT.findall(page)) == len(waiting)
    assert "/practice/chats/" not in (await counsellor.opens("/desk")).text


async def test_somebody_made_up_answers_after_each_turn_and_then_falls_silent(
    site: StaffSite, counsellor: Colleague
) -> None:
    room = await inside(site, counsellor)
    conversation = await first_waiting(room)
    assert (await counsellor.sends(f"/practice/chats/{conversation}/take")).status_code == 303
    current = await room.console.conversations.get(conversation)
    assert current is not None
    person = next(one for one in room.people if one.danger and one.language is current.language)
    said = len(person.before)
    for bubbles in person.lines[:3]:
        await counsellor.sends(f"/practice/chats/{conversation}/messages", text=CANARY)
        told = await answered(room, conversation, more_than=said + len(bubbles) - 1)
        assert [message.text for message in told[said:]] == list(bubbles)
        said += len(bubbles)
    call = (await room.console.conversations.counsellor.taken())[0][0]
    assert call.seen_by_person > 0


async def test_what_a_person_did_not_share_is_not_seen_in_practice_either(
    site: StaffSite, counsellor: Colleague
) -> None:
    for _ in range(3):
        room = await inside(site, counsellor)
        for call, _current in await room.console.conversations.counsellor.waiting():
            shown = await room.console.conversations.messages(call.conversation, after=call.visible_from - 1)
            words = [message for message in shown if message.author is Author.PERSON]
            assert bool(words) == (call.share is Share.EVERYTHING)
        await counsellor.sends("/practice/leave")


async def test_nothing_of_practice_is_in_the_real_database_or_in_a_file(site: StaffSite, counsellor: Colleague) -> None:
    actions, rows = await site.actions(), await site.database.rows()
    room = await inside(site, counsellor)
    conversation = await first_waiting(room)
    at = f"/practice/chats/{conversation}"
    await counsellor.sends("/practice/desk/duty", most="3")
    await counsellor.sends(f"{at}/take")
    await counsellor.opens(at)
    await counsellor.sends(f"{at}/messages", text=CANARY)
    await counsellor.sends(f"{at}/notes", note=CANARY)
    await counsellor.sends(f"{at}/labels", label="at_risk")
    assert CANARY in (await counsellor.opens("/practice/desk")).text
    await counsellor.sends(f"{at}/close", outcome="guided")
    await counsellor.sends("/practice/desk/off")

    assert await site.actions() == actions
    assert await site.database.rows() == rows
    async with site.database.engine.begin() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(sa.select(table)):
                assert CANARY not in str(row)
                assert conversation not in str(row)
    for file in site.database.file.parent.rglob("*"):
        if file.is_file():
            assert CANARY.encode() not in file.read_bytes()
            assert conversation.encode() not in file.read_bytes()


async def test_a_chat_of_practice_is_none_on_the_real_console_and_the_other_way_round(
    site: StaffSite, counsellor: Colleague
) -> None:
    real = await site.services.begin()
    await site.console.conversations.person.call(real.id, share=Share.EVERYTHING)
    room = await inside(site, counsellor)
    made_up = await first_waiting(room)
    await counsellor.sends("/desk/duty", most="2")
    for at, other in (("", made_up), ("/practice", real.id)):
        for path in ("", "/messages", "/case"):
            assert (await counsellor.opens(f"{at}/chats/{other}{path}")).status_code in (404, 410)
        for deed in ("take", "messages", "notes", "hand-back", "close"):
            refused = await counsellor.sends(f"{at}/chats/{other}/{deed}", text="x", note="x", outcome="guided")
            assert refused.status_code >= 400, (at, deed)
    assert [call.conversation for call in await site.console.conversations.person.queue()] == [real.id]
    assert real.id not in {call.conversation for call in await room.console.conversations.person.queue()}


async def test_real_people_who_wait_are_counted_in_practice(site: StaffSite, counsellor: Colleague) -> None:
    await inside(site, counsellor)
    assert "Nobody is really waiting" in (await counsellor.opens("/practice/desk")).text
    real = await site.services.begin()
    await site.console.conversations.person.call(real.id, share=Share.NOTHING)
    for path in ("/practice/desk", "/practice", "/practice/really-waiting"):
        assert "1 person is really waiting" in (await counsellor.opens(path)).text


async def test_nobody_comes_into_the_room_of_a_colleague(site: StaffSite, counsellor: Colleague) -> None:
    room = await inside(site, counsellor)
    other = await site.settled("hara", Role.COUNSELLOR)
    assert (await other.opens("/practice/desk")).headers["location"] == "/practice"
    await inside(site, other)
    conversation = await first_waiting(room)
    assert (await other.opens(f"/practice/chats/{conversation}")).status_code == 410
    assert (await other.sends(f"/practice/chats/{conversation}/take")).status_code == 409


async def test_leaving_ends_the_room_and_the_next_one_has_other_people(site: StaffSite, counsellor: Colleague) -> None:
    first = {person.key for person in (await inside(site, counsellor)).people}
    assert (await counsellor.sends("/practice/leave")).headers["location"] == "/desk"
    assert (await counsellor.opens("/practice/desk")).headers["location"] == "/practice"
    assert {person.key for person in (await inside(site, counsellor)).people} != first


async def test_a_room_that_nobody_uses_ends(site: StaffSite, counsellor: Colleague) -> None:
    room = await inside(site, counsellor)
    site.clock.forward(IDLE + timedelta(seconds=1))
    await site.rooms.tidy()
    assert site.rooms.of(CounsellorId(counsellor.id)) is None
    assert all(talk.done() for talk in room.talks)


async def test_there_are_only_so_many_rooms(site: StaffSite, counsellor: Colleague) -> None:
    for number in range(MOST_ROOMS):
        await site.rooms.enter(CounsellorId(f"{number:032x}"))
    with pytest.raises(PracticeFull):
        await site.rooms.enter(CounsellorId("f" * 32))
    answer = await counsellor.sends("/practice/enter")
    assert answer.status_code == 503
    assert "Please try again later" in answer.text


async def test_without_a_room_the_console_of_practice_leads_to_its_beginning(counsellor: Colleague) -> None:
    assert (await counsellor.opens("/practice/desk")).headers["location"] == "/practice"
    assert "Begin to practise" in (await counsellor.opens("/practice")).text


def test_the_same_people_are_there_in_both_languages(site: StaffSite) -> None:
    people = site.rooms._people
    assert [person.key for person in people[Language.JA]] == [person.key for person in people[Language.EN]]
    assert any(person.danger for person in people[Language.JA])
    assert all(person.before and any(person.lines) and person.about for one in people.values() for person in one)
