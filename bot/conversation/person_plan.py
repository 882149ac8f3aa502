"""The plan of a conversation: seen as a whole, and ticked by the person."""

from dataclasses import dataclass, replace

from bot.conversation.core import Core
from bot.conversation.errors import StepGone
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.model import Conversation, ConversationId
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Tick
from bot.guidance.progress import Progress, progress_of


@dataclass(frozen=True, kw_only=True)
class PersonPlan:
    """Shows a person's plan, and keeps their ticks with the conversation."""

    core: Core
    catalogue: Catalogue

    def of(self, conversation: Conversation) -> Progress | None:
        """Return the plan of a conversation, None where too little is known for one."""
        return progress_of(conversation.answers, catalogue=self.catalogue, language=conversation.language)

    async def tick(self, conversation: ConversationId, step: str, tick: Tick) -> Conversation:
        """Keep what became of a step, after the end too; the chat is kept no longer for it.

        Raises ConversationGone, and StepGone where the plan has no such step (any more).
        """
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            plan = self.of(current)
            if plan is None or step not in {planned.step.name for planned in plan.steps}:
                raise StepGone
            current = replace(current, answers=current.answers.ticked(step, tick))
            await records.conversations.update(current, expires_at=self.core.retention.expiry_of(current))
        return current
