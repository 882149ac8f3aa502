"""One message in, the right words out: the only way a conversation goes on, for every channel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation.addresses import Readdressing
from bot.conversation.danger.detector import ENTRY, DangerDetector
from bot.conversation.erasure import Erasure
from bot.conversation.errors import (
    ConversationClosed,
    ConversationGone,
)
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.handover.notes import ChatNotes
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import kept_conversation
from bot.conversation.handover.stages import Stage
from bot.conversation.model import (
    Address,
    AssistantId,
    Conversation,
    ConversationId,
    Message,
    Nonce,
    Receipt,
    Say,
    Taken,
    Turn,
)
from bot.conversation.ports import Archive, Assistant, Availability, Bell, Clock, CodeBook
from bot.conversation.retention import Keep
from bot.conversation.turns.clean_text import LONGEST
from bot.conversation.turns.intake import BURST, Intake
from bot.conversation.turns.responder import Responder
from bot.conversation.turns.short_answers import short_answer
from bot.conversation.turns.turn import (
    IMAGE_PLACEHOLDER,
    as_it_was,
    heard_from,
    open_conversation,
    says,
    turns_of,
)
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class ConversationService:
    """Receives what people write and press, and keeps the promises about it."""

    archive: Archive
    assistant: Assistant
    scripted: Assistant
    catalogue: Catalogue
    danger_detector: DangerDetector
    clock: Clock
    bell: Bell
    keep: Keep
    new_id: Callable[[], str]
    on_fault: Callable[[str], None]
    desk: Availability
    codes: CodeBook
    burst: int = BURST

    async def begin(self, *, address: Address, channel: str, language: Language) -> Conversation:
        """Open a conversation for an address, with the welcome in it; return the one that is there if it has one."""
        now = self.clock.now()
        async with self.archive.work() as records:
            known = await records.conversations.find(address)
            if known is not None:
                return known
            conversation = Conversation(
                id=ConversationId(self.new_id()),
                assistant_id=AssistantId(self.new_id()),
                channel=channel,
                language=language,
                language_chosen=False,
                stage=Stage.ASSISTANT,
                answers=Answers(),
                asked="welcome",
                calm_turns=None,
                last_at=now,
            )
            await records.conversations.add(conversation, address=address, expires_at=self._expiry(conversation))
            await records.messages.append(conversation.id, [says(Say(key="welcome"), now)])
        return conversation

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address, None when there is none (any more)."""
        async with self.archive.look() as records:
            return await records.conversations.find(address)

    async def find_all(self, addresses: Sequence[Address]) -> list[Conversation | None]:
        """Return the conversation of each address in the same order, None where there is none."""
        async with self.archive.look() as records:
            return [await records.conversations.find(address) for address in addresses]

    async def get(self, conversation: ConversationId) -> Conversation | None:
        """Return a conversation as it is now, None when it is gone."""
        async with self.archive.look() as records:
            return await records.conversations.get(conversation)

    async def messages(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages after a number, in order."""
        async with self.archive.look() as records:
            return await records.messages.read(conversation, after=after)

    async def receive(self, conversation: ConversationId, raw: str, *, nonce: Nonce) -> Turn:
        """Take what a person wrote and answer it; see take for what it raises."""
        taken = await self.take(conversation, raw, nonce=nonce)
        return await self._answered(conversation, [taken.message], danger=taken.danger)

    async def press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> Turn:
        """Take a pressed button and answer it; see take_press for what it raises."""
        taken = await self.take_press(conversation, payload, nonce=nonce)
        return await self._answered(conversation, [taken.message], danger=self._danger_in(taken.message))

    async def take(
        self,
        conversation: ConversationId,
        raw: str,
        *,
        nonce: Nonce,
        media: bool = False,
        longest: int = LONGEST,
    ) -> Taken:
        """Keep what a person wrote, to be answered by answer_open; see Intake.take."""
        return await self._intake.take(conversation, raw, nonce=nonce, media=media, longest=longest)

    async def take_press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> Taken:
        """Keep a pressed button, to be answered by answer_open; see Intake.take_press."""
        return await self._intake.take_press(conversation, payload, nonce=nonce)

    async def say(self, conversation: ConversationId, said: Say) -> None:
        """Say an entry that answers nothing: a notice of the channel, in any stage; the chat is kept no longer for it."""
        async with self.archive.work() as records:
            current = replace(await kept_conversation(records, conversation), asked=said.key)
            await records.messages.append(conversation, [says(said, self.clock.now())])
            await records.conversations.update(current, expires_at=self._expiry(current))
        self.bell.ring()

    async def answer_open(self, conversation: ConversationId, *, first: Sequence[Say] = ()) -> tuple[Turn, ...]:
        """Answer what was taken and not answered yet, in order; texts that came together are one turn.

        `first` is said before the first answer, in place of what is said by itself where there was a file.
        """
        turns: list[Turn] = []
        async with self.archive.look() as records:
            await open_conversation(records, conversation)
            left = [message for message in await records.messages.read(conversation) if not message.answered]
        for together in turns_of(left):
            danger = next((found for message in together if (found := self._danger_in(message))), None)
            turns.append(await self._answered(conversation, together, danger=danger, first=() if turns else first))
        return tuple(turns)

    async def answer_unanswered(self, *, older_than: timedelta) -> int:
        """Answer messages that were taken but, because a process died, never answered; return how many turns."""
        count = 0
        async with self.archive.look() as records:
            waiting = await records.messages.unanswered(before=self.clock.now() - older_than)
        for conversation in waiting:
            try:
                count += len(await self.answer_open(conversation))
            except (ConversationGone, ConversationClosed):
                continue
        return count

    async def choose_language(self, conversation: ConversationId, language: Language) -> Conversation:
        """Go on in another language, after the end too; it stays until the person changes it again."""
        async with self.archive.work() as records:
            current = replace(await kept_conversation(records, conversation), language=language, language_chosen=True)
            await records.conversations.update(current, expires_at=self._expiry(current))
        return current

    async def forget(self, conversation: ConversationId) -> Receipt:
        """Erase everything about a conversation, now; raises ConversationGone when there is nothing."""
        return await self._eraser.forget(conversation)

    async def sweep(self) -> int:
        """Erase what is due by the clock; return how many conversations were erased."""
        return await self._eraser.sweep()

    async def settle(self) -> None:
        """Let the assistant forget what it still has to."""
        await self._eraser.settle()

    @property
    def _eraser(self) -> Erasure:
        return Erasure(archive=self.archive, assistant=self.assistant, clock=self.clock)

    async def _answered(
        self,
        conversation: ConversationId,
        together: Sequence[Message],
        *,
        danger: str | None,
        first: Sequence[Say] = (),
    ) -> Turn:
        """Answer messages as one turn, unless they have their answer."""
        async with self.archive.look() as records:
            current = await open_conversation(records, conversation)
            if together[-1].answered:
                return await as_it_was(records, current, together[-1])
            messages = await records.messages.read(conversation)
        text = "\n".join(message.text for message in together if message.text != IMAGE_PLACEHOLDER)
        payload = together[-1].payload
        if not (payload or danger):
            payload = short_answer(text, conversation=current, messages=messages, catalogue=self.catalogue) or ""
        heard = heard_from(current, text="" if payload else text, payload=payload)
        if any(message.media for message in together):
            first = first or [Say(key="image.refused")]
        return await self._responder.answer(current, together[-1], heard, danger=danger, first=first)

    @property
    def person(self) -> PersonHandover:
        """Return what a person does about a counsellor."""
        return PersonHandover(archive=self.archive, clock=self.clock, bell=self.bell, keep=self.keep)

    @property
    def counsellor(self) -> CounsellorHandover:
        """Return what a counsellor does with chats."""
        return CounsellorHandover(archive=self.archive, clock=self.clock, bell=self.bell, keep=self.keep)

    @property
    def notes(self) -> ChatNotes:
        """Return the notes and labels of chats."""
        return ChatNotes(archive=self.archive, clock=self.clock, bell=self.bell, keep=self.keep)

    @property
    def addresses(self) -> Readdressing:
        """Return what changes by which address a chat is found."""
        return Readdressing(archive=self.archive, new_id=self.new_id)

    @property
    def _responder(self) -> Responder:
        return Responder(
            archive=self.archive,
            assistant=self.assistant,
            scripted=self.scripted,
            catalogue=self.catalogue,
            danger_detector=self.danger_detector,
            clock=self.clock,
            bell=self.bell,
            keep=self.keep,
            on_fault=self.on_fault,
            desk=self.desk,
        )

    @property
    def _intake(self) -> Intake:
        return Intake(
            archive=self.archive,
            catalogue=self.catalogue,
            danger_detector=self.danger_detector,
            clock=self.clock,
            bell=self.bell,
            keep=self.keep,
            codes=self.codes,
            burst=self.burst,
        )

    def _danger_in(self, message: Message) -> str | None:
        topic = message.payload.removeprefix("topic:")
        return (topic if topic in ENTRY else None) if message.payload else self.danger_detector.detect(message.text)

    def _expiry(self, conversation: Conversation) -> datetime:
        return self.keep.expiry_of(conversation)
