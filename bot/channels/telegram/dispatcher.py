"""From an update to its handler; what it brings is stored before it is confirmed, and answered after."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import Update

from bot.channels.telegram.button_handler import ButtonHandler
from bot.channels.telegram.closed_chat import ClosedChat
from bot.channels.telegram.command_handler import CommandHandler
from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.message_handler import MessageHandler
from bot.channels.telegram.parser import IncomingUpdate, UpdateKind, parse
from bot.channels.telegram.plan_handler import PlanHandler


@dataclass(frozen=True, kw_only=True)
class Dispatcher:
    """Gives each update to the handler of its kind, once."""

    context: HandlerContext

    async def dispatch(self, update: Update, *, since: datetime | None = None) -> None:
        """Store what an update brings; when this returns it may be confirmed, when it fails it must come again.

        After a time without Telegram, `since` says when that began: a press may be as old.
        """
        incoming = parse(update, now=since or self.context.clock.now())
        address_book = self.context.address_book
        if incoming.kind is UpdateKind.IGNORED or await address_book.was_taken(incoming.update_id):
            return
        await self._handlers()[incoming.kind](incoming)
        await address_book.note_taken(incoming.update_id, now=self.context.clock.now())

    def _handlers(self) -> dict[UpdateKind, Callable[[IncomingUpdate], Awaitable[None]]]:
        messages = MessageHandler(context=self.context)
        plan = PlanHandler(context=self.context)
        closed_chat = ClosedChat(conversations=self.context.conversations)
        buttons = ButtonHandler(context=self.context, closed_chat=closed_chat, plan=plan)
        commands = CommandHandler(context=self.context, buttons=buttons, plan=plan)
        return {
            UpdateKind.TEXT: messages.handle_text,
            UpdateKind.EDIT: messages.handle_edit,
            UpdateKind.MEDIA: messages.handle_media,
            UpdateKind.PRESS: buttons.handle_press,
            UpdateKind.COMMAND: commands.handle_command,
            UpdateKind.BLOCKED: self._forget,
            UpdateKind.ADDED_TO_GROUP: self._decline,
            UpdateKind.IN_GROUP: self._leave,
        }

    async def _forget(self, incoming: IncomingUpdate) -> None:
        """Forget a person who blocked the bot: nothing can be said to them."""
        for conversation in await self.context.all_conversations_of(incoming):
            await self.context.chat_conversations.forget(conversation)

    async def _decline(self, incoming: IncomingUpdate) -> None:
        await self.context.chat_actions.decline(incoming.chat_id)

    async def _leave(self, incoming: IncomingUpdate) -> None:
        await self.context.chat_actions.leave(incoming.chat_id)
