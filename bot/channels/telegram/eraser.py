"""Erases everything about a chat, here and on the phone, and says what stayed."""

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from telegram import Bot
from telegram.error import BadRequest, Forbidden

from bot.channels.telegram.formatter import Formatter
from bot.channels.telegram.message_remover import MessageRemover
from bot.channels.telegram.ports import AddressBook
from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation, ConversationId, Say
from bot.language import Language

DELETABLE_FOR = timedelta(hours=47)
"""Telegram lets a bot delete messages for 48 hours; one hour is a margin."""

logger = logging.getLogger(__name__)


class Sending(Protocol):
    """What sends to chats."""

    async def pause(self, conversations: Sequence[ConversationId]) -> None:
        """Send nothing more in these conversations, and let what is on its way arrive."""
        ...

    def resume(self, conversations: Sequence[ConversationId]) -> None:
        """Send in them again, where there is still something to send."""
        ...


@dataclass(frozen=True, kw_only=True)
class Eraser:
    """Erases chats."""

    bot: Bot
    address_book: AddressBook
    formatter: Formatter
    conversations: Conversations
    clock: Clock
    remover: MessageRemover
    sending: Sending

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

        `command_id` is the message that asked for it. The numbers of the messages are forgotten last. The receipt is sent
        directly, because the outbox keeps nothing for a chat that is erased. Where sending fails, the update is not confirmed,
        comes again, and the receipt with it.
        """
        language = conversations[0].language if conversations else language
        names = [conversation.id for conversation in conversations]
        await self.sending.pause(names)
        try:
            key = "telegram.stopped" if stops else await self._remove_all(chat_id, names, command_id)
            for name in names:
                with contextlib.suppress(ConversationGone):
                    await self.conversations.erasure.forget(name)
        finally:
            self.sending.resume(names)
        try:
            for part in self.formatter.format(Say(key=key), language=language):
                await self.bot.send_message(chat_id, part.text, disable_notification=True)
        except (Forbidden, BadRequest):
            logger.info("a receipt could not be given: the chat is gone")

    async def _remove_all(self, chat_id: int, names: Sequence[ConversationId], command_id: int) -> str:
        """Remove what can be removed from the chat; return the receipt's key."""
        known = [message for name in names for message in await self.address_book.messages_of(name)]
        oldest = self.clock.now() - DELETABLE_FOR
        removable = {message.message_id for message in known if message.at > oldest}
        too_old = {message.message_id for message in known} - removable
        asked = sorted(removable | ({command_id} if command_id else set()))
        if await self.remover.remove(chat_id, asked):
            return "telegram.deleted.refused"
        # without a conversation nobody knows what was written here before
        return "telegram.deleted.partly" if too_old or not names else "telegram.deleted"
