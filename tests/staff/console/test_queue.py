"""The queue: danger first, no words, one press, and of two who press at once one has the chat."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.handover.counsellor import LOST_AFTER
from bot.conversation.model import Conversation, CounsellorId, Share
from bot.language import Language
from bot.permissions import Role
from tests.fakes.assistant import reply
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls, on_duty
from tests.staff.console.steps import asks, does, takes

CANARY = "むらさきのカナリア"


def rows(page: str) -> list[str]:
    queue = page[page.index('id="queue"') :]
    return re.findall(r'<li class="wait.*?</li>', queue, re.DOTALL)


async def test_the_queue_shows_not_a_word_of_what_they_wrote(aoi: Colleague, somebody_calls: Calls) -> None:
    await somebody_calls(f"{CANARY}のことで相談です")
    for answer in (await aoi.opens("/desk"), await asks(aoi, "/desk/rail")):
        assert len(rows(answer.text)) == 1
        assert CANARY not in answer.text


async def test_danger_comes_first_and_is_marked(aoi: Colleague, somebody_calls: Calls) -> None:
    first = await somebody_calls("画像を消したい")
    danger = await somebody_calls("もう死にたい")
    shown = rows((await aoi.opens("/desk")).text)
    assert danger.id in shown[0]
    assert "badge-danger" in shown[0]
    assert first.id in shown[1]
    assert "badge-danger" not in shown[1]


async def test_the_topic_is_a_word_and_hidden_from_whom_they_show_nothing(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    for share, shown in ((Share.SUMMARY, True), (Share.NOTHING, False)):
        chat = await somebody_calls("hello", language=Language.EN, share=share)
        async with site.services.archive.work() as records:
            current = await records.conversations.get(chat.id)
            assert current is not None
            known = replace(current, answers=replace(current.answers, topic="threatened_extortion"))
            await records.conversations.update(known, expires_at=site.services.ports.retention.expiry_of(known))
        row = next(row for row in rows((await aoi.opens("/desk")).text) if chat.id in row)
        assert ("Threats" in row) == shown


async def test_of_two_who_press_at_once_one_has_the_chat_and_the_other_is_told(
    aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("たすけて")
    answers = await asyncio.gather(takes(aoi, chat), takes(ben, chat))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    late = next(answer for answer in answers if answer.status_code == 409)
    assert "A colleague was quicker" in late.text


async def test_who_is_off_duty_takes_nobody(site: StaffSite, somebody_calls: Calls) -> None:
    somebody = await site.settled("somebody", Role.COUNSELLOR)
    chat = await somebody_calls("たすけて")
    answer = await takes(somebody, chat)
    assert answer.status_code == 409
    assert "Please come on duty first" in answer.text


async def test_nobody_has_more_chats_than_they_chose(site: StaffSite, somebody_calls: Calls) -> None:
    one_at_once = await on_duty(site, "one", most="1")
    first, second = await somebody_calls("あ"), await somebody_calls("い")
    assert (await takes(one_at_once, first)).headers["location"] == f"/desk#chat-{first.id}"
    answer = await does(one_at_once, f"/chats/{second.id}/take")
    assert answer.status_code == 409
    assert answer.text.startswith("You have as many chats as you chose")
    await one_at_once.sends("/desk/duty", most="2", covers="yes")
    assert (await takes(one_at_once, second)).status_code == 303


async def test_who_still_has_chats_does_not_go_off_duty(site: StaffSite, aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    answer = await aoi.sends("/desk/off")
    assert answer.status_code == 409
    assert "You still have chats" in answer.text
    await aoi.sends(f"/chats/{chat.id}/hand-back")
    assert (await aoi.sends("/desk/off")).headers["location"] == "/desk"
    assert await site.console.presence.present() == []
    assert [act for act in await site.actions() if "duty" in act] == ["came_on_duty", "went_off_duty"]


async def test_choosing_again_while_on_duty_is_no_second_coming(site: StaffSite, aoi: Colleague) -> None:
    await aoi.sends("/desk/duty", most="4")
    (duty,) = await site.console.presence.present()
    assert (duty.most, duty.covers) == (4, False)
    assert (await site.actions()).count("came_on_duty") == 1
    await aoi.sends("/desk/duty", most="99")
    (duty,) = await site.console.presence.present()
    assert duty.most == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", ["待っている人", "担当する", "メッセージあり"]), ("en", ["Waiting", "Take", "left a message"])],
)
async def test_the_queue_is_in_both_languages(
    aoi: Colleague, somebody_calls: Calls, language: str, words: list[str]
) -> None:
    await somebody_calls("あ", later=True)
    await aoi.sends("/language", lang=language, back="/desk")
    page = (await aoi.opens("/desk")).text
    assert f'<html lang="{language}">' in page
    assert all(word in page for word in words)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR, Role.AUDITOR])
async def test_the_console_is_closed_to_other_roles(site: StaffSite, role: Role, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    other = await site.settled("other", role)
    for path in ("/desk", "/desk/rail", f"/chats/{chat.id}", f"/chats/{chat.id}/messages"):
        assert (await other.opens(path)).status_code == 403
    for path in ("/desk/duty", f"/chats/{chat.id}/take", f"/chats/{chat.id}/messages"):
        assert (await other.sends(path)).status_code == 403
    assert "/desk" not in (await other.opens("/")).text


@pytest.fixture
async def chat_of_aoi(aoi: Colleague, somebody_calls: Calls) -> Conversation:
    """Return the chat that Aoi has."""
    chat = await somebody_calls("たすけて")
    await takes(aoi, chat)
    return chat


async def test_who_signs_out_goes_off_duty(site: StaffSite, aoi: Colleague) -> None:
    await aoi.sends("/sign-out")
    assert await site.console.presence.present() == []
    assert (await site.actions())[-2:] == ["went_off_duty", "signed_out"]


async def test_who_signs_out_with_a_chat_is_asked_first_and_stays(
    site: StaffSite, aoi: Colleague, chat_of_aoi: Conversation
) -> None:
    answer = await aoi.sends("/sign-out")
    assert answer.status_code == 200
    assert 'name="chats" value="back"' in answer.text
    assert 'href="/desk"' in answer.text
    assert [str(one.id) for one in await site.console.presence.present()] == [str(aoi.id)]
    assert (await aoi.opens("/desk")).status_code == 200
    mine = await site.console.conversations.counsellor.chats_of(CounsellorId(aoi.id))
    assert [call.conversation for call in mine] == [chat_of_aoi.id]


@pytest.mark.parametrize(("others", "told"), [(["ben"], "counsellor.lost.waiting"), ([], "counsellor.lost.kept")])
async def test_who_signs_out_all_the_same_leaves_nobody_alone_in_a_chat(
    site: StaffSite, aoi: Colleague, chat_of_aoi: Conversation, others: list[str], told: str
) -> None:
    for name in others:
        await on_duty(site, name)
    await aoi.sends("/sign-out", chats="back")
    assert str(aoi.id) not in {str(one.id) for one in await site.console.presence.present()}
    assert [call.conversation for call in await site.console.conversations.person.queue()] == [chat_of_aoi.id]
    said = (await site.console.conversations.messages(chat_of_aoi.id))[-1].say
    assert said is not None
    assert (said.key, said.counsellor) == (told, "Aoi")


async def test_any_page_of_the_staff_is_a_sign_of_life(site: StaffSite, aoi: Colleague) -> None:
    for path in ("/", "/password", "/practice"):
        site.clock.forward(LOST_AFTER)
        await aoi.opens(path)
    site.clock.forward(LOST_AFTER)
    assert [str(one.id) for one in await site.console.presence.present()] == [str(aoi.id)]
    site.clock.forward(timedelta(seconds=1))
    assert await site.console.presence.present() == []


DANGERS = {
    Language.JA: {"もう死にたい": "Danger: wish to die", "元彼が今ドアの前にいる": "Danger: violence now"},
    Language.EN: {"i want to die": "Danger: wish to die", "my ex is at my door right now": "Danger: violence now"},
}


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [(language, words, named) for language, found in DANGERS.items() for words, named in found.items()],
)
async def test_the_kind_of_danger_is_in_the_queue(
    aoi: Colleague, somebody_calls: Calls, language: Language, words: str, named: str
) -> None:
    await somebody_calls(words, language=language)
    assert named in (await asks(aoi, "/desk/rail")).text


async def test_of_whoever_shows_nothing_only_danger_is_seen(aoi: Colleague, somebody_calls: Calls) -> None:
    await somebody_calls("i want to die", language=Language.EN, share=Share.NOTHING)
    rail = (await asks(aoi, "/desk/rail")).text
    assert "Danger" in rail
    assert "wish to die" not in rail


@pytest.mark.parametrize(
    ("facts", "share", "seen"),
    [
        ({"age_in_image": "under_18", "role": "self"}, Share.SUMMARY, True),
        ({"age_in_image": "under_18", "role": "self"}, Share.NOTHING, False),
        ({"age_in_image": "under_18", "role": "self", "age_now": "19"}, Share.SUMMARY, False),
        ({"age_in_image": "under_18", "role": "parent"}, Share.SUMMARY, False),
        ({"role": "friend", "age_now": "16"}, Share.SUMMARY, True),
    ],
)
async def test_who_is_under_18_is_marked_in_the_queue_where_they_show_it(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls, *, facts: dict[str, str], share: Share, seen: bool
) -> None:
    site.services.assistant.otherwise = reply("heard.more", facts=facts)
    await somebody_calls("a", language=Language.EN, share=share)
    assert ("Under 18" in (await asks(aoi, "/desk/rail")).text) == seen
