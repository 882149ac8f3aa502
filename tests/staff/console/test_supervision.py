"""A supervisor acts: whispers that the person never sees, chats taken over or given on, help that is called for; all logged."""

import re

import httpx
import pytest

from bot.conversation.model import Author, Conversation
from bot.language import Language
from bot.permissions import Role
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls
from tests.staff.console.steps import asks, does, takes

WHISPER = "ask whether the door is locked"
WORDS = "they told me he is outside"
_HELP = re.compile(r'data-help="([^"]*)"')


@pytest.fixture
async def kanda(site: StaffSite) -> Colleague:
    return await site.settled("kanda", Role.SUPERVISOR)


@pytest.fixture
async def chat(aoi: Colleague, somebody_calls: Calls) -> Conversation:
    found = await somebody_calls(WORDS, language=Language.EN)
    await takes(aoi, found)
    return found


async def acts(supervisor: Colleague, chat: Conversation, deed: str, **fields: str) -> httpx.Response:
    return await supervisor.sends(f"/supervise/chats/{chat.id}/{deed}", reason="safety", **fields)


async def log_of(site: StaffSite, *actions: str) -> list[tuple[str, str, str]]:
    async with site.staff.book.work() as records:
        entries = await records.log.entries(most=1000)
    return [(one.action.value, one.staff, one.reason) for one in reversed(entries) if one.action.value in actions]


async def told(site: StaffSite, chat: Conversation) -> list[str]:
    messages = await site.console.conversations.messages(chat.id)
    return [message.say.key if message.say else message.text for message in messages]


async def test_a_whisper_is_read_by_the_counsellor_alone(
    site: StaffSite, aoi: Colleague, kanda: Colleague, chat: Conversation
) -> None:
    before = await told(site, chat)
    answer = await acts(kanda, chat, "whisper", whisper=WHISPER)
    assert "Whispered. Only the counsellor sees it." in answer.text
    for path in (f"/chats/{chat.id}/case", f"/chats/{chat.id}"):
        fragment = (await asks(aoi, path)).text
        assert WHISPER in fragment
        assert "Kanda whispers:" in fragment
    assert 'data-whispers="1"' in (await asks(aoi, f"/chats/{chat.id}/messages")).text
    assert await told(site, chat) == before
    assert await log_of(site, "chat_whispered") == [("chat_whispered", kanda.id, "")]


async def test_a_whisper_is_encrypted_and_goes_when_the_chat_goes(
    site: StaffSite, kanda: Colleague, chat: Conversation
) -> None:
    await acts(kanda, chat, "whisper", whisper=WHISPER)
    files = site.database.file.parent.glob(f"{site.database.file.name}*")
    assert not any(WHISPER.encode() in file.read_bytes() for file in files)
    assert (await site.database.rows())["case_notes"] == 1
    await site.console.conversations.erasure.forget(chat.id)
    assert (await site.database.rows())["case_notes"] == 0


async def test_a_supervisor_on_duty_takes_a_chat_over_and_the_person_is_told_who_answers(
    site: StaffSite, aoi: Colleague, kanda: Colleague, chat: Conversation
) -> None:
    refused = await acts(kanda, chat, "assign", to="")
    assert refused.status_code == 409
    assert "Please come on duty first" in refused.text
    await kanda.sends("/desk/duty", most="1")
    taken = await acts(kanda, chat, "assign", to="")
    assert taken.headers["location"] == f"/desk#chat-{chat.id}"
    assert WORDS in (await kanda.opens("/desk")).text
    gone = await asks(aoi, f"/chats/{chat.id}/messages")
    assert (gone.status_code, "A colleague has this chat now." in gone.text) == (410, True)
    assert (await told(site, chat))[-1] == "counsellor.joined"
    assert await log_of(site, "chat_assigned") == [("chat_assigned", kanda.id, kanda.id)]


