"""Conversations over fakes: what most tests begin with."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any

from bot.assistant.scripted import ScriptedAssistant
from bot.container import load_tables
from bot.conversation.conversations import Conversations, Ports
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, Conversation, ConversationId, Message, Nonce, Turn
from bot.conversation.ports import Archive
from bot.conversation.retention import Retention
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.fakes.archive import MemoryArchive
from tests.fakes.assistant import FakeAssistant
from tests.fakes.availability import FakeAvailability, FakeCodes
from tests.fakes.bell import CountingBell
from tests.fakes.clock import StoppedClock

KEEP, KEEP_COUNSELLED = timedelta(hours=24), timedelta(days=30)


def numbered_ids() -> Callable[[], str]:
    """Return a source of ids that are easy to tell apart: 32 hex digits, counted up."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"


@dataclass(kw_only=True)
class FakeServices:
    """Conversations, their fakes, and short ways to use them."""

    ports: Ports
    conversations: Conversations
    archive: Archive
    assistant: FakeAssistant
    clock: StoppedClock
    bell: CountingBell
    availability: FakeAvailability
    codes: FakeCodes
    faults: list[str]
    nonces: Any

    def use(self, **ports: Any) -> None:
        """Put other ports in place of the fakes."""
        self.ports = replace(self.ports, **ports)
        self.conversations = Conversations(self.ports)

    def nonce(self) -> Nonce:
        """Return a fresh nonce."""
        return Nonce(f"nonce-{next(self.nonces):08d}")

    async def begin(self, *, language: Language = Language.JA, stage: Stage = Stage.ASSISTANT) -> Conversation:
        """Open a conversation of one's own, in a stage."""
        address = Address(f"web:{next(self.nonces)}")
        opened = await self.conversations.begin(address=address, channel="web", language=language)
        if stage is Stage.ASSISTANT:
            return opened
        moved = replace(opened, stage=stage)
        async with self.archive.work() as records:
            await records.conversations.update(moved, expires_at=self.clock.now() + KEEP)
        return moved

    async def write(self, conversation: Conversation, text: str) -> Turn:
        """Write something, a little later than before."""
        self.clock.forward(timedelta(seconds=2))
        return await self.conversations.turns.receive(conversation.id, text, nonce=self.nonce())

    async def press(self, conversation: Conversation, payload: str) -> Turn:
        """Press a button, a little later than before."""
        self.clock.forward(timedelta(seconds=2))
        return await self.conversations.turns.press(conversation.id, payload, nonce=self.nonce())

    async def state(self, conversation: ConversationId) -> Conversation:
        """Return the state of a conversation as it is kept."""
        async with self.archive.work() as records:
            current = await records.conversations.get(conversation)
        assert current is not None
        return current


def fake_services(
    catalogue: Catalogue,
    *,
    assistant: FakeAssistant | None = None,
    archive: Archive | None = None,
    danger_detector: DangerDetector | None = None,
) -> FakeServices:
    """Return conversations over fakes; only the guidance, the danger patterns and the scripted assistant are real."""
    archive = archive or MemoryArchive()
    assistant = assistant or FakeAssistant()
    clock, bell, availability, codes = StoppedClock(), CountingBell(), FakeAvailability(), FakeCodes()
    faults: list[str] = []
    ports = Ports(
        archive=archive,
        assistant=assistant,
        scripted=ScriptedAssistant(catalogue.plans),
        catalogue=catalogue,
        danger_detector=danger_detector or DangerDetector(),
        clock=clock,
        bell=bell,
        retention=Retention(assistant=KEEP, counsellor=KEEP_COUNSELLED),
        new_id=numbered_ids(),
        on_fault=faults.append,
        availability=availability,
        codes=codes,
        tables=load_tables(),
    )
    return FakeServices(
        ports=ports,
        conversations=Conversations(ports),
        archive=archive,
        assistant=assistant,
        clock=clock,
        bell=bell,
        availability=availability,
        codes=codes,
        faults=faults,
        nonces=count(1),
    )


def keys(messages: Turn | list[Message]) -> list[str]:
    """Return the entries that were said, by key."""
    said = messages.messages if isinstance(messages, Turn) else messages
    return [message.say.key for message in said if message.say]


def offered(turn: Turn, catalogue: Catalogue) -> list[str]:
    """Return the payloads that the last bubble of a turn offers."""
    say = turn.messages[-1].say
    assert say is not None
    fills = fills_of(say, age=turn.conversation.answers.age)
    return [
        choice.payload for choice in catalogue.say(say.key, language=turn.conversation.language, fills=fills).choices
    ]
