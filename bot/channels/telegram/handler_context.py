"""What the handlers of updates share: the chat's conversation, where to answer, and what is said to a refused message."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.telegram.chat_actions import ChatActions
from bot.channels.telegram.chat_conversations import ChatConversations
from bot.channels.telegram.closed_chat import CLOSED
from bot.channels.telegram.debouncer import Debouncer
from bot.channels.telegram.eraser import Eraser
from bot.channels.telegram.message_remover import MessageRemover
from bot.channels.telegram.notices import Notices
from bot.channels.telegram.parser import IncomingUpdate, UpdateKind
from bot.channels.telegram.ports import AddressBook
from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.errors import MessageHoldsCode, MessageRefused, MessageTooFast, MessageTooLong
from bot.conversation.handover.stages import Stage, assistant_may_speak
from bot.conversation.model import Conversation, Say
from bot.conversation.ports import Bell


@dataclass(frozen=True, kw_only=True)
class HandlerContext:
    """The services of the handlers, and the steps that several of them take."""

    conversations: Conversations
    address_book: AddressBook
    chat_actions: ChatActions
    remover: MessageRemover
    eraser: Eraser
    chat_conversations: ChatConversations
    debouncer: Debouncer
    notices: Notices
    clock: Clock
    bell: Bell

    async def conversation_of(self, incoming: IncomingUpdate) -> Conversation:
        """Return the conversation of a chat; begin one where there is none."""
        conversation = await self.chat_conversations.begin(incoming.chat_id, language=incoming.language)
        now = self.clock.now()
        await self.address_book.note_act(
            conversation.id, acted_at=incoming.acted_at, now=now
        )  # before anything is said
        return conversation

    async def all_conversations_of(self, incoming: IncomingUpdate) -> Sequence[Conversation]:
        """Return the conversations of a chat, earlier ones too."""
        return await self.chat_conversations.all_of(incoming.chat_id)

    def show_typing(self, incoming: IncomingUpdate, conversation: Conversation) -> None:
        """Show that an answer is being written; while a counsellor has the chat, only they are seen typing."""
        if assistant_may_speak(conversation.stage):
            self.chat_actions.show_typing(incoming.chat_id)

    async def hold_address(self, incoming: IncomingUpdate, conversation: Conversation) -> None:
        """Store where to answer; only after the message is stored, because until then nothing is due to the address."""
        now, acted_at = self.clock.now(), incoming.acted_at
        await self.address_book.hold(conversation.id, str(incoming.chat_id), now=now, acted_at=acted_at)
        await self.address_book.release(conversation.id)  # where the answer was quicker, nothing is due by now
        self.bell.ring()

    async def note_message(self, incoming: IncomingUpdate, conversation: Conversation, *, seq: int = 0) -> None:
        """Store the number of a message, so that it can be deleted from the chat; a pressed button is no message."""
        if incoming.kind is not UpdateKind.PRESS:
            number, at = incoming.message_id, incoming.at
            await self.address_book.note_message(conversation.id, message_id=number, seq=seq, own=False, at=at)

    async def say_refused(self, incoming: IncomingUpdate, conversation: Conversation, refusal: MessageRefused) -> None:
        """Say why a message was refused; delete it from the chat where it holds a return code."""
        if isinstance(refusal, MessageHoldsCode):
            is_deleted = not await self.remover.remove(incoming.chat_id, [incoming.message_id])
            await self.conversations.turns.say(
                conversation.id, Say(key="telegram.code" if is_deleted else "telegram.code.kept")
            )
        elif conversation.stage is Stage.CLOSED:
            await self.notices.say(conversation.id, CLOSED)
        elif isinstance(refusal, MessageTooFast):
            await self.notices.say(conversation.id, "telegram.flood", until_quiet=True)
        else:
            is_long = isinstance(refusal, MessageTooLong)
            await self.conversations.turns.say(
                conversation.id, Say(key="telegram.too_long" if is_long else "telegram.empty")
            )
        await self.hold_address(incoming, conversation)
        await self.note_message(incoming, conversation)
