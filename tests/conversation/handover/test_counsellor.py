"""From the wish for a human to the counsellor and back: what the person is told, and what the counsellor may see."""

from datetime import timedelta

import pytest

from bot.conversation.case import Outcome
from bot.conversation.errors import ConversationClosed, MoveRefused, NotTheirs, TakenAlready, TooMany
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, ConversationId, Counsellor, CounsellorId, Nonce, Share
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import KEEP, KEEP_COUNSELLED, FakeServices, keys

SATO, KIM = (Counsellor(id=CounsellorId(name.lower()), name=name) for name in ("Sato", "Kim"))
MOST = 2


@pytest.fixture
def handovers(services: FakeServices) -> CounsellorHandover:
    return services.conversations.counsellor


async def place(services: FakeServices, conversation: ConversationId) -> int:
    return (await services.conversations.person.queue_position(conversation)).place


async def said(services: FakeServices, conversation: Conversation) -> list[str]:
    return keys(list(await services.conversations.messages(conversation.id)))


async def with_counsellor(services: FakeServices, handovers: CounsellorHandover) -> Conversation:
    conversation = await services.begin()
    await services.press(conversation, "call:everything")
    await handovers.take(conversation.id, SATO, most=MOST)
    return conversation


@pytest.mark.parametrize(
    ("staffing", "entry"),
    [(Staffing.PRESENT, "human.offer"), (Staffing.AWAY, "human.later"), (Staffing.NONE, "human")],
)
async def test_who_wants_a_human_is_told_the_truth(services: FakeServices, staffing: Staffing, entry: str) -> None:
    services.availability.now = staffing
    services.assistant.otherwise = reply("human", intent="talk_to_human")
    conversation = await services.begin()
    assert keys(await services.write(conversation, "人と話したい")) == [entry]


@pytest.mark.parametrize("language", Language)
async def test_who_calls_is_told_the_place_and_can_go_on_meanwhile(services: FakeServices, language: Language) -> None:
    for place in (1, 2, 3):
        conversation = await services.begin(language=language)
        turn = await services.press(conversation, "call:summary")
        assert keys(turn) == ["waiting.begun"]
        assert turn.messages[0].say is not None
        assert turn.messages[0].say.place == place
        assert turn.conversation.stage is Stage.WAITING
    services.assistant.otherwise = reply("menu")
    assert keys(await services.write(conversation, "...?!")) == ["menu"]


async def test_who_asks_again_hears_the_place_again(services: FakeServices) -> None:
    services.availability.now = Staffing.PRESENT
    services.assistant.otherwise = reply("human")
    conversation = await services.begin()
    await services.press(conversation, "call:nothing")
    assert keys(await services.write(conversation, "まだですか")) == ["waiting.place"]


async def test_who_calls_twice_is_answered_and_keeps_the_place(services: FakeServices) -> None:
    first, second = await services.begin(), await services.begin()
    for conversation in (first, second):
        await services.press(conversation, "call:everything")
        services.clock.forward(timedelta(minutes=1))
    turn = await services.press(first, "call:nothing")
    assert keys(turn) == ["waiting.begun"]
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.place == 1
    assert [call.conversation for call in await services.conversations.person.queue()] == [first.id, second.id]


