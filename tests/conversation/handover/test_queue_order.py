"""Who comes first: somebody in danger who is here, then in danger with a message, then who had lost a counsellor, then by time."""

from datetime import timedelta

import pytest

from bot.conversation.case import Outcome
from bot.conversation.model import Conversation, ConversationId, Counsellor, CounsellorId, Share
from bot.language import Language
from tests.fakes.services import FakeServices

SATO = Counsellor(id=CounsellorId("sato"), name="Sato")
DANGER = {Language.JA: "もう死にたい", Language.EN: "i want to die"}
CALM = {Language.JA: "こんにちは", Language.EN: "hello"}


async def calls(services: FakeServices, language: Language, *, danger: bool, later: bool) -> Conversation:
    begun = await services.begin(language=language)
    await services.write(begun, (DANGER if danger else CALM)[language])
    await services.conversations.person.call(begun.id, share=Share.EVERYTHING, later=later)
    services.clock.forward(timedelta(minutes=1))
    return begun


async def queue(services: FakeServices) -> list[ConversationId]:
    return [call.conversation for call in await services.conversations.person.queue()]


@pytest.mark.parametrize("language", Language)
async def test_live_danger_stands_above_a_message_left_in_danger_by_somebody_absent(
    services: FakeServices, language: Language
) -> None:
    absent = await calls(services, language, danger=True, later=True)
    calm = await calls(services, language, danger=False, later=False)
    live = await calls(services, language, danger=True, later=False)
    assert await queue(services) == [live.id, absent.id, calm.id]


@pytest.mark.parametrize("language", Language)
async def test_a_chat_opened_again_keeps_its_danger_and_its_place(services: FakeServices, language: Language) -> None:
    begun = await calls(services, language, danger=True, later=False)
    await services.conversations.counsellor.take(begun.id, SATO, most=1)
    await services.conversations.counsellor.close(begun.id, SATO.id, outcome=Outcome.GUIDED)
    calm = await calls(services, language, danger=False, later=False)
    again = await services.conversations.person.reopen(begun.id, share=Share.EVERYTHING)
    assert (again.danger, again.front) == (True, True)
    assert await queue(services) == [begun.id, calm.id]


async def test_a_calm_chat_opened_again_comes_before_those_who_never_had_a_counsellor(services: FakeServices) -> None:
    begun = await calls(services, Language.EN, danger=False, later=False)
    await services.conversations.counsellor.take(begun.id, SATO, most=1)
    await services.conversations.counsellor.close(begun.id, SATO.id, outcome=Outcome.GUIDED)
    first = await calls(services, Language.EN, danger=False, later=False)
    await services.conversations.person.reopen(begun.id, share=Share.EVERYTHING)
    assert await queue(services) == [begun.id, first.id]
