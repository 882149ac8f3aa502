"""What live pages are told: whom a change concerns, and nobody else; never what was written."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.conversation.case import Outcome
from bot.conversation.model import Conversation, Counsellor, CounsellorId, Nonce
from bot.staff.console.live_updates import ALL_CONSOLES, Watcher, console_of
from bot.store.call_snapshot import SqlSnapshots
from tests.fakes.staff import StaffSite

SATO, KIM = (Counsellor(id=CounsellorId(name.lower()), name=name) for name in ("Sato", "Kim"))


class Listening:
    """Everything that was published to some topics."""

    def __init__(self, site: StaffSite, *topics: str) -> None:
        """Begin to listen."""
        self.heard: list[tuple[str, str, Any]] = []
        self._tasks = [asyncio.create_task(self._listen(site, topic)) for topic in topics]

    async def _listen(self, site: StaffSite, topic: str) -> None:
        async for event, data in site.console.fanout.listen([topic]):
            self.heard.append((topic, event, data))

    async def since(self) -> set[tuple[str, str, Any]]:
        """Return what came, once everything that was published has arrived, and begin anew."""
        for _ in range(50):
            await asyncio.sleep(0)
        heard, self.heard = {one for one in self.heard if one[1]}, []
        return heard

    def stop(self) -> None:
        """Stop listening."""
        for task in self._tasks:
            task.cancel()


@pytest.fixture
def watcher(site: StaffSite) -> Watcher:
    return Watcher(SqlSnapshots(site.database.engine).look, fanout=site.console.fanout)


async def called(site: StaffSite) -> Conversation:
    conversation = await site.services.begin()
    await site.services.press(conversation, "call:everything")
    return conversation


async def newest(site: StaffSite, conversation: Conversation) -> int:
    return (await site.services.conversations.messages(conversation.id))[-1].seq


async def test_the_first_look_tells_nothing_and_a_second_look_tells_nothing_twice(
    site: StaffSite, watcher: Watcher
) -> None:
    listening = Listening(site, ALL_CONSOLES)
    await called(site)
    for _ in range(3):
        await watcher.once()
    assert await listening.since() == set()
    await called(site)
    await watcher.once()
    assert await listening.since() == {(ALL_CONSOLES, "queue", "")}
    await watcher.once()
    assert await listening.since() == set()
    listening.stop()


async def test_who_waits_is_told_when_somebody_else_is_taken(site: StaffSite, watcher: Watcher) -> None:
    first, second = await called(site), await called(site)
    await watcher.once()
    listening = Listening(site, first.id, second.id, ALL_CONSOLES, console_of(SATO.id))
    await site.services.conversations.counsellor.take(first.id, SATO, most=2)
    await watcher.once()
    heard = await listening.since()
    assert {
        (first.id, "status", ""),
        (first.id, "news", await newest(site, first)),
        (second.id, "status", ""),
        (ALL_CONSOLES, "queue", ""),
        (console_of(SATO.id), "chat", first.id),
    } <= heard
    assert not any(topic == second.id and event == "news" for topic, event, _ in heard)
    listening.stop()


async def test_a_message_is_told_to_the_counsellor_who_has_the_chat_and_to_no_other(
    site: StaffSite, watcher: Watcher
) -> None:
    conversation = await called(site)
    await site.services.conversations.counsellor.take(conversation.id, SATO, most=2)
    await watcher.once()
    listening = Listening(site, conversation.id, ALL_CONSOLES, console_of(SATO.id), console_of(KIM.id))
    await site.services.write(conversation, "canary-words")
    await watcher.once()
    heard = await listening.since()
    news = (conversation.id, "news", await newest(site, conversation))
    assert heard == {news, (console_of(SATO.id), "chat", conversation.id)}
    await site.services.conversations.counsellor.transfer(conversation.id, SATO.id, KIM, most=2)
    await watcher.once()
    both = {one for one in await listening.since() if one[1] == "chat"}
    assert both == {(console_of(SATO.id), "chat", conversation.id), (console_of(KIM.id), "chat", conversation.id)}
    listening.stop()


async def test_reading_and_ending_and_erasing_are_told(site: StaffSite, watcher: Watcher) -> None:
    conversation = await called(site)
    await site.services.conversations.counsellor.take(conversation.id, SATO, most=2)
    message = await site.services.conversations.counsellor.reply(
        conversation.id, SATO, nonce=Nonce("nonce-a"), text="hello"
    )
    await watcher.once()
    listening = Listening(site, console_of(SATO.id))
    await site.services.conversations.counsellor.seen(conversation.id, message.seq, by_person=True)
    await watcher.once()
    assert await listening.since() == {(console_of(SATO.id), "chat", conversation.id)}
    await site.services.conversations.erasure.forget(conversation.id)
    await watcher.once()
    assert await listening.since() == {(console_of(SATO.id), "chat", conversation.id)}
    other = await called(site)
    await site.services.conversations.counsellor.take(other.id, SATO, most=2)
    await site.services.conversations.counsellor.close(other.id, SATO.id, outcome=Outcome.GUIDED)
    await watcher.once()
    site.clock.forward(timedelta(seconds=1))
    assert all(name != other.id for _, _, name in await listening.since())
    listening.stop()
