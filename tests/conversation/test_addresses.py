"""Codes inside messages, chats that are closed, and coming back to a chat from elsewhere."""

import pytest

from bot.conversation.addresses import Readdressing
from bot.conversation.case import Outcome
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.errors import ConversationClosed, ConversationGone, MessageHoldsCode
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, ConversationId, Counsellor, CounsellorId
from bot.language import Language
from tests.fakes.services import FakeServices, keys, numbered_ids

SATO = Counsellor(id=CounsellorId("sato"), name="Sato")
HERE, ELSEWHERE = Address("web:here"), Address("web:elsewhere")


@pytest.fixture
def returning(services: FakeServices) -> Readdressing:
    ids = numbered_ids()
    services.use(new_id=lambda: f"f{ids()[1:]}")
    return services.conversations.addresses


async def test_a_code_inside_a_message_is_refused_and_not_kept(services: FakeServices) -> None:
    services.codes.given.append("abandon ability able about above absent")
    conversation = await services.begin()
    before = list(await services.conversations.messages(conversation.id))
    with pytest.raises(MessageHoldsCode):
        await services.write(conversation, "my code is abandon ability able about above absent ok?")
    assert list(await services.conversations.messages(conversation.id)) == before


async def test_danger_beside_a_code_is_answered_all_the_same(services: FakeServices) -> None:
    services.codes.given.append("abandon ability able about above absent")
    conversation = await services.begin()
    with pytest.raises(MessageHoldsCode):
        await services.write(conversation, "死にたい abandon ability able about above absent")
    assert set(keys(list(await services.conversations.messages(conversation.id)))) & DANGER_ENTRIES


@pytest.mark.parametrize(("language", "words"), [(Language.JA, "もう死にたい"), (Language.EN, "i want to die")])
async def test_danger_in_a_closed_chat_is_answered_and_the_chat_stays_closed(
    services: FakeServices, language: Language, words: str
) -> None:
    conversation = await services.begin(language=language)
    await services.press(conversation, "call:everything")
    await services.conversations.counsellor.take(conversation.id, SATO, most=1)
    await services.conversations.counsellor.close(conversation.id, SATO.id, outcome=Outcome.GUIDED)
    for text, is_danger in (("hello?", False), (words, True)):
        with pytest.raises(ConversationClosed):
            await services.write(conversation, text)
        last = (await services.conversations.messages(conversation.id))[-1]
        assert (last.say is not None and last.say.key in DANGER_ENTRIES) == is_danger
    assert (await services.state(conversation.id)).stage is Stage.CLOSED


async def test_one_comes_back_from_elsewhere_and_the_old_place_finds_nothing(
    services: FakeServices, returning: Readdressing
) -> None:
    kept = await services.conversations.begin(address=HERE, channel="web", language=Language.JA)
    await returning.come_back(kept.id, address=ELSEWHERE)
    assert await services.conversations.find(HERE) is None
    found = await services.conversations.find(ELSEWHERE)
    assert found is not None
    assert found.id == kept.id


async def test_what_was_at_the_new_place_stays_kept_without_a_place(
    services: FakeServices, returning: Readdressing
) -> None:
    kept = await services.conversations.begin(address=HERE, channel="web", language=Language.JA)
    other = await services.conversations.begin(address=ELSEWHERE, channel="web", language=Language.JA)
    await returning.come_back(kept.id, address=ELSEWHERE)
    found = await services.conversations.find(ELSEWHERE)
    assert found is not None
    assert found.id == kept.id
    assert await services.conversations.get(other.id) is not None


async def test_coming_back_to_where_one_is_changes_nothing(services: FakeServices, returning: Readdressing) -> None:
    kept = await services.conversations.begin(address=HERE, channel="web", language=Language.JA)
    await returning.come_back(kept.id, address=HERE)
    found = await services.conversations.find(HERE)
    assert found is not None
    assert found.id == kept.id


async def test_who_leaves_a_chat_behind_can_begin_a_new_one(services: FakeServices, returning: Readdressing) -> None:
    kept = await services.conversations.begin(address=HERE, channel="web", language=Language.JA)
    await returning.detach(kept.id)
    fresh = await services.conversations.begin(address=HERE, channel="web", language=Language.JA)
    assert fresh.id != kept.id
    assert await services.conversations.get(kept.id) is not None


async def test_nobody_comes_back_to_what_is_gone(returning: Readdressing) -> None:
    with pytest.raises(ConversationGone):
        await returning.come_back(ConversationId("0" * 32), address=HERE)
