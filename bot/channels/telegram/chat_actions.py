"""What is done in a chat directly, beside what is said: typing, removing, erasing, leaving. None of it may fail a message."""

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

from bot.channels.telegram.formatter import Bubbles, chosen
from bot.channels.telegram.parser import Came
from bot.channels.telegram.ports import AddressBook
from bot.conversation.conversations import ConversationService
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation, Say
from bot.conversation.ports import Clock
from bot.i18n import mark as _
from bot.language import Language

MOST_REMOVED = 100
"""Messages in one call."""

REMOVABLE = timedelta(hours=47)
"""Telegram lets a bot remove messages for 48 hours; an hour is left for the way."""

_NEVER_WAITS = 5.0
_NOT_THERE = (Forbidden, BadRequest)
logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Chat:
    """The chats as the bot can touch them."""

    bot: Bot
    book: AddressBook
    bubbles: Bubbles
    service: ConversationService
    clock: Clock
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def types(self, chat_id: int) -> None:
        """Show that an answer is being made."""
        self._aside(self.bot.send_chat_action(chat_id, ChatAction.TYPING))

    def confirm_press(self, came: Came) -> None:
        """Take a press note of, and show in the chat what was chosen."""
        self._aside(self.bot.answer_callback_query(came.press_id))
        if came.pressed and came.message_id:
            markup = chosen(came.pressed)
            self._aside(self.bot.edit_message_reply_markup(came.chat_id, came.message_id, reply_markup=markup))

    async def remove(self, chat_id: int, message_ids: Sequence[int]) -> bool:
        """Remove messages from a chat; tell whether all of them are gone."""
        everything = True
        for start in range(0, len(message_ids), MOST_REMOVED):
            some = list(message_ids[start : start + MOST_REMOVED])
            try:
                async with asyncio.timeout(_NEVER_WAITS):
                    everything &= await self.bot.delete_messages(chat_id, some)
            except (TelegramError, TimeoutError) as fault:
                logger.info("messages could not be removed: %s", type(fault).__name__)
                everything = False
        return everything

    async def erase(
        self,
        chat_id: int,
        conversations: Sequence[Conversation],
        *,
        language: Language,
        asked_in: int = 0,
        stops: bool = False,
    ) -> None:
        """Erase everything about a chat here and, unless it only stops, in the chat too; then give a receipt.

        The receipt goes out directly: nothing is kept any more that the outbox could send it by. Where sending fails, the
        update is not confirmed, comes again, and the receipt with it.
        """
        language = conversations[0].language if conversations else language
        everything = bool(conversations)  # else nobody knows what was written here before
        if not stops:
            everything &= await self._remove_all(chat_id, conversations, asked_in)
        for conversation in conversations:
            with contextlib.suppress(ConversationGone):
                await self.service.forget(conversation.id)
        key = "telegram.stopped" if stops else "telegram.deleted" if everything else "telegram.deleted.partly"
        try:
            for part in self.bubbles.draw(Say(key=key), language=language):
                await self.bot.send_message(chat_id, part.text, disable_notification=True)
        except _NOT_THERE:
            logger.info("a receipt could not be given: the chat is gone")

    async def decline(self, chat_id: int) -> None:
        """Say one neutral line to a group or channel, and leave it."""
        lines = (self.bubbles.interface[language].gettext(_ONLY_ALONE) for language in Language)
        await self._try(self.bot.send_message(chat_id, "\n".join(lines), disable_notification=True))
        await self.leave(chat_id)

    async def leave(self, chat_id: int) -> None:
        """Leave a group or channel."""
        await self._try(self.bot.leave_chat(chat_id))

    async def stop(self) -> None:
        """Let what was begun come to an end."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _remove_all(self, chat_id: int, conversations: Sequence[Conversation], asked_in: int) -> bool:
        known = [kept for conversation in conversations for kept in await self.book.messages_of(conversation.id)]
        oldest = self.clock.now() - REMOVABLE
        ids = {message.message_id for message in known if message.at > oldest}
        old = {message.message_id for message in known} - ids
        removed = await self.remove(chat_id, sorted(ids | ({asked_in} if asked_in else set())))
        return removed and not old

    def _aside(self, call: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(self._try(call))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try(self, call: Coroutine[Any, Any, Any]) -> None:
        try:
            async with asyncio.timeout(_NEVER_WAITS):
                await call
        except (TelegramError, TimeoutError) as fault:
            logger.info("not done in a chat: %s", type(fault).__name__)


_ONLY_ALONE = _("I am only here for private chats, so I am leaving.")
