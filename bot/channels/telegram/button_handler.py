"""Buttons that people press, and commands that stand for one."""

from dataclasses import dataclass

from bot.channels.telegram.closed_chat import ClosedChat
from bot.channels.telegram.formatter import CHOSEN
from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.parser import IncomingUpdate
from bot.channels.telegram.plan_handler import PlanHandler
from bot.conversation.errors import ConversationClosed, MessageTooFast, UnknownChoice
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Nonce, Say, TakenMessage
from bot.language import Language

HELP, HUMAN = "topic:help_menu", "topic:talk_to_human"
_WHERE_OPEN = {"do:new": HELP, "do:reopen": HUMAN}
"""What the buttons of a closed chat mean in an open one."""


@dataclass(frozen=True, kw_only=True)
class ButtonHandler:
    """Stores a press in its conversation and has it answered."""

    context: HandlerContext
    closed_chat: ClosedChat
    plan: PlanHandler

    async def handle_press(self, incoming: IncomingUpdate) -> None:
        """Confirm a press in the chat, and do what its button stands for."""
        if self.plan.takes(incoming.text):
            await self.plan.handle_press(incoming)
            return
        self.context.chat_actions.confirm_press(incoming)
        if incoming.text == CHOSEN:
            return
        if incoming.text == "do:delete":
            conversations = await self.context.all_conversations_of(incoming)
            await self.context.eraser.erase(incoming.chat_id, conversations, language=incoming.language)
            return
        await self.press(incoming, incoming.text)

    async def press(self, incoming: IncomingUpdate, payload: str) -> None:
        """Do what a payload stands for in the stage that the conversation is in."""
        conversation = await self.context.conversation_of(incoming)
        if conversation.stage is Stage.CLOSED:
            await self._press_in_closed_chat(incoming, conversation, payload)
            return
        if conversation.stage is Stage.COUNSELLOR and payload.startswith("language:"):
            await self._change_language(incoming, conversation, payload)
            return
        try:
            taken = await self._take(
                conversation, _WHERE_OPEN.get(payload, payload), Nonce(f"update-{incoming.update_id}")
            )
        except MessageTooFast as refusal:
            await self.context.say_refused(incoming, conversation, refusal)
            return
        except ConversationClosed:  # it was closed this very moment
            await self.press(incoming, payload)
            return
        await self.context.hold_address(incoming, conversation)
        await self.context.note_message(incoming, conversation)
        if not taken.message.answered:
            self.context.show_typing(incoming, conversation)
            self.context.debouncer.schedule(conversation.id, urgent=True)

    async def _take(self, conversation: Conversation, payload: str, nonce: Nonce) -> TakenMessage:
        try:
            return await self.context.conversations.turns.take_press(conversation.id, payload, nonce=nonce)
        except UnknownChoice:  # a button of an earlier version
            return await self.context.conversations.turns.take_press(conversation.id, HELP, nonce=nonce)

    async def _press_in_closed_chat(self, incoming: IncomingUpdate, closed: Conversation, payload: str) -> None:
        conversation = closed
        if payload == "do:new":
            conversation = await self.context.chat_conversations.begin_anew(incoming.chat_id, closed)
        else:
            await self.closed_chat.press(closed.id, payload)
        await self.context.hold_address(incoming, conversation)
        await self.context.note_message(incoming, conversation)

    async def _change_language(self, incoming: IncomingUpdate, conversation: Conversation, payload: str) -> None:
        """Change the language while a counsellor has the chat: it is no message to them."""
        language = payload.removeprefix("language:")
        if language in set(Language):
            await self.context.conversations.choose_language(conversation.id, Language(language))
            await self.context.conversations.turns.say(conversation.id, Say(key="language.changed"))
        await self.context.hold_address(incoming, conversation)
