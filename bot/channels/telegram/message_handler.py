"""Messages that people write, edit or attach files to."""

from dataclasses import dataclass
from functools import partial

from bot.channels.telegram.closed_chat import CLOSED
from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.message_remover import Removal
from bot.channels.telegram.parser import IncomingUpdate
from bot.conversation.errors import ConversationClosed, ConversationGone, DangerAnswered, MessageRefused
from bot.conversation.handover.stages import assistant_may_speak
from bot.conversation.model import Author, Conversation, Nonce
from bot.conversation.turns.clean_text import clean

LONGEST_TEXT = 4096
"""Characters taken in one message: as many as Telegram lets people send."""


@dataclass(frozen=True, kw_only=True)
class MessageHandler:
    """Stores a message in its conversation and has it answered."""

    context: HandlerContext

    async def handle_text(self, incoming: IncomingUpdate, *, first: str = "") -> None:
        """Store a text; the entry `first` is said before its answer."""
        await self._take(incoming, Nonce(f"update-{incoming.update_id}"), first=first)

    async def handle_edit(self, incoming: IncomingUpdate) -> None:
        """Answer changed words once, as an edit; where the words are the same, do nothing."""
        conversation = await self.context.conversation_of(incoming)
        messages = await self.context.address_book.messages_of(conversation.id)
        known = [message for message in messages if message.message_id == incoming.message_id]
        if known and await self._has_same_words(conversation, known[-1].seq, incoming.text):
            return
        await self.handle_text(incoming, first="telegram.edited" if known else "")

    async def handle_media(self, incoming: IncomingUpdate) -> None:
        """Delete a file from the chat unseen; an album without words is one message, however many files it has."""
        removal = self.context.remover.begin(incoming.chat_id, incoming.message_id, album=incoming.album)
        is_silent_album = incoming.album and not incoming.text
        nonce = Nonce(f"album-{incoming.album}" if is_silent_album else f"update-{incoming.update_id}")
        await self._take(incoming, nonce, removal=removal)

    async def _take(
        self, incoming: IncomingUpdate, nonce: Nonce, *, removal: Removal | None = None, first: str = ""
    ) -> None:
        context, text = self.context, incoming.text
        conversation = await context.conversation_of(incoming)
        try:
            taken = await context.conversations.turns.take(
                conversation.id, text, nonce=nonce, media=removal is not None, longest=LONGEST_TEXT
            )
        except MessageRefused as refusal:
            await context.say_refused(incoming, conversation, refusal)
            return
        except ConversationClosed as closed:
            keys = [] if isinstance(closed, DangerAnswered) else [CLOSED]  # danger is answered alone
            if keys and removal:
                context.remover.after(removal, partial(self._answer_closed_media, incoming, conversation))
            else:
                await self._answer_closed(incoming, conversation, *keys)
            return
        except ConversationGone:  # it expired this very moment: what they write now begins a new one
            await self._take(incoming, nonce, removal=removal, first=first)
            return
        await context.note_message(incoming, conversation, seq=taken.message.seq)
        if not assistant_may_speak(conversation.stage) and removal and not taken.danger:
            # counsellors cannot know what became of it, nor say so
            context.remover.after(removal, partial(context.notices.say, conversation.id))
        await context.hold_address(incoming, conversation)
        if not taken.message.answered:
            context.show_typing(incoming, conversation)
            context.debouncer.schedule(conversation.id, first=first, removal=removal, urgent=taken.danger is not None)

    async def _answer_closed(self, incoming: IncomingUpdate, conversation: Conversation, *keys: str) -> None:
        for key in keys:
            await self.context.notices.say(conversation.id, key)
        await self.context.hold_address(incoming, conversation)
        await self.context.note_message(incoming, conversation)

    async def _answer_closed_media(self, incoming: IncomingUpdate, conversation: Conversation, notice: str) -> None:
        await self._answer_closed(incoming, conversation, notice, CLOSED)

    async def _has_same_words(self, conversation: Conversation, seq: int, text: str) -> bool:
        messages = await self.context.conversations.messages(conversation.id)
        stored = [message.text for message in messages if message.seq == seq and message.author is Author.PERSON]
        try:
            return any(words == clean(text, longest=LONGEST_TEXT).text for words in stored)
        except MessageRefused:
            return False
