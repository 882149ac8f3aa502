"""What is done with a chat beside talking: giving on, notes, labels, ending; every deed is in the action log."""

from bot.conversation.case import Label
from bot.conversation.handover.stages import Stage
from bot.conversation.model import CounsellorId
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls
from tests.staff.console.steps import asks, does, numbers, takes

NOTE = "きいろいカナリアのメモ"


async def test_a_chat_is_given_on_with_a_note_that_only_colleagues_read(
    site: StaffSite, aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    assert "Ben" in (await asks(aoi, f"/chats/{chat.id}/case")).text
    missing = await does(aoi, f"/chats/{chat.id}/transfer", to=ben.id, note=" ")
    assert (missing.status_code, "write a note" in missing.text) == (409, True)
    assert (await does(aoi, f"/chats/{chat.id}/transfer", to=ben.id, note=NOTE)).status_code == 204
    assert NOTE in (await ben.opens("/desk")).text
    assert (await asks(aoi, f"/chats/{chat.id}/case")).status_code == 410
    said = await site.console.conversations.messages(chat.id)
    drawn = site.console.views.messages(said, language=chat.language)
    assert NOTE not in repr(drawn)
    assert NOTE not in repr(said)


async def test_a_colleague_without_a_free_place_is_not_given_more(
    site: StaffSite, aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    await ben.sends("/desk/duty", most="1")
    held_conversation, chat = await somebody_calls("あ"), await somebody_calls("い")
    await takes(ben, held_conversation)
    await takes(aoi, chat)
    for _ in range(2):
        answer = await aoi.sends(f"/chats/{chat.id}/transfer", to=ben.id, note=NOTE)
        assert answer.status_code == 409
        assert "as many chats as they can take" in answer.text
        assert f">{NOTE}</textarea>" in answer.text
    kept = await site.console.conversations.notes.of(chat.id, CounsellorId(aoi.id))
    assert [note.text for note in kept.notes] == [NOTE]


async def test_a_chat_is_not_given_to_somebody_who_is_away(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    answer = await does(aoi, f"/chats/{chat.id}/transfer", to="0" * 32, note=NOTE)
    assert (answer.status_code, "not on duty any more" in answer.text) == (409, True)
    assert NOTE not in (await asks(aoi, f"/chats/{chat.id}/case")).text


async def test_a_chat_is_ended_with_an_outcome_only(site: StaffSite, aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    for outcome in ("", "made_up"):
        answer = await does(aoi, f"/chats/{chat.id}/close", outcome=outcome)
        assert (answer.status_code, answer.text) == (409, "Please choose how the chat ended.")
    assert (await does(aoi, f"/chats/{chat.id}/close", outcome="to_paps")).status_code == 204
    assert (await site.services.state(chat.id)).stage is Stage.CLOSED


async def test_notes_and_labels_are_kept_and_shown(site: StaffSite, aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    await aoi.sends(f"/chats/{chat.id}/notes", note=NOTE)
    await aoi.sends(f"/chats/{chat.id}/labels", label=["school", "nonsense", "under_18"])
    kept = await site.console.conversations.notes.of(chat.id, CounsellorId(aoi.id))
    assert kept.labels == {Label.SCHOOL, Label.UNDER_18}
    page = (await aoi.opens("/desk")).text
    assert NOTE in page
    assert '<span class="chip">School</span>' in page
    empty = await aoi.sends(f"/chats/{chat.id}/notes", note="  ")
    assert empty.status_code == 409


async def test_after_a_heavy_chat_a_break_is_offered(aoi: Colleague, somebody_calls: Calls) -> None:
    calm, danger, flagged = [await somebody_calls(text) for text in ("あ", "もう死にたい", "レイプされました")]
    await aoi.sends("/desk/duty", most="3", covers="yes")
    for chat in (calm, danger, flagged):
        await takes(aoi, chat)
    assert "X-Pause" not in (await does(aoi, f"/chats/{calm.id}/hand-back")).headers
    assert (await does(aoi, f"/chats/{danger.id}/close", outcome="emergency")).headers["X-Pause"] == "1"
    answer = await aoi.sends(f"/chats/{flagged.id}/hand-back")
    assert answer.headers["location"] == "/desk?pause=1"
    assert "That was a heavy one." in (await aoi.opens("/desk?pause=1")).text


async def test_every_deed_is_in_the_action_log(
    site: StaffSite, aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    begun = len(await site.actions())
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    last = numbers((await aoi.opens("/desk")).text)[-1]
    await does(aoi, f"/chats/{chat.id}/messages", text="こんばんは", after=str(last))
    await does(aoi, f"/chats/{chat.id}/messages", key="reply.take_your_time", after=str(last + 1))
    await does(aoi, f"/chats/{chat.id}/notes", note=NOTE)
    await does(aoi, f"/chats/{chat.id}/labels", label="school")
    await does(aoi, f"/chats/{chat.id}/transfer", to=ben.id, note="つづきをお願いします")
    await asks(ben, f"/chats/{chat.id}")
    await does(ben, f"/chats/{chat.id}/hand-back")
    await does(ben, f"/chats/{chat.id}/close", outcome="guided")  # refused: nothing to write down
    assert (await site.actions())[begun:] == [
        "chat_taken", "chat_read", "chat_replied", "guidance_sent", "note_written", "labels_set",
        "note_written", "chat_transferred", "chat_read", "chat_handed_back",
    ]  # fmt: skip


async def test_what_the_program_no_longer_has_is_refused_in_words(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    await aoi.sends(f"/chats/{chat.id}/hand-back")
    for path in ("hand-back", "close", "notes", "labels"):
        answer = await does(aoi, f"/chats/{chat.id}/{path}", outcome="guided", note="x")
        assert (answer.status_code, answer.text) == (409, "This chat is no longer with you."), path
