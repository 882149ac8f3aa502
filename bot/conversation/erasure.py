"""Forgetting: everything about a conversation, at once when the person says so, and by the clock otherwise."""

from dataclasses import dataclass
from datetime import datetime

from bot.conversation.core import Core
from bot.conversation.errors import AssistantUnavailable, ConversationGone
from bot.conversation.model import Conversation, ConversationId, Receipt
from bot.conversation.ports import Assistant


@dataclass(frozen=True, kw_only=True)
class Erasure:
    """Erases conversations here, and lets the assistant forget them; what it cannot forget now stays owed."""

    core: Core
    assistant: Assistant

    async def forget(self, conversation: ConversationId) -> Receipt:
        """Erase everything about a conversation, now; raises ConversationGone when there is nothing.

        Nobody waits for the assistant: what it has to forget is owed, and settled right afterwards (see settle).
        """
        async with self.core.archive.work() as records:
            current = await records.conversations.get(conversation)
            if current is None:
                raise ConversationGone
            count = await records.conversations.forget(conversation)
            await records.pending_erasures.add(current.assistant_id)
            await records.conversations.tidy(self.core.clock.now())
        return Receipt(at=self.core.clock.now(), messages=count)

    def due_at(self, conversation: Conversation) -> datetime:
        """Return when a conversation is erased if nothing more is written in it."""
        return self.core.retention.expiry_of(conversation)

    async def sweep(self) -> int:
        """Erase what is due by the clock; return how many conversations were erased."""
        async with self.core.archive.look() as records:
            due = await records.conversations.due(self.core.clock.now())
        for conversation in due:
            try:
                await self.forget(conversation)
            except ConversationGone:
                continue
        async with self.core.archive.work() as records:
            await records.conversations.tidy(self.core.clock.now())
        return len(due)

    async def settle(self) -> None:
        """Let the assistant forget what it still has to; what it cannot forget now stays owed."""
        async with self.core.archive.look() as records:
            owed = await records.pending_erasures.all()
        for assistant_id in owed:
            try:
                await self.assistant.forget(assistant_id)
            except AssistantUnavailable:
                return
            async with self.core.archive.work() as records:
                await records.pending_erasures.settle(assistant_id)
