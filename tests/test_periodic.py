"""What time brings by itself to people whose counsellor is gone: told after a minute, and what they can do then."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.accounts import StaffId
from bot.action_log import COMMAND_LINE
from bot.container import Services, open_services, staff_context
from bot.conversation.conversations import Conversations
from bot.conversation.handover.counsellor import LOST_AFTER
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, ConversationId, Counsellor, CounsellorId, Nonce, Share
from bot.conversation.opening_hours import OpeningHours
from bot.language import Language
from bot.periodic import GIVE_BACK_AFTER, give_back_chats, tell_whose_counsellor_is_lost
from bot.permissions import Role
from bot.settings import Settings
from bot.staff.account_management import Accounts
from bot.store.database import metadata
from bot.store.presence import SqlPresence
from tests.fakes.clock import StoppedClock
from tests.test_settings import LEAST

SECOND = timedelta(seconds=1)
MOST = 3


@dataclass(frozen=True, kw_only=True)
class TimedServices:
    """All services with a stopped clock, and the counsellors Sato and Kim on duty."""

    services: Services
    clock: StoppedClock
    accounts: Accounts
    sato: Counsellor
    kim: Counsellor

    async def calls(self, language: Language) -> ConversationId:
        """Let somebody come and call."""
        address = Address(f"web:{self.services.ports.new_id()}")
        begun = await self.services.conversations.begin(address=address, channel="web", language=language)
        await self.services.conversations.person.call(begun.id, share=Share.EVERYTHING)
        self.clock.forward(SECOND)
        return begun.id

    async def talks(self, language: Language) -> ConversationId:
        """Let somebody call, and Sato take the chat."""
        conversation = await self.calls(language)
        await self.services.conversations.counsellor.take(conversation, self.sato, most=MOST)
        return conversation

    async def is_silent(self, counsellor: Counsellor, *, for_: timedelta) -> None:
        """Let a counsellor's console report for the last time, and so much time pass."""
        await self.services.presence.hear(counsellor.id)
        self.clock.forward(for_)

    async def said_last(self, conversation: ConversationId) -> str:
        """Return the entry that was said last, after the periodic tasks have run once more."""
        await give_back_chats(self.services)
        await tell_whose_counsellor_is_lost(self.services)
        say = (await self.services.conversations.messages(conversation))[-1].say
        return say.key if say else ""

    async def said(self, conversation: ConversationId) -> list[str]:
        """Return every entry that was said."""
        return [message.say.key for message in await self.services.conversations.messages(conversation) if message.say]

    async def stage(self, conversation: ConversationId) -> Stage:
        """Return who answers."""
        current = await self.services.conversations.get(conversation)
        assert current is not None
        return current.stage


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[TimedServices]:
    env = {
        **LEAST,
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite",
        "BOT_KEYS_FOLDER": str(tmp_path / "keys"),
        "BOT_EAR_FILE": str(tmp_path / "ear.json"),
    }
    settings, clock = Settings.from_env(env), StoppedClock()
    async with open_services(settings) as opened:
        async with opened.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        presence = SqlPresence(opened.engine, clock=clock, hours=OpeningHours())
        ports = replace(opened.ports, clock=clock, availability=presence)
        services = replace(opened, presence=presence, ports=ports, conversations=Conversations(ports))
        accounts = staff_context(settings, opened.engine).accounts
        counsellors = []
        for name in ("Sato", "Kim"):
            handed = await accounts.add(name.lower(), display_name=name, roles=[Role.COUNSELLOR], by=COMMAND_LINE)
            counsellors.append(Counsellor(id=CounsellorId(handed.account.id), name=name))
            await presence.come(counsellors[-1].id, most=MOST)
        yield TimedServices(services=services, clock=clock, accounts=accounts, sato=counsellors[0], kim=counsellors[1])


@pytest.mark.parametrize("language", Language)
async def test_a_minute_of_silence_is_nothing_and_a_second_more_is_told_once(
    running: TimedServices, language: Language
) -> None:
    conversation = await running.talks(language)
    await running.is_silent(running.sato, for_=LOST_AFTER)
    assert await running.said_last(conversation) == "counsellor.joined"
    running.clock.forward(SECOND)
    for _ in range(3):
        assert await running.said_last(conversation) == "counsellor.lost"
    assert (await running.said(conversation)).count("counsellor.lost") == 1
    offered = running.services.ports.catalogue.say("counsellor.lost", language=language)
    assert [choice.payload for choice in offered.choices] == ["call:requeue", "call:end"]
    assert await running.stage(conversation) is Stage.COUNSELLOR


async def test_who_waits_for_the_same_counsellor_is_told_that_they_are_back_and_goes_on(running: TimedServices) -> None:
    conversation = await running.talks(Language.JA)
    await running.is_silent(running.sato, for_=LOST_AFTER + SECOND)
    assert await running.said_last(conversation) == "counsellor.lost"
    await running.services.conversations.turns.receive(conversation, "まだいますか", nonce=Nonce("a" * 16))
    await running.services.presence.hear(running.sato.id)
    for _ in range(2):
        assert await running.said_last(conversation) == "counsellor.back"
    chat = await running.services.conversations.counsellor.read(conversation, running.sato.id)
    assert "まだいますか" in [message.text for message in chat.messages]


