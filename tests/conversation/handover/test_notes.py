"""What staff do with a chat is written down, and what they keep about it is for colleagues only."""

import pytest

from bot.action_log import Action
from bot.conversation.case import Label, Outcome, WatchReason
from bot.conversation.errors import ConversationGone, MessageEmpty, MoveRefused, NotTheirs
from bot.conversation.model import Author, Conversation, Counsellor, CounsellorId, Nonce, Share
from tests.fakes.archive import MemoryArchive
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys

SATO, KIM = (Counsellor(id=CounsellorId(name.lower()), name=name) for name in ("Sato", "Kim"))


def deeds(services: FakeServices) -> list[tuple[str, str, str]]:
    assert isinstance(services.archive, MemoryArchive)
    return [(action.value, by, reason) for action, by, _, reason in services.archive.shelves.actions]


async def taken(services: FakeServices, *, share: Share = Share.EVERYTHING) -> Conversation:
    conversation = await services.begin()
    await services.write(conversation, "before the counsellor")
    await services.press(conversation, f"call:{share}")
    await services.conversations.counsellor.take(conversation.id, SATO, most=2)
    return conversation


async def test_every_deed_is_an_action_of_the_log(services: FakeServices) -> None:
    await taken(services)
    assert {deed for deed, *_ in deeds(services)} <= {action.value for action in Action}


async def test_every_deed_is_written_down_with_who_and_why(services: FakeServices) -> None:
    conversation = await taken(services)
    await services.conversations.counsellor.read(conversation.id, SATO.id)
    await services.conversations.counsellor.reply(conversation.id, SATO, nonce=Nonce("nonce-a"), text="hello")
    await services.conversations.counsellor.reply(conversation.id, SATO, nonce=Nonce("nonce-a"), text="hello")
    await services.conversations.counsellor.reply(conversation.id, SATO, nonce=Nonce("nonce-b"), key="paps")
    await services.conversations.notes.write(conversation.id, SATO, text="calmer now")
    await services.conversations.notes.set_labels(conversation.id, SATO.id, labels={Label.SCHOOL})
    await services.conversations.counsellor.transfer(conversation.id, SATO.id, KIM, most=2)
    await services.conversations.counsellor.watch(conversation.id, SATO.id, reason=WatchReason.SAFETY)
    await services.conversations.counsellor.close(conversation.id, KIM.id, outcome=Outcome.TO_PAPS)
    assert deeds(services) == [
        ("chat_taken", "sato", ""),
        ("chat_read", "sato", ""),
        ("chat_replied", "sato", ""),
        ("guidance_sent", "sato", "paps"),
        ("note_written", "sato", ""),
        ("labels_set", "sato", ""),
        ("chat_transferred", "sato", "kim"),
        ("chat_joined_silently", "sato", "safety"),
        ("chat_closed", "kim", "to_paps"),
    ]


async def test_what_is_refused_is_not_written_down(services: FakeServices) -> None:
    conversation = await taken(services)
    for refused, fault in (
        (services.conversations.counsellor.read(conversation.id, KIM.id), NotTheirs),
        (services.conversations.counsellor.transfer(conversation.id, SATO.id, SATO, most=9), MoveRefused),
        (services.conversations.notes.write(conversation.id, SATO, text="  "), MessageEmpty),
        (services.conversations.notes.of(conversation.id, KIM.id), NotTheirs),
        (services.conversations.notes.set_labels(conversation.id, KIM.id, labels=set()), NotTheirs),
    ):
        with pytest.raises(fault):
            await refused
    assert [deed for deed, *_ in deeds(services)] == ["chat_taken"]


async def test_a_colleague_who_gets_the_chat_reads_the_notes_and_the_person_never(services: FakeServices) -> None:
    conversation = await taken(services)
    await services.conversations.notes.write(conversation.id, SATO, text="private canary-note")
    await services.conversations.counsellor.transfer(conversation.id, SATO.id, KIM, most=2)
    case = await services.conversations.notes.of(conversation.id, KIM.id)
    assert [(note.name, note.text) for note in case.notes] == [("Sato", "private canary-note")]
    assert "canary-note" not in repr(case)
    assert all("canary-note" not in message.text for message in await services.conversations.messages(conversation.id))


async def test_notes_and_labels_go_when_the_conversation_goes(services: FakeServices) -> None:
    conversation = await taken(services)
    await services.conversations.notes.write(conversation.id, SATO, text="a note")
    await services.conversations.notes.set_labels(conversation.id, SATO.id, labels={Label.UNDER_18})
    await services.conversations.erasure.forget(conversation.id)
    async with services.archive.work() as records:
        case = await records.notes.of(conversation.id)
    assert (case.notes, case.labels) == ((), frozenset())


@pytest.mark.parametrize("share", Share)
async def test_a_supervisor_sees_what_the_counsellor_may_see_and_no_more(services: FakeServices, share: Share) -> None:
    conversation = await taken(services, share=share)
    chat = await services.conversations.counsellor.watch(conversation.id, KIM.id, reason=WatchReason.TRAINING)
    words = [message.text for message in chat.messages if message.author is Author.PERSON]
    assert ("before the counsellor" in words) == (share is Share.EVERYTHING)


@pytest.mark.parametrize("share", Share)
async def test_answers_are_seen_unless_nothing_was_to_be_shown(services: FakeServices, share: Share) -> None:
    services.assistant.otherwise = reply("menu", slots={"age_in_image": "under_18"})
    conversation = await taken(services, share=share)
    chat = await services.conversations.counsellor.chat(conversation.id, SATO.id)
    watched = await services.conversations.counsellor.watch(conversation.id, KIM.id, reason=WatchReason.SAFETY)
    (_, listed), *_ = await services.conversations.counsellor.taken()
    ages = {seen.answers.age_in_image for seen in (chat.conversation, watched.conversation, listed)}
    assert ages == ({""} if share is Share.NOTHING else {"under_18"})
    assert (await services.state(conversation.id)).answers.age_in_image == "under_18"


async def test_nobody_looks_into_a_chat_that_is_with_the_program_or_waits(services: FakeServices) -> None:
    conversation = await services.begin()
    for _ in range(2):
        with pytest.raises(ConversationGone):
            await services.conversations.counsellor.watch(conversation.id, KIM.id, reason=WatchReason.SAFETY)
        await services.press(conversation, "call:everything")


async def test_a_counsellors_guidance_is_kept_as_a_key_under_their_name(services: FakeServices) -> None:
    conversation = await taken(services)
    await services.conversations.counsellor.reply(conversation.id, SATO, nonce=Nonce("nonce-a"), key="paps")
    last = (await services.conversations.messages(conversation.id))[-1]
    assert (last.author, last.name, keys([last]), last.text) == (Author.COUNSELLOR, "Sato", ["paps"], "")
