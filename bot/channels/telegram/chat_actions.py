"""What the bot does in a chat besides sending answers: show typing, confirm presses, show the plan, leave. A fault here fails no message."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.telegram.formatter import Formatter, chosen_button
from bot.channels.telegram.parser import IncomingUpdate
from bot.channels.telegram.plan_message import PlanMessage, plan_message
from bot.channels.telegram.ports import AddressBook
from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.model import Conversation
from bot.i18n import mark as _
from bot.language import Language
from bot.presentation.plan import numbers_first, plan_list

_CALL_TIMEOUT = 5.0
_UNREACHABLE = (Forbidden, BadRequest)
logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class ChatActions:
    """Acts in chats through the Bot API."""

    bot: Bot
    address_book: AddressBook
    formatter: Formatter
    conversations: Conversations
    clock: Clock
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def show_typing(self, chat_id: int) -> None:
        """Show that an answer is being written."""
        self._in_background(self.bot.send_chat_action(chat_id, ChatAction.TYPING))

    def confirm_press(self, incoming: IncomingUpdate) -> None:
        """Confirm a pressed button to Telegram, and show in the chat which one was chosen."""
        self._in_background(self.bot.answer_callback_query(incoming.callback_query_id))
        if incoming.button_title and incoming.message_id:
            markup = chosen_button(incoming.button_title)
            edit = self.bot.edit_message_reply_markup(incoming.chat_id, incoming.message_id, reply_markup=markup)
            self._in_background(edit)

    async def send_plan(self, chat_id: int, conversation: Conversation) -> None:
        """Send the plan directly: it says nothing in the conversation, so that an open question stays open."""
        shown = self._plan(conversation)
        with contextlib.suppress(*_UNREACHABLE):
            sent = await self.bot.send_message(
                chat_id, shown.text, reply_markup=shown.keyboard, disable_notification=True
            )
            await self.address_book.note_message(
                conversation.id, message_id=sent.message_id, seq=0, own=True, at=self.clock.now()
            )

    def redraw_plan(self, incoming: IncomingUpdate, conversation: Conversation, *, opened: str) -> None:
        """Confirm a press in the plan, and show the plan as it is now in the same message."""
        shown = self._plan(conversation, opened=opened)
        self._in_background(self.bot.answer_callback_query(incoming.callback_query_id))
        if incoming.message_id:
            edit = self.bot.edit_message_text(
                shown.text, incoming.chat_id, incoming.message_id, reply_markup=shown.keyboard
            )
            self._in_background(edit)

    def _plan(self, conversation: Conversation, *, opened: str = "") -> PlanMessage:
        progress, language = self.conversations.plan.of(conversation), conversation.language
        catalogue, words = self.formatter.catalogue, self.formatter.interface[language]
        plan = plan_list(progress, catalogue=catalogue, language=language) if progress else None
        first = numbers_first(conversation, catalogue=catalogue, words=words)
        return plan_message(plan, words=words, first=first, opened=opened)

    async def decline(self, chat_id: int) -> None:
        """Say one neutral line to a group or channel, and leave it."""
        lines = (self.formatter.interface[language].gettext(_PRIVATE_ONLY) for language in Language)
        await self._try(self.bot.send_message(chat_id, "\n".join(lines), disable_notification=True))
        await self.leave(chat_id)

    async def leave(self, chat_id: int) -> None:
        """Leave a group or channel."""
        await self._try(self.bot.leave_chat(chat_id))

    async def stop(self) -> None:
        """Let the calls in progress end."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _in_background(self, call: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(self._try(call))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try(self, call: Coroutine[Any, Any, Any]) -> None:
        try:
            async with asyncio.timeout(_CALL_TIMEOUT):
                await call
        except (TelegramError, TimeoutError) as fault:
            logger.info("not done in a chat: %s", type(fault).__name__)


_PRIVATE_ONLY = _("I am only here for private chats, so I am leaving.")