async def test_a_supervisor_gives_a_chat_to_somebody_who_is_there_and_has_room(
    site: StaffSite, kanda: Colleague, ben: Colleague, chat: Conversation, somebody_calls: Calls
) -> None:
    await ben.opens("/desk")  # a sign of life
    offers = (await kanda.sends(f"/supervise/chats/{chat.id}", reason="safety")).text
    assert "Ben (EN, JA) – 2 places free" in offers
    for _ in range(2):
        await takes(ben, await somebody_calls("あ"))
    full = await acts(kanda, chat, "assign", to=ben.id)
    assert (full.status_code, "as many chats as they can take now" in full.text) == (409, True)
    await ben.sends("/desk/duty", most="3")
    assert "The chat was given on." in (await acts(kanda, chat, "assign", to=ben.id)).text
    assert WORDS in (await ben.opens("/desk")).text
    away = await acts(kanda, chat, "assign", to="0" * 32)
    assert (away.status_code, "not on duty any more" in away.text) == (409, True)
    assert await log_of(site, "chat_assigned") == [("chat_assigned", kanda.id, ben.id)]


async def test_who_calls_for_help_is_seen_by_supervisors_until_it_is_well(
    site: StaffSite, aoi: Colleague, ben: Colleague, kanda: Colleague, chat: Conversation
) -> None:
    assert (await does(aoi, f"/chats/{chat.id}/help", wanted="yes")).status_code == 204
    assert (await does(aoi, f"/chats/{chat.id}/help", wanted="yes")).status_code == 204  # pressed twice
    assert "Help is called." in (await asks(aoi, f"/chats/{chat.id}/messages")).text
    assert _HELP.findall((await kanda.opens("/supervise/now")).text) == [chat.id]
    assert _HELP.findall((await asks(kanda, "/desk/rail")).text) == [chat.id]
    assert _HELP.findall((await asks(ben, "/desk/rail")).text) == [""]
    assert WORDS not in (await kanda.opens("/supervise/now")).text
    await does(aoi, f"/chats/{chat.id}/help", wanted="no")
    assert _HELP.findall((await kanda.opens("/supervise/now")).text) == [""]
    assert await log_of(site, "help_asked", "help_ended") == [
        ("help_asked", aoi.id, ""),
        ("help_ended", aoi.id, ""),
    ]


async def test_whoever_has_no_right_to_it_does_none_of_it(
    site: StaffSite, ben: Colleague, kanda: Colleague, chat: Conversation, somebody_calls: Calls
) -> None:
    for deed in ("whisper", "assign"):
        assert (await acts(ben, chat, deed, whisper=WHISPER, to=ben.id)).status_code == 403
    assert (await does(ben, f"/chats/{chat.id}/help", wanted="yes")).status_code == 409
    waits = await somebody_calls("あ")
    for deed in ("whisper", "assign"):
        assert (await acts(kanda, waits, deed, whisper=WHISPER, to=ben.id)).status_code == 410
    assert (await acts(kanda, chat, "whisper", whisper="  ")).status_code == 409
    assert await log_of(site, "chat_whispered", "chat_assigned", "help_asked") == []


async def test_a_chat_given_back_to_the_queue_tells_the_next_one_why(
    site: StaffSite, aoi: Colleague, ben: Colleague, chat: Conversation
) -> None:
    refused = await does(aoi, f"/chats/{chat.id}/requeue", because=" ")
    assert refused.status_code == 409
    because = "my shift ends; she waits for a call of the school"
    assert (await does(aoi, f"/chats/{chat.id}/requeue", because=because)).status_code == 204
    assert (await told(site, chat))[-1] == "counsellor.lost.waiting"
    assert because not in (await asks(ben, "/desk/rail")).text
    await takes(ben, chat)
    pane = (await asks(ben, f"/chats/{chat.id}")).text
    assert "Handed to you because:" in pane
    assert pane.count(because) == 2  # at the top of the chat, and among the notes
    assert await log_of(site, "chat_requeued") == [("chat_requeued", aoi.id, "")]
    said = await site.console.conversations.messages(chat.id)
    assert not any(because in message.text for message in said if message.author is not Author.PERSON)


async def test_a_colleague_who_is_given_a_chat_reads_why_at_its_top(
    aoi: Colleague, ben: Colleague, chat: Conversation
) -> None:
    await does(aoi, f"/chats/{chat.id}/transfer", to=ben.id, note="she speaks English only")
    assert "Handed to you because:" in (await asks(ben, f"/chats/{chat.id}")).text
