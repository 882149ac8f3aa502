"""A counsellor on duty, a colleague of theirs, and somebody who calls."""

from collections.abc import Awaitable, Callable

import pytest

from bot.conversation.model import Conversation, Share
from bot.language import Language
from bot.permissions import Role
from tests.fakes.staff import Colleague, StaffSite

Calls = Callable[..., Awaitable[Conversation]]


@pytest.fixture
async def aoi(site: StaffSite) -> Colleague:
    return await on_duty(site, "aoi")


@pytest.fixture
async def ben(site: StaffSite) -> Colleague:
    return await on_duty(site, "ben")


@pytest.fixture
def somebody_calls(site: StaffSite) -> Calls:
    async def calls(
        *words: str, language: Language = Language.JA, share: Share = Share.EVERYTHING, later: bool = False
    ) -> Conversation:
        begun = await site.services.begin(language=language)
        for text in words:
            await site.services.write(begun, text)
        await site.console.conversations.person.call(begun.id, share=share, later=later)
        return begun

    return calls


async def on_duty(site: StaffSite, name: str, *, most: str = "2", covers: str = "yes") -> Colleague:
    colleague = await site.settled(name, Role.COUNSELLOR)
    answer = await colleague.sends("/desk/duty", most=most, covers=covers)
    assert answer.headers["location"] == "/desk"
    return colleague
