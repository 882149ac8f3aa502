"""What the bot does in a chat besides sending answers: show typing, delete messages, erase, leave. A fault here fails no message."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
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
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation, Say
from bot.i18n import mark as _
from bot.language import Language
from bot.presentation.plan import numbers_first, plan_list

DELETE_LIMIT = 100
"""Messages in one call."""

DELETABLE_FOR = timedelta(hours=47)
"""Telegram lets a bot delete messages for 48 hours; one hour is a margin."""

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

    async def delete_messages(self, chat_id: int, message_ids: Sequence[int]) -> bool:
        """Delete messages from a chat; tell whether all of them are gone."""
        are_all_deleted = True
        for start in range(0, len(message_ids), DELETE_LIMIT):
            batch = list(message_ids[start : start + DELETE_LIMIT])
            try:
                async with asyncio.timeout(_CALL_TIMEOUT):
                    are_all_deleted &= await self.bot.delete_messages(chat_id, batch)
            except (TelegramError, TimeoutError) as fault:
                logger.info("messages could not be removed: %s", type(fault).__name__)
                are_all_deleted = False
        return are_all_deleted

    async def erase(
        self,
        chat_id: int,
        conversations: Sequence[Conversation],
        *,
        language: Language,
        command_id: int = 0,
        stops: bool = False,
    ) -> None:
        """Erase everything about a chat here and, unless it only stops, in the chat too; then send a receipt.

        `command_id` is the message that asked for it. The receipt is sent directly, because the outbox keeps nothing for a
        chat that is erased. Where sending fails, the update is not confirmed, comes again, and the receipt with it.
        """
        language = conversations[0].language if conversations else language
        are_all_deleted = bool(conversations)  # else nobody knows what was written here before
        if not stops:
            are_all_deleted &= await self._delete_all(chat_id, conversations, command_id)
        for conversation in conversations:
            with contextlib.suppress(ConversationGone):
                await self.conversations.erasure.forget(conversation.id)
        key = "telegram.stopped" if stops else "telegram.deleted" if are_all_deleted else "telegram.deleted.partly"
        try:
            for part in self.formatter.format(Say(key=key), language=language):
                await self.bot.send_message(chat_id, part.text, disable_notification=True)
        except _UNREACHABLE:
            logger.info("a receipt could not be given: the chat is gone")

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

    async def _delete_all(self, chat_id: int, conversations: Sequence[Conversation], command_id: int) -> bool:
        known = [
            message
            for conversation in conversations
            for message in await self.address_book.messages_of(conversation.id)
        ]
        oldest = self.clock.now() - DELETABLE_FOR
        deletable = {message.message_id for message in known if message.at > oldest}
        too_old = {message.message_id for message in known} - deletable
        are_deleted = await self.delete_messages(chat_id, sorted(deletable | ({command_id} if command_id else set())))
        return are_deleted and not too_old

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
