"""What supervisors see: who waits and who has whom, without a word; and a chat, with a reason that is written down."""

from datetime import timedelta

import pytest

from bot.conversation.model import Conversation, Counsellor, CounsellorId, Share
from bot.language import Language
from bot.permissions import Role
from bot.staff.console.live_updates import ALL_CONSOLES
from bot.web.fanout import Fanout
from tests.fakes.staff import Colleague, StaffSite
from tests.fakes.streams import listening

SECRET, LATER = "kanaria mae no kotoba", "see https://example.org/picture now"


@pytest.fixture
async def supervisor(site: StaffSite) -> Colleague:
    return await site.settled("kanda", Role.SUPERVISOR)


async def called(site: StaffSite, *, share: Share = Share.EVERYTHING, said: str = SECRET) -> Conversation:
    current = await site.services.begin(language=Language.EN)
    await site.services.write(current, said)
    await site.console.conversations.person.call(current.id, share=share)
    return current


async def with_counsellor(site: StaffSite, *, share: Share = Share.EVERYTHING) -> Conversation:
    current = await called(site, share=share)
    other = await site.settled("mori", Role.COUNSELLOR)
    await site.console.presence.come(CounsellorId(other.id), most=3)
    mori = Counsellor(id=CounsellorId(other.id), name="Mori")
    await site.console.conversations.counsellor.take(current.id, mori, most=3)
    await site.services.write(current, LATER)
    return current


async def joined(site: StaffSite) -> list[str]:
    async with site.staff.book.work() as records:
        entries = await records.log.entries(most=1000)
    return [entry.reason for entry in reversed(entries) if entry.action == "chat_joined_silently"]


async def test_who_waits_is_shown_without_their_words(site: StaffSite, supervisor: Colleague) -> None:
    await called(site)
    page = (await supervisor.opens("/supervise")).text
    for words in ("English", "Web", "Waiting"):
        assert words in page
    assert SECRET not in page
    assert "Nobody is on duty." in page
    assert "too few to say" in page


async def test_who_is_on_duty_has_chats_and_may_be_lost(site: StaffSite, supervisor: Colleague) -> None:
    await with_counsellor(site)
    page = (await supervisor.opens("/supervise")).text
    assert "1 of 3" in page
    assert "Mori" in page
    assert LATER not in page
    site.clock.forward(timedelta(seconds=90))
    assert "lost" in (await supervisor.opens("/supervise/now")).text


async def test_waits_are_told_once_there_are_five(site: StaffSite, supervisor: Colleague) -> None:
    for minutes in range(1, 6):
        async with site.services.archive.work() as records:
            await records.counts.add_wait(minutes * 60, at=site.clock.now())
    page = (await supervisor.opens("/supervise/now")).text
    assert "3 minutes" in page
    assert "5 minutes" in page


async def test_a_chat_is_opened_with_a_reason_only_and_every_opening_is_written_down(
    site: StaffSite, supervisor: Colleague
) -> None:
    chat = await with_counsellor(site)
    asked = (await supervisor.opens(f"/supervise/chats/{chat.id}")).text
    assert "Why do you look into this chat?" in asked
    assert SECRET not in asked
    for reason in ({}, {"reason": ""}, {"reason": "curious"}):
        refused = await supervisor.sends(f"/supervise/chats/{chat.id}", **reason)
        assert refused.status_code == 422
        assert "Please choose a reason." in refused.text
        assert SECRET not in refused.text
    assert await joined(site) == []
    for _ in range(2):
        shown = (await supervisor.sends(f"/supervise/chats/{chat.id}", reason="complaint")).text
        assert SECRET in shown
        assert "Reason: A complaint." in shown
        assert "What is kept" in shown
    assert await joined(site) == ["complaint", "complaint"]


async def test_a_chat_is_read_only_and_links_in_it_are_words(site: StaffSite, supervisor: Colleague) -> None:
    chat = await with_counsellor(site)
    shown = (await supervisor.sends(f"/supervise/chats/{chat.id}", reason="training")).text
    assert LATER in shown
    assert "<textarea" not in shown
    assert 'href="http' not in shown
    assert "payload" not in shown


async def test_what_a_person_did_not_share_is_not_shown_to_supervisors_either(
    site: StaffSite, supervisor: Colleague
) -> None:
    chat = await with_counsellor(site, share=Share.SUMMARY)
    shown = (await supervisor.sends(f"/supervise/chats/{chat.id}", reason="safety")).text
    assert SECRET not in shown
    assert LATER in shown
    assert "did not share" in shown


async def test_who_waits_cannot_be_read_nor_a_chat_that_is_over(site: StaffSite, supervisor: Colleague) -> None:
    waits = await called(site)
    for conversation in (waits.id, "0" * 32):
        assert (await supervisor.opens(f"/supervise/chats/{conversation}")).status_code == 410
        gone = await supervisor.sends(f"/supervise/chats/{conversation}", reason="safety")
        assert gone.status_code == 410
        assert SECRET not in gone.text
    assert await joined(site) == []


async def test_an_open_overview_hears_that_something_changed_and_nothing_more(
    site: StaffSite, supervisor: Colleague
) -> None:
    fanout: Fanout = site.console.fanout
    async with listening(site.app, "/supervise/events", supervisor.http) as stream:
        await stream.more()  # from the first sign of life on nothing is missed
        fanout.publish(ALL_CONSOLES, "queue", SECRET)
        assert await stream.until("changed") == [("changed", "now")]
