"""What comes from Telegram is kept before it is confirmed; answering comes after."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.channels.telegram.bubbles import CHOSEN
from bot.channels.telegram.bursts import KEPT, Bursts
from bot.channels.telegram.chat import Chat
from bot.channels.telegram.ports import AddressBook
from bot.channels.telegram.reading import Came, Kind, read
from bot.conversation.clean import clean
from bot.conversation.errors import (
    ConversationGone,
    MessageEmpty,
    MessageRefused,
    MessageTooFast,
    MessageTooLong,
    UnknownChoice,
)
from bot.conversation.model import Address, Author, Conversation, Nonce
from bot.conversation.ports import Clock
from bot.conversation.service import ConversationService
from bot.language import Language

CHANNEL = "telegram"
LONGEST = 4096
"""Characters taken in one message: as many as Telegram lets people send."""

CALM_AFTER = 30.0
"""Seconds without a refused message after which a flood is over."""

_REFUSED: dict[type[MessageRefused], str] = {
    MessageEmpty: "telegram.empty",
    MessageTooLong: "telegram.too_long",
}
_PRESSED = {"help": "topic:help_menu", "human": "topic:talk_to_human"}
"""Commands that are the same as a button."""

logger = logging.getLogger(__name__)


def address_of(chat_id: int) -> Address:
    """Return a chat as the address of a conversation."""
    return Address(f"{CHANNEL}:{chat_id}")


@dataclass(kw_only=True)
class Reception:
    """Takes updates."""

    service: ConversationService
    book: AddressBook
    chat: Chat
    bursts: Bursts
    clock: Clock
    _flooded: dict[str, float] = field(default_factory=dict)

    async def take(self, update: object) -> None:
        """Keep what an update brings; when this returns it may be confirmed, when it fails it must come again."""
        came = read(update, now=self.clock.now())  # type: ignore[arg-type]
        if came.kind is Kind.NOTHING or await self.book.was_taken(came.update_id):
            return
        await self._doors[came.kind](came)
        await self.book.note_taken(came.update_id, now=self.clock.now())

    @property
    def _doors(self) -> dict[Kind, Callable[[Came], Awaitable[None]]]:
        return {
            Kind.TEXT: self._text,
            Kind.EDIT: self._edit,
            Kind.MEDIA: self._media,
            Kind.PRESS: self._press,
            Kind.COMMAND: self._command,
            Kind.BLOCKED: self._blocked,
            Kind.ADDED: self._added,
            Kind.ELSEWHERE: self._elsewhere,
        }

    async def _text(self, came: Came, *, first: str = "") -> None:
        await self._keep(came, Nonce(f"update-{came.update_id}"), first=first)

    async def _edit(self, came: Came) -> None:
        """Answer the new words once, as an edit; where only something around the words changed, nothing."""
        conversation = await self._conversation(came)
        known = [kept for kept in await self.book.messages_of(conversation.id) if kept.message_id == came.message_id]
        if known and await self._says_the_same(conversation, known[-1].seq, came.text):
            return
        await self._text(came, first="telegram.edited" if known else "")

    async def _media(self, came: Came) -> None:
        """Remove it from the chat unread; an album without words is one message, whatever it has."""
        removed = await self.chat.remove(came.chat_id, [came.message_id])
        nonce = Nonce(f"album-{came.album}" if came.album and not came.text else f"update-{came.update_id}")
        await self._keep(came, nonce, media=True, first="telegram.media" if removed else KEPT)

    async def _keep(self, came: Came, nonce: Nonce, *, media: bool = False, first: str = "") -> None:
        conversation = await self._conversation(came)
        try:
            taken = await self.service.take(conversation.id, came.text, nonce=nonce, media=media, longest=LONGEST)
        except MessageRefused as refusal:
            await self._refused(came, conversation, refusal)
            return
        except ConversationGone:  # erased by the clock this very moment: what they write now begins anew
            await self._keep(came, nonce, media=media, first=first)
            return
        await self._hold(came, conversation)
        await self._note(came, conversation, seq=taken.message.seq)
        if not taken.message.answered:
            self.chat.types(came.chat_id)
            self.bursts.note(conversation.id, first=first, urgent=taken.danger is not None)

    async def _press(self, came: Came) -> None:
        self.chat.confirm_press(came)
        if came.text == CHOSEN:
            return
        if came.text == "do:delete":
            await self.chat.erase(came.chat_id, await self._known(came), language=came.language)
            return
        await self._press_payload(came, came.text)

    async def _press_payload(self, came: Came, payload: str) -> None:
        conversation = await self._conversation(came)
        nonce = Nonce(f"update-{came.update_id}")
        try:
            taken = await self.service.take_press(conversation.id, payload, nonce=nonce)
        except UnknownChoice:  # a button of an older day
            taken = await self.service.take_press(conversation.id, _PRESSED["help"], nonce=nonce)
        except MessageTooFast as refusal:
            await self._refused(came, conversation, refusal)
            return
        await self._hold(came, conversation)
        await self._note(came, conversation)
        if not taken.message.answered:
            self.chat.types(came.chat_id)
            self.bursts.note(conversation.id, urgent=True)

    async def _command(self, came: Came) -> None:
        if came.command in ("delete", "stop"):
            known = await self._known(came)
            stops = came.command == "stop"
            await self.chat.erase(came.chat_id, known, language=came.language, asked_in=came.message_id, stops=stops)
            return
        if came.command in _PRESSED:
            await self._press_payload(came, _PRESSED[came.command])
            return
        is_new = await self._known(came) is None
        conversation = await self._conversation(came)
        if came.command == "start" and came.text in set(Language):
            await self.service.choose_language(conversation.id, Language(came.text))
        if came.command == "language":
            await self.service.say(conversation.id, "telegram.language")
        elif not is_new:
            await self.service.say(conversation.id, "welcome")
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _blocked(self, came: Came) -> None:
        """Forget whoever blocked us: nothing can be said to them, and they said enough."""
        known = await self._known(came)
        if known is not None:
            await self._forget(known)

    async def _added(self, came: Came) -> None:
        await self.chat.decline(came.chat_id)

    async def _elsewhere(self, came: Came) -> None:
        await self.chat.leave(came.chat_id)

    async def _refused(self, came: Came, conversation: Conversation, refusal: MessageRefused) -> None:
        if isinstance(refusal, MessageTooFast):
            now = asyncio.get_running_loop().time()
            self._flooded = {name: at for name, at in self._flooded.items() if now - at < CALM_AFTER}
            is_told = conversation.id in self._flooded
            self._flooded[conversation.id] = now
            if not is_told:
                await self.service.say(conversation.id, "telegram.flood")
        else:
            await self.service.say(conversation.id, _REFUSED.get(type(refusal), "telegram.empty"))
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _says_the_same(self, conversation: Conversation, seq: int, text: str) -> bool:
        kept = [message for message in await self.service.messages(conversation.id) if message.seq == seq]
        try:
            return any(m.author is Author.PERSON and m.text == clean(text, longest=LONGEST).text for m in kept)
        except MessageRefused:
            return False

    async def _conversation(self, came: Came) -> Conversation:
        return await self.service.begin(address=address_of(came.chat_id), channel=CHANNEL, language=came.language)

    async def _known(self, came: Came) -> Conversation | None:
        return await self.service.find(address_of(came.chat_id))

    async def _hold(self, came: Came, conversation: Conversation) -> None:
        """Keep where to answer; after the message, for until then nothing is due that could let the address go."""
        await self.book.hold(conversation.id, str(came.chat_id), now=self.clock.now())
        await self.book.release(conversation.id)  # where the answer was quicker, nothing is due any more
        self.service.bell.ring()

    async def _note(self, came: Came, conversation: Conversation, *, seq: int = 0) -> None:
        """Keep which message of theirs it was, so that it can be removed from the chat; a pressed button is no message."""
        if came.kind is not Kind.PRESS:
            number, at = came.message_id, came.at
            await self.book.note_message(conversation.id, message_id=number, seq=seq, own=False, at=at)

    async def _forget(self, conversation: Conversation) -> None:
        try:
            await self.service.forget(conversation.id)
        except ConversationGone:
            return
