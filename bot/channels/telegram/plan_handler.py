"""The plan in a chat: /plan shows it, its buttons tick its steps in place."""

import contextlib
from dataclasses import dataclass

from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.parser import IncomingUpdate
from bot.channels.telegram.plan_message import STEP, TICK
from bot.conversation.errors import StepGone
from bot.conversation.model import Conversation
from bot.guidance.plan import Tick


@dataclass(frozen=True, kw_only=True)
class PlanHandler:
    """Shows the plan of a chat, and keeps the ticks."""

    context: HandlerContext

    @staticmethod
    def takes(payload: str) -> bool:
        """Tell whether a button belongs to a plan."""
        return payload.startswith((STEP, TICK))

    async def show(self, incoming: IncomingUpdate) -> None:
        """Send the plan as it is now, or how one comes to be."""
        conversation = await self.context.conversation_of(incoming)
        await self.context.hold_address(incoming, conversation)
        await self.context.note_message(incoming, conversation)
        await self.context.chat_actions.send_plan(incoming.chat_id, conversation)

    async def handle_press(self, incoming: IncomingUpdate) -> None:
        """Tick a step, or show what it can be ticked as; the message changes in place."""
        conversation, payload = await self.context.conversation_of(incoming), incoming.text
        await self.context.hold_address(incoming, conversation)
        if payload.startswith(TICK):
            conversation = await self._ticked(conversation, payload.removeprefix(TICK))
        opened = payload.removeprefix(STEP) if payload.startswith(STEP) else ""
        self.context.chat_actions.redraw_plan(incoming, conversation, opened=opened)

    async def _ticked(self, conversation: Conversation, pressed: str) -> Conversation:
        """Return the conversation after a tick; a step that the plan has no more changes nothing."""
        tick, _, step = pressed.partition(":")
        if tick in set(Tick):
            with contextlib.suppress(StepGone):
                return await self.context.conversations.plan.tick(conversation.id, step, Tick(tick))
        return conversation
