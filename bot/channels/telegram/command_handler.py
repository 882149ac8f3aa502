"""Commands, such as /start and /delete."""

from dataclasses import dataclass

from bot.channels.telegram.button_handler import HELP, HUMAN, ButtonHandler
from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.parser import IncomingUpdate
from bot.channels.telegram.plan_handler import PlanHandler
from bot.conversation.handover.queue import naming_counsellor
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Say
from bot.language import Language

_PAYLOADS = {"help": HELP, "human": HUMAN}
"""The buttons that commands stand for."""


@dataclass(frozen=True, kw_only=True)
class CommandHandler:
    """Does what a command asks for."""

    context: HandlerContext
    buttons: ButtonHandler
    plan: PlanHandler

    async def handle_command(self, incoming: IncomingUpdate) -> None:
        """Do what a command asks for."""
        if incoming.command in ("delete", "stop"):
            await self._erase(incoming)
            return
        if incoming.command == "plan":
            await self.plan.show(incoming)
            return
        if incoming.command in _PAYLOADS:
            await self.buttons.press(incoming, _PAYLOADS[incoming.command])
            return
        is_new = await self.context.chat_conversations.current(incoming.chat_id) is None
        conversation = await self.context.conversation_of(incoming)
        if incoming.command == "start":
            conversation = await self._start(incoming, conversation, is_new=is_new)
        else:
            await self.context.conversations.turns.say(conversation.id, Say(key="telegram.language"))
        await self.context.hold_address(incoming, conversation)
        await self.context.note_message(incoming, conversation)

    async def _erase(self, incoming: IncomingUpdate) -> None:
        await self.context.eraser.erase(
            incoming.chat_id,
            await self.context.all_conversations_of(incoming),
            language=incoming.language,
            command_id=incoming.message_id,
            stops=incoming.command == "stop",
        )

    async def _start(self, incoming: IncomingUpdate, conversation: Conversation, *, is_new: bool) -> Conversation:
        """Begin anew after a closed conversation; in an open one, show the first message again, or who is there."""
        is_closed = conversation.stage is Stage.CLOSED
        if is_closed:
            conversation = await self.context.chat_conversations.begin_anew(incoming.chat_id, conversation)
        if incoming.text in set(Language):
            await self.context.conversations.choose_language(conversation.id, Language(incoming.text))
        if not (is_new or is_closed):
            await self.context.conversations.turns.say(conversation.id, await self._greeting(conversation))
        return conversation

    async def _greeting(self, conversation: Conversation) -> Say:
        call = await self.context.conversations.person.call_of(conversation.id)
        is_with_counsellor = call is not None and call.counsellor is not None
        return naming_counsellor(call, key="counsellor.joined") if call and is_with_counsellor else Say(key="welcome")
