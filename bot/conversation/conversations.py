"""The one way into conversations: every use case of every edge, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.conversation.addresses import Readdressing
from bot.conversation.core import Core
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.erasure import Erasure
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.handover.notes import ChatNotes
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.handover.stages import Stage
from bot.conversation.handover.supervision import Supervision
from bot.conversation.model import Address, AssistantId, Conversation, ConversationId, Message, Say
from bot.conversation.person_plan import PersonPlan
from bot.conversation.ports import Archive, Assistant, Availability, Bell, CodeBook
from bot.conversation.practice import Practice
from bot.conversation.retention import Retention
from bot.conversation.turns.calling import Calling
from bot.conversation.turns.intake import BURST, Intake
from bot.conversation.turns.responder import Responder
from bot.conversation.turns.service import Turns
from bot.conversation.turns.turn import says
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.language import Language
from understanding.gazetteer import Tables


@dataclass(frozen=True, kw_only=True)
class Ports:
    """Everything that conversations need from outside."""

    archive: Archive
    assistant: Assistant
    scripted: Assistant
    """Answers where the assistant is not available."""
    catalogue: Catalogue
    danger_detector: DangerDetector
    clock: Clock
    bell: Bell
    retention: Retention
    new_id: Callable[[], str]
    on_fault: Callable[[str], None]
    """Is told the kind of every fault of the assistant."""
    availability: Availability
    codes: CodeBook
    tables: Tables
    """The lists by which facts are read in a message."""
    burst: int = BURST
    """Messages taken from one person within ten seconds."""


class Conversations:
    """Opens, finds and reads conversations; everything else is a use case of one of its parts."""

    def __init__(self, ports: Ports) -> None:
        """Build every part once."""
        core = Core(archive=ports.archive, clock=ports.clock, bell=ports.bell, retention=ports.retention)
        self._core = core
        self._new_id = ports.new_id
        self.person = PersonHandover(core=core, availability=ports.availability)
        """What a person does about a counsellor."""
        self.counsellor = CounsellorHandover(core=core)
        """What a counsellor does with chats."""
        self.supervision = Supervision(core=core)
        """What supervisors do in the chats of others."""
        self.plan = PersonPlan(core=core, catalogue=ports.catalogue)
        """The plan as the person sees and ticks it."""
        self.notes = ChatNotes(core=core)
        """Notes and labels of chats."""
        self.addresses = Readdressing(core=core, new_id=ports.new_id)
        """By which address a chat is found."""
        self.erasure = Erasure(core=core, assistant=ports.assistant)
        """Forgetting, at once and by the clock."""
        self.turns = _turns(ports, core, person=self.person, assistant=ports.assistant)
        """Taking and answering what people write."""
        self.scripted_turns = _turns(ports, core, person=self.person, assistant=ports.scripted)
        """The same, answered by the scripted assistant alone: at once, however many write."""
        self.practice = Practice(core=core, turns=self.turns, person=self.person)
        """Made-up chats to practise with."""

    async def begin(self, *, address: Address, channel: str, language: Language) -> Conversation:
        """Open a conversation for an address, with the welcome in it; return the one that is there if it has one."""
        now = self._core.clock.now()
        async with self._core.archive.work() as records:
            known = await records.conversations.find(address)
            if known is not None:
                return known
            conversation = Conversation(
                id=ConversationId(self._new_id()),
                assistant_id=AssistantId(self._new_id()),
                channel=channel,
                language=language,
                language_chosen=False,
                stage=Stage.ASSISTANT,
                answers=Answers(),
                asked="welcome",
                last_at=now,
            )
            expires_at = self._core.retention.expiry_of(conversation)
            await records.conversations.add(conversation, address=address, expires_at=expires_at)
            await records.messages.append(conversation.id, [says(Say(key="welcome"), now)])
        return conversation

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address, None where it has none."""
        async with self._core.archive.look() as records:
            return await records.conversations.find(address)

    async def find_all(self, addresses: Sequence[Address]) -> list[Conversation | None]:
        """Return the conversation of each address in the same order, None where it has none."""
        async with self._core.archive.look() as records:
            return [await records.conversations.find(address) for address in addresses]

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation in its present state, None once it is gone."""
        async with self._core.archive.look() as records:
            return await records.conversations.get(conversation)

    async def messages(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages with a number above `after`, in order."""
        async with self._core.archive.look() as records:
            return await records.messages.read(conversation, after=after)

    async def choose_language(self, conversation: ConversationId, language: Language) -> Conversation:
        """Go on in another language, after the end too, until the person changes it again."""
        async with self._core.archive.work() as records:
            current = replace(
                await existing_conversation(records, conversation), language=language, language_chosen=True
            )
            await records.conversations.update(current, expires_at=self._core.retention.expiry_of(current))
        return current


def _turns(ports: Ports, core: Core, *, person: PersonHandover, assistant: Assistant) -> Turns:
    return Turns(
        core=core,
        catalogue=ports.catalogue,
        danger_detector=ports.danger_detector,
        intake=Intake(
            core=core,
            catalogue=ports.catalogue,
            danger_detector=ports.danger_detector,
            codes=ports.codes,
            burst=ports.burst,
        ),
        responder=Responder(
            core=core,
            assistant=assistant,
            scripted=ports.scripted,
            catalogue=ports.catalogue,
            danger_detector=ports.danger_detector,
            on_fault=ports.on_fault,
            person=person,
            calling=Calling(core=core, person=person),
            tables=ports.tables,
        ),
    )
