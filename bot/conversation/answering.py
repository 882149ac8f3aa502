"""From a message that was kept to what is said: danger first, then the assistant, never silence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.errors import AssistantUnavailable
from bot.conversation.handover import assistant_may_speak
from bot.conversation.model import ConversationId, Message, Say, Turn, Understanding
from bot.conversation.ports import Archive, Assistant, Bell, Clock, Heard, Reply
from bot.conversation.retention import expiry_of
from bot.conversation.safety import DANGER_ENTRIES, ENTRY, Lookout
from bot.conversation.turns import as_it_was, language_wanted, open_conversation, says
from bot.conversation.wording import is_known, worded
from bot.guidance.catalogue import Catalogue

PATIENCE = 3.0
"""Seconds the assistant has for a turn."""

PATIENCE_IN_DANGER = 1.0
"""Seconds it has to take note of a turn that was answered already, because there was danger in it."""

NOT_UNDERSTOOD = frozenset({"unclear", "unclear.again"})
"""Where the assistant says this, the ear for danger is believed as if it were alone."""


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Answers kept messages; the conversation service hands them over one at a time."""

    archive: Archive
    assistant: Assistant
    scripted: Assistant
    catalogue: Catalogue
    lookout: Lookout
    clock: Clock
    bell: Bell
    keep: timedelta
    on_fault: Callable[[str], None]

    async def answer(
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
                current = replace(current, language=language_wanted(heard, current), language_chosen=True)
            said, after = worded(reply.say, conversation=current, understood=reply.understood, catalogue=self.catalogue)
            now = self.clock.now()
            after = replace(after, last_at=now)
            messages = await records.append(conversation, [says(say, now) for say in said])
            await records.update(after, expires_at=expiry_of(after, keep=self.keep))
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
        if kind == "language":
            return Reply(say=(Say(key="language.changed"),), understood=Understanding())
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
                await records.update(current, expires_at=expiry_of(current, keep=self.keep))
        if reply.understood.intent not in ENTRY:
            return replace(reply.understood, intent=danger)
        return reply.understood