async def test_danger_comes_first_then_who_had_lost_somebody_then_the_time(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    first, second, lost, danger = [await services.begin() for _ in range(4)]
    await services.write(danger, "もう死にたい")
    for conversation in (lost, first, second, danger):
        services.clock.forward(timedelta(minutes=1))
        await services.press(conversation, "call:nothing")
    await handovers.take(lost.id, SATO, most=MOST)
    await services.conversations.person.requeue(lost.id)
    assert [call.conversation for call in await services.conversations.person.queue()] == [
        danger.id,
        lost.id,
        first.id,
        second.id,
    ]


async def test_who_shows_danger_while_waiting_comes_to_the_front(services: FakeServices) -> None:
    first, second = await services.begin(), await services.begin()
    for conversation in (first, second):
        await services.press(conversation, "call:nothing")
        services.clock.forward(timedelta(minutes=1))
    await services.write(second, "もう死にたい")
    assert await place(services, second.id) == 1


@pytest.mark.parametrize(("share", "sees"), [(Share.EVERYTHING, True), (Share.SUMMARY, False), (Share.NOTHING, False)])
async def test_a_counsellor_sees_what_the_person_chose_and_all_from_the_call_on(
    services: FakeServices, handovers: CounsellorHandover, share: Share, *, sees: bool
) -> None:
    conversation = await services.begin()
    await services.write(conversation, "前に書いたこと")
    await services.press(conversation, f"call:{share.value}")
    await services.write(conversation, "待っている間に書いたこと")
    chat = await handovers.take(conversation.id, SATO, most=MOST)
    texts = [message.text for message in chat.messages if message.author is Author.PERSON]
    assert ("前に書いたこと" in texts) is sees
    assert "待っている間に書いたこと" in texts
    assert chat.call.share is share


async def test_who_comes_is_named_and_the_assistant_is_silent(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await with_counsellor(services, handovers)
    last = (await services.conversations.messages(conversation.id))[-1]
    assert last.say is not None
    assert (last.say.key, last.say.counsellor) == ("counsellor.joined", "Sato")
    services.assistant.otherwise = reply("menu")
    assert (await services.write(conversation, "こんにちは")).messages == ()


async def test_an_answer_in_the_making_is_dropped_when_a_counsellor_came_even_if_they_left_again(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await services.begin()
    await services.press(conversation, "call:everything")
    services.assistant.otherwise = reply("menu")

    async def a_counsellor_comes_and_goes() -> None:
        await handovers.take(conversation.id, SATO, most=MOST)
        await handovers.hand_back(conversation.id, SATO.id)

    services.assistant.before_answering = a_counsellor_comes_and_goes
    assert "menu" not in keys(await services.write(conversation, "こんにちは"))
    services.assistant.before_answering = None
    assert keys(await services.write(conversation, "こんにちは")) == ["menu"]


async def test_of_two_who_take_one_has_it(services: FakeServices, handovers: CounsellorHandover) -> None:
    conversation = await with_counsellor(services, handovers)
    with pytest.raises(TakenAlready):
        await handovers.take(conversation.id, KIM, most=MOST)
    assert (await handovers.take(conversation.id, SATO, most=MOST)).call.counsellor == SATO
    assert (await said(services, conversation)).count("counsellor.joined") == 1


async def test_nobody_has_more_chats_than_they_may(services: FakeServices, handovers: CounsellorHandover) -> None:
    for _ in range(MOST):
        await with_counsellor(services, handovers)
    third = await services.begin()
    await services.press(third, "call:nothing")
    with pytest.raises(TooMany):
        await handovers.take(third.id, SATO, most=MOST)
    assert await place(services, third.id) == 1


async def test_only_who_has_the_chat_speaks_in_it_and_says_a_thing_once(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await with_counsellor(services, handovers)
    for _ in range(2):
        await handovers.reply(conversation.id, SATO, nonce=Nonce("one"), text="こんばんは")
    await handovers.reply(conversation.id, SATO, nonce=Nonce("two"), key="paps")
    with pytest.raises(NotTheirs):
        await handovers.reply(conversation.id, KIM, nonce=Nonce("three"), text="x")
    spoken = [m for m in await services.conversations.messages(conversation.id) if m.author is Author.COUNSELLOR]
    assert [(m.text, m.say.key if m.say else "", m.name) for m in spoken] == [
        ("こんばんは", "", "Sato"),
        ("", "paps", "Sato"),
    ]


async def test_a_third_handover_works_like_the_first(services: FakeServices, handovers: CounsellorHandover) -> None:
    conversation = await services.begin()
    for entry in ("menu", "cost", "chitchat"):
        await services.press(conversation, "call:everything")
        await handovers.take(conversation.id, SATO, most=MOST)
        await handovers.transfer(conversation.id, SATO.id, KIM, most=MOST)
        with pytest.raises(NotTheirs):
            await handovers.hand_back(conversation.id, SATO.id)
        await handovers.hand_back(conversation.id, KIM.id)
        services.assistant.otherwise = reply(entry)
        assert keys(await services.write(conversation, "ok?")) == [entry]
    assert (await said(services, conversation)).count("counsellor.joined") == 6


async def test_a_closed_chat_takes_nothing_and_can_be_opened_again_within_its_time(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await with_counsellor(services, handovers)
    await handovers.close(conversation.id, SATO.id, outcome=Outcome.GUIDED)
    with pytest.raises(ConversationClosed):
        await services.write(conversation, "まだ話したい")
    with pytest.raises(MoveRefused):
        await services.conversations.person.call(conversation.id, share=Share.NOTHING)
    await services.conversations.person.reopen(conversation.id, share=Share.EVERYTHING)
    assert await place(services, conversation.id) == 1


async def test_a_lost_counsellor_is_told_once_and_coming_back_too(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await with_counsellor(services, handovers)
    for _ in range(2):
        await handovers.say_lost(SATO.id)
    for _ in range(2):
        await handovers.say_back(SATO.id)
    assert (await said(services, conversation))[-2:] == ["counsellor.lost", "counsellor.back"]


async def test_who_no_longer_wants_to_wait_is_with_the_assistant(services: FakeServices) -> None:
    conversation = await services.begin()
    await services.press(conversation, "call:message_everything")
    assert keys(await services.press(conversation, "call:give_up")) == ["waiting.given_up"]
    assert await services.conversations.person.queue() == []
    assert (await services.state(conversation.id)).stage is Stage.ASSISTANT


async def test_seen_never_goes_back(services: FakeServices, handovers: CounsellorHandover) -> None:
    conversation = await with_counsellor(services, handovers)
    for up_to in (3, 2):
        await handovers.seen(conversation.id, up_to, by_person=True)
        await handovers.seen(conversation.id, up_to + 1, by_person=False)
    call = (await handovers.chat(conversation.id, SATO.id)).call
    assert (call.seen_by_person, call.seen_by_counsellor) == (3, 4)


async def test_it_is_kept_by_the_counsellors_clock_and_forgotten_with_its_call(
    services: FakeServices, handovers: CounsellorHandover
) -> None:
    conversation = await with_counsellor(services, handovers)
    await handovers.hand_back(conversation.id, SATO.id)
    services.clock.forward(KEEP + timedelta(seconds=1))
    assert await services.conversations.erasure.sweep() == 0
    services.clock.forward(KEEP_COUNSELLED)
    assert await services.conversations.erasure.sweep() == 1
    assert await services.conversations.person.queue() == []