async def test_who_does_not_wait_is_put_before_those_who_called_earlier_and_keeps_what_was_written(
    running: TimedServices,
) -> None:
    conversation = await running.talks(Language.EN)
    earlier = await running.calls(Language.EN)
    await running.is_silent(running.sato, for_=LOST_AFTER + SECOND)
    assert await running.said_last(conversation) == "counsellor.lost"
    await running.services.conversations.turns.receive(conversation, "are you still there?", nonce=Nonce("b" * 16))
    await running.services.presence.hear(running.kim.id)
    await running.services.conversations.turns.press(conversation, "call:requeue", nonce=Nonce("c" * 16))
    assert await running.said_last(conversation) == "counsellor.lost.waiting"
    assert [call.conversation for call in await running.services.conversations.person.queue()] == [
        conversation,
        earlier,
    ]
    chat = await running.services.conversations.counsellor.take(conversation, running.kim, most=MOST)
    assert "are you still there?" in [message.text for message in chat.messages]


async def test_who_is_lost_has_all_their_people_told_and_nobody_elses(running: TimedServices) -> None:
    held_conversation = [await running.talks(language) for language in Language]
    other = await running.calls(Language.JA)
    await running.services.conversations.counsellor.take(other, running.kim, most=MOST)
    await running.is_silent(running.sato, for_=LOST_AFTER)
    await running.services.presence.hear(running.kim.id)
    running.clock.forward(SECOND)
    assert [await running.said_last(one) for one in held_conversation] == ["counsellor.lost"] * 2
    assert await running.said_last(other) == "counsellor.joined"


@pytest.mark.parametrize("language", Language)
async def test_after_three_minutes_of_silence_the_chat_goes_back_to_the_front_and_the_person_is_told_once(
    running: TimedServices, language: Language
) -> None:
    conversation, earlier = await running.talks(language), await running.calls(language)
    await running.is_silent(running.sato, for_=LOST_AFTER + SECOND)
    assert await running.said_last(conversation) == "counsellor.lost"
    running.clock.forward(GIVE_BACK_AFTER - LOST_AFTER - SECOND)
    await running.services.presence.hear(running.kim.id)
    assert await running.said_last(conversation) == "counsellor.lost"
    running.clock.forward(SECOND)
    for _ in range(3):
        assert await running.said_last(conversation) == "counsellor.lost.waiting"
    assert (await running.said(conversation)).count("counsellor.lost.waiting") == 1
    assert await running.stage(conversation) is Stage.WAITING
    assert [call.conversation for call in await running.services.conversations.person.queue()] == [
        conversation,
        earlier,
    ]


async def test_where_no_other_counsellor_is_there_nobody_is_said_to_be_called(running: TimedServices) -> None:
    conversation = await running.talks(Language.JA)
    await running.services.presence.go(running.kim.id)
    await running.is_silent(running.sato, for_=LOST_AFTER + SECOND)
    assert await running.said_last(conversation) == "counsellor.lost"
    running.clock.forward(GIVE_BACK_AFTER)
    assert await running.said_last(conversation) == "counsellor.lost.kept"
    assert await running.stage(conversation) is Stage.WAITING


async def test_who_is_back_before_three_minutes_are_over_keeps_their_chats(running: TimedServices) -> None:
    conversation = await running.talks(Language.EN)
    await running.is_silent(running.sato, for_=LOST_AFTER + SECOND)
    assert await running.said_last(conversation) == "counsellor.lost"
    running.clock.forward(LOST_AFTER)
    await running.services.presence.hear(running.sato.id)
    assert await running.said_last(conversation) == "counsellor.back"
    running.clock.forward(LOST_AFTER)
    await running.services.presence.hear(running.sato.id)
    assert await running.said_last(conversation) == "counsellor.back"
    assert await running.stage(conversation) is Stage.COUNSELLOR


async def test_after_an_outage_of_ours_a_counsellor_has_time_to_come_back(running: TimedServices) -> None:
    conversation = await running.talks(Language.EN)
    await running.is_silent(running.sato, for_=10 * GIVE_BACK_AFTER)
    assert await running.said_last(conversation) == "counsellor.lost"
    assert await running.stage(conversation) is Stage.COUNSELLOR


async def test_whoever_goes_off_duty_with_chats_has_them_given_back_at_once(running: TimedServices) -> None:
    conversation = await running.talks(Language.JA)
    await running.services.presence.go(running.sato.id)
    assert await running.said_last(conversation) == "counsellor.lost.waiting"
    assert await running.stage(conversation) is Stage.WAITING


@pytest.mark.parametrize("roles", [None, [Role.EDITOR]])
async def test_the_chats_of_a_closed_account_and_of_who_is_no_counsellor_any_more_are_given_back(
    running: TimedServices, roles: list[Role] | None
) -> None:
    conversation = await running.talks(Language.EN)
    who = StaffId(running.sato.id)
    if roles is None:
        await running.accounts.disable(who, by=COMMAND_LINE)
    else:
        await running.accounts.change_roles(who, roles, by=COMMAND_LINE)
    assert await running.said_last(conversation) == "counsellor.lost.waiting"
    chat = await running.services.conversations.counsellor.take(conversation, running.kim, most=MOST)
    assert chat.messages
