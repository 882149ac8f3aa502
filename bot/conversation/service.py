"""One message in, the right words out: the only way a conversation goes on, for every channel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation.clean import LONGEST, clean
from bot.conversation.eraser import Eraser
from bot.conversation.errors import (
    AssistantUnavailable,
    ConversationClosed,
    ConversationGone,
    MessageTooFast,
    MessageTooLong,
    UnknownChoice,
)
from bot.conversation.handover import Stage, assistant_may_speak
from bot.conversation.model import (
    Address,
    AssistantId,
    Author,
    Conversation,
    ConversationId,
    Message,
    Nonce,
    Receipt,
    Say,
    Turn,
    Understanding,
)
from bot.conversation.ports import Archive, Assistant, Bell, Clock, Heard, Reply
from bot.conversation.retention import expires_at
from bot.conversation.safety import DANGER_ENTRIES, ENTRY, Lookout
from bot.conversation.short_answers import short_answer
from bot.conversation.turns import IMAGE_PLACEHOLDER, as_it_was, heard_from, language_after, open_conversation, says
from bot.conversation.wording import is_known, worded
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.language import Language, asked_for

PATIENCE = 3.0
"""Seconds the assistant has for a turn."""

PATIENCE_IN_DANGER = 1.0
"""Seconds it has to take note of a turn that was answered already, because there was danger in it."""

BURST, BURST_WINDOW = 10, timedelta(seconds=10)
"""Messages taken within a window."""

NOT_UNDERSTOOD = frozenset({"unclear", "unclear.again"})
"""Where the assistant says this, the ear for danger is believed as if it were alone."""


@dataclass(frozen=True, kw_only=True)
class ConversationService:
    """Receives what people write and press, and keeps the promises about it."""

    archive: Archive
    assistant: Assistant
    scripted: Assistant
    catalogue: Catalogue
    lookout: Lookout
    clock: Clock
    bell: Bell
    keep: timedelta
    new_id: Callable[[], str]
    on_fault: Callable[[str], None]
    burst: int = BURST

    async def begin(self, *, address: Address, channel: str, language: Language) -> Conversation:
        """Open a conversation for an address, with the welcome in it; return the one that is there if it has one."""
        now = self.clock.now()
        async with self.archive.work() as records:
            known = await records.find(address)
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
            await records.add(conversation, address=address, expires_at=self._expiry(conversation))
            await records.append(conversation.id, [says(Say(key="welcome"), now)])
        return conversation

    async def find(self, address: Address) -> Conversation | None:
        """Return the conversation of an address, None when there is none (any more)."""
        async with self.archive.work() as records:
            return await records.find(address)

    async def messages(self, conversation: ConversationId, *, after: int = 0) -> Sequence[Message]:
        """Return the messages after a number, in order."""
        async with self.archive.work() as records:
            return await records.messages(conversation, after=after)

    async def receive(self, conversation: ConversationId, raw: str, *, nonce: Nonce) -> Turn:
        """Take what a person wrote and answer it.

        Raises MessageRefused when it is not taken, ConversationGone or ConversationClosed when there is nobody to take it.
        """
        try:
            cleaned = clean(raw)
        except MessageTooLong:
            await self._speak_to_danger_in(conversation, raw[:LONGEST])
            raise
        danger = self.lookout.look(cleaned.text)
        async with self.archive.work() as records:
            now, current = self.clock.now(), await open_conversation(records, conversation)
            known = await records.by_nonce(conversation, nonce)
            if known is not None and known.answered:
                return await as_it_was(records, current, known)
            if known is None:
                heard_already = danger is None or current.calm_turns == 0
                if heard_already and await records.sent_since(conversation, now - BURST_WINDOW) >= self.burst:
                    raise MessageTooFast
                current = replace(current, language=language_after(current, cleaned.text), last_at=now)
                text = cleaned.text or IMAGE_PLACEHOLDER
                sent = Message(seq=0, author=Author.PERSON, at=now, text=text, answered=False)
                known = (await records.append(conversation, [sent], nonce=nonce))[0]
                await records.update(current, expires_at=self._expiry(current))
        payload = None if danger else await self._short_answer(current, cleaned.text)
        heard = heard_from(current, text="" if payload else cleaned.text, payload=payload or "")
        first = [Say(key="image.refused")] if cleaned.had_image else []
        return await self._answer(current.id, known, heard, danger=danger, first=first)

    async def press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> Turn:
        """Take a pressed button and answer it; raises UnknownChoice when no button has the payload."""
        button = next((b for b in self.catalogue.buttons.values() if b.payload == payload), None)
        if button is None or payload.startswith("do:"):
            raise UnknownChoice
        async with self.archive.work() as records:
            now, current = self.clock.now(), await open_conversation(records, conversation)
            known = await records.by_nonce(conversation, nonce)
            if known is not None and known.answered:
                return await as_it_was(records, current, known)
            if known is None:
                if await records.sent_since(conversation, now - BURST_WINDOW) >= self.burst:
                    raise MessageTooFast
                title = self.catalogue.title(button.key, language=current.language)
                sent = Message(seq=0, author=Author.PERSON, at=now, text=title, answered=False)
                known = (await records.append(conversation, [sent], nonce=nonce))[0]
                await records.update(replace(current, last_at=now), expires_at=self._expiry(current, at=now))
        return await self._answer(current.id, known, heard_from(current, payload=payload), danger=None, first=[])

    async def choose_language(self, conversation: ConversationId, language: Language) -> Conversation:
        """Go on in another language; it stays until the person changes it again."""
        async with self.archive.work() as records:
            current = replace(await open_conversation(records, conversation), language=language, language_chosen=True)
            await records.update(current, expires_at=self._expiry(current))
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
    def _eraser(self) -> Eraser:
        return Eraser(archive=self.archive, assistant=self.assistant, clock=self.clock)

    async def answer_unanswered(self, *, older_than: timedelta) -> int:
        """Answer messages that were taken but, because a process died, never answered; return how many."""
        count = 0
        async with self.archive.work() as records:
            waiting = await records.unanswered(before=self.clock.now() - older_than)
        for conversation in waiting:
            try:
                count += await self._answer_last(conversation)
            except (ConversationGone, ConversationClosed):
                continue
        return count

    async def _answer_last(self, conversation: ConversationId) -> int:
        """Answer the last of the messages left open; danger in any of them comes first."""
        async with self.archive.work() as records:
            current = await open_conversation(records, conversation)
            left = [message for message in await records.messages(conversation) if not message.answered]
        if not left:
            return 0
        danger = next((found for message in left if (found := self.lookout.look(message.text))), None)
        text = left[-1].text
        was_image = text == IMAGE_PLACEHOLDER
        first = [Say(key="image.refused")] if was_image else []
        payload = None if danger else await self._short_answer(current, text)
        heard = heard_from(current, text="" if was_image or payload else text, payload=payload or "")
        await self._answer(conversation, left[-1], heard, danger=danger, first=first)
        return 1

    async def _answer(
        self, conversation: ConversationId, sent: Message, heard: Heard, *, danger: str | None, first: Sequence[Say]
    ) -> Turn:
        """Say what follows from a kept message; where there is danger, the emergency words before anything else."""
        if danger:
            emergency = Reply(say=(Say(key=ENTRY[danger]),), understood=Understanding())
            turn = await self._say(conversation, sent, heard, emergency)
            return replace(turn, understood=await self._note(conversation, heard, danger), danger=True)
        nothing_said = Reply(say=(), understood=Understanding()) if not (heard.text or heard.payload) else None
        reply = self._direct(heard) or nothing_said or await self._ask(heard)
        return await self._say(conversation, sent, heard, replace(reply, say=(*first, *reply.say)))

    async def _say(self, conversation: ConversationId, sent: Message, heard: Heard, reply: Reply) -> Turn:
        async with self.archive.work() as records:
            current = await open_conversation(records, conversation)
            if not await records.mark_answered(conversation, up_to=sent.seq):
                return await as_it_was(records, current, sent)
            if not assistant_may_speak(current.stage) and not any(s.key in DANGER_ENTRIES for s in reply.say):
                return Turn(conversation=current, messages=(), understood=reply.understood, danger=False)
            if any(say.key == "language.changed" for say in reply.say):
                language = asked_for(heard.text, current=current.language)
                current = replace(current, language=language, language_chosen=True)
            said, after = worded(reply.say, conversation=current, understood=reply.understood, catalogue=self.catalogue)
            now = self.clock.now()
            after = replace(after, last_at=now)
            messages = await records.append(conversation, [says(say, now) for say in said])
            await records.update(after, expires_at=self._expiry(after))
        self.bell.ring()
        danger = any(say.key in DANGER_ENTRIES for say in said)
        return Turn(conversation=after, messages=tuple(messages), understood=reply.understood, danger=danger)

    def _direct(self, heard: Heard) -> Reply | None:
        """Return what a button says by itself, without the assistant."""
        kind, _, rest = heard.payload.partition(":")
        if kind == "plan":
            return Reply(say=(Say(key=f"plan.{rest}"),), understood=Understanding())
        if kind == "say":
            return Reply(say=(Say(key=rest),), understood=Understanding())
        return None

    async def _ask(self, heard: Heard) -> Reply:
        reply = await self._asked(heard)
        if reply is not None and not any(say.key in NOT_UNDERSTOOD for say in reply.say):
            return reply
        danger = self.lookout.look(heard.text, alone=True) if heard.text else None
        if danger:
            return Reply(say=(Say(key=ENTRY[danger]),), understood=Understanding(intent=danger, confidence=1.0))
        return reply or await self.scripted.ask(heard, within=PATIENCE)

    async def _asked(self, heard: Heard) -> Reply | None:
        """Return the assistant's decision, None where it is not there or says what nobody knows."""
        try:
            reply = await self.assistant.ask(heard, within=PATIENCE)
        except AssistantUnavailable as fault:
            self.on_fault(str(fault))
            return None
        if all(is_known(say.key, self.catalogue) for say in reply.say):
            return reply
        self.on_fault("strange")
        return None

    async def _note(self, conversation: ConversationId, heard: Heard, danger: str) -> Understanding:
        """Let the assistant take note of a turn that is answered already: ages and places are not asked again."""
        try:
            reply = await self.assistant.ask(heard, within=PATIENCE_IN_DANGER)
        except AssistantUnavailable as fault:
            self.on_fault(str(fault))
            return Understanding(intent=danger, confidence=1.0)
        async with self.archive.work() as records:
            current = await records.get(conversation)
            if current is not None:
                slots = {name: value for name, value in reply.understood.slots.items() if name != "topic"}
                current = replace(current, answers=current.answers.with_slots(slots))
                await records.update(current, expires_at=self._expiry(current))
        if reply.understood.intent not in ENTRY:
            return replace(reply.understood, intent=danger)
        return reply.understood

    async def _speak_to_danger_in(self, conversation: ConversationId, refused: str) -> None:
        """Say the emergency words where a message that is not taken shows danger."""
        danger = self.lookout.look(refused)
        if danger is None:
            return
        async with self.archive.work() as records:
            now, current = self.clock.now(), await open_conversation(records, conversation)
            language = language_after(current, refused)
            after = replace(current, language=language, asked=ENTRY[danger], calm_turns=0, last_at=now)
            await records.append(conversation, [says(Say(key=ENTRY[danger]), now)])
            await records.update(after, expires_at=self._expiry(after))
        self.bell.ring()

    async def _short_answer(self, current: Conversation, text: str) -> str | None:
        messages = await self.messages(current.id)
        return short_answer(text, conversation=current, messages=messages, catalogue=self.catalogue)

    def _expiry(self, conversation: Conversation, *, at: datetime | None = None) -> datetime:
        return expires_at(stage=conversation.stage, last_message_at=at or conversation.last_at, keep=self.keep)
