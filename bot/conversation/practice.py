"""Practice: a made-up person's chat that waits for a counsellor as a real one would."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.core import Core
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.model import ConversationId, Nonce, Share
from bot.conversation.turns.service import Turns
from bot.guidance.plan import Answers


@dataclass(frozen=True, kw_only=True)
class PracticeCall:
    """What a made-up person wrote and answered before they call."""

    before: Sequence[str]
    answers: Answers
    share: Share
    danger: bool
    ago: timedelta
    """How long they have been waiting."""


@dataclass(frozen=True, kw_only=True)
class Practice:
    """Fills a chat and puts it into the queue; meant for a private database."""

    core: Core
    turns: Turns
    person: PersonHandover

    async def place(self, conversation: ConversationId, call: PracticeCall) -> None:
        """Write what was written before, without an answer except to danger, and call a counsellor some time ago."""
        for number, text in enumerate(call.before):
            taken = await self.turns.take(conversation, text, nonce=Nonce(f"practice-{number:08d}"))
            if taken.danger:
                await self.turns.answer_open(conversation)  # the emergency words, as they would have been said
            async with self.core.archive.work() as records:
                await records.messages.mark_answered(conversation, up_to=taken.message.seq)
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            known = replace(current, answers=replace(call.answers, done=current.answers.done))
            await records.conversations.update(known, expires_at=self.core.retention.expiry_of(known))
        queued = await self.person.call(conversation, share=call.share)
        async with self.core.archive.work() as records:
            await records.calls.keep(replace(queued, danger=call.danger, called_at=queued.called_at - call.ago))
        self.core.bell.ring()
