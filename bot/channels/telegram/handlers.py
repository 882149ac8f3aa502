"""What comes from Telegram is kept before it is confirmed; answering comes after."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.channels.telegram.chat_actions import Chat
from bot.channels.telegram.closed_chat import CLOSED, Closed
from bot.channels.telegram.conversations import Conversations
from bot.channels.telegram.debounce import KEPT, Bursts
from bot.channels.telegram.formatter import CHOSEN
from bot.channels.telegram.parser import Came, Kind, read
from bot.channels.telegram.ports import AddressBook
from bot.conversation.conversations import ConversationService
from bot.conversation.errors import (
    ConversationClosed,
    ConversationGone,
    MessageEmpty,
    MessageHoldsCode,
    MessageRefused,
    MessageTooFast,
    MessageTooLong,
    UnknownChoice,
)
from bot.conversation.handover.queue import naming
from bot.conversation.handover.stages import Stage, assistant_may_speak
from bot.conversation.model import Author, Conversation, Nonce, Say, Taken
from bot.conversation.ports import Clock
from bot.conversation.turns.clean_text import clean
from bot.language import Language

LONGEST = 4096
"""Characters taken in one message: as many as Telegram lets people send."""

CALM_AFTER = 30.0
"""Seconds without a refused message after which a flood is over; for as long a notice is not repeated."""

_REFUSED: dict[type[MessageRefused], str] = {
    MessageEmpty: "telegram.empty",
    MessageTooLong: "telegram.too_long",
}
_PRESSED = {"help": "topic:help_menu", "human": "topic:talk_to_human"}
"""Commands that are the same as a button."""

_LATER = {"do:new": _PRESSED["help"], "do:reopen": _PRESSED["human"]}
"""What the buttons of a closed chat mean where the chat goes on."""

logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Reception:
    """Takes updates."""

    service: ConversationService
    book: AddressBook
    chat: Chat
    bursts: Bursts
    clock: Clock
    _told: dict[tuple[str, str], float] = field(default_factory=dict)

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
        except ConversationClosed:
            await self._answer_closed(came, conversation, *([first] if media else []), CLOSED)
            return
        except ConversationGone:  # erased by the clock this very moment: what they write now begins anew
            await self._keep(came, nonce, media=media, first=first)
            return
        await self._note(came, conversation, seq=taken.message.seq)
        if not assistant_may_speak(conversation.stage) and media:
            await self._tell(conversation, first)  # it is gone from the chat: the counsellor cannot know, nor say so
        await self._hold(came, conversation)
        if not taken.message.answered:
            self._types(came, conversation)
            self.bursts.note(conversation.id, first=first, urgent=taken.danger is not None)

    async def _press(self, came: Came) -> None:
        self.chat.confirm_press(came)
        if came.text == CHOSEN:
            return
        if came.text == "do:delete":
            await self.chat.erase(came.chat_id, await self._all(came), language=came.language)
            return
        await self._press_payload(came, came.text)

    async def _press_payload(self, came: Came, payload: str) -> None:
        conversation = await self._conversation(came)
        if conversation.stage is Stage.CLOSED:
            await self._press_closed(came, conversation, payload)
            return
        if conversation.stage is Stage.COUNSELLOR and payload.startswith("language:"):
            await self._change_language(came, conversation, payload)
            return
        try:
            taken = await self._take_press(
                conversation, _LATER.get(payload, payload), Nonce(f"update-{came.update_id}")
            )
        except MessageTooFast as refusal:
            await self._refused(came, conversation, refusal)
            return
        except ConversationClosed:  # this very moment
            await self._press_payload(came, payload)
            return
        await self._hold(came, conversation)
        await self._note(came, conversation)
        if not taken.message.answered:
            self._types(came, conversation)
            self.bursts.note(conversation.id, urgent=True)

    async def _take_press(self, conversation: Conversation, payload: str, nonce: Nonce) -> Taken:
        try:
            return await self.service.take_press(conversation.id, payload, nonce=nonce)
        except UnknownChoice:  # a button of an older day
            return await self.service.take_press(conversation.id, _PRESSED["help"], nonce=nonce)

    async def _press_closed(self, came: Came, closed: Conversation, payload: str) -> None:
        conversation = closed
        if payload == "do:new":
            conversation = await self.conversations.begin_anew(came.chat_id, closed)
        else:
            await self.closed.pressed(closed.id, payload)
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _change_language(self, came: Came, conversation: Conversation, payload: str) -> None:
        """Change the language while a counsellor has the chat: it is no message to them."""
        wanted = payload.removeprefix("language:")
        if wanted in set(Language):
            await self.service.choose_language(conversation.id, Language(wanted))
            await self.service.say(conversation.id, Say(key="language.changed"))
        await self._hold(came, conversation)

    async def _command(self, came: Came) -> None:
        if came.command in ("delete", "stop"):
            stops, everything = came.command == "stop", await self._all(came)
            await self.chat.erase(
                came.chat_id, everything, language=came.language, asked_in=came.message_id, stops=stops
            )
            return
        if came.command in _PRESSED:
            await self._press_payload(came, _PRESSED[came.command])
            return
        is_new = await self._known(came) is None
        conversation = await self._conversation(came)
        if came.command == "start":
            conversation = await self._start(came, conversation, is_new=is_new)
        else:
            await self.service.say(conversation.id, Say(key="telegram.language"))
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _start(self, came: Came, conversation: Conversation, *, is_new: bool) -> Conversation:
        """Begin where there is nothing that goes on; else show the first message again, or who is there."""
        is_closed = conversation.stage is Stage.CLOSED
        if is_closed:
            conversation = await self.conversations.begin_anew(came.chat_id, conversation)
        if came.text in set(Language):
            await self.service.choose_language(conversation.id, Language(came.text))
        if not (is_new or is_closed):
            await self.service.say(conversation.id, await self._greeting(conversation))
        return conversation

    async def _greeting(self, conversation: Conversation) -> Say:
        call = await self.service.person.call_of(conversation.id)
        is_with_counsellor = call is not None and call.counsellor is not None
        return naming(call, key="counsellor.joined") if call and is_with_counsellor else Say(key="welcome")

    async def _blocked(self, came: Came) -> None:
        """Forget whoever blocked us: nothing can be said to them, and they said enough."""
        for conversation in await self._all(came):
            await self.conversations.forget(conversation)

    async def _added(self, came: Came) -> None:
        await self.chat.decline(came.chat_id)

    async def _elsewhere(self, came: Came) -> None:
        await self.chat.leave(came.chat_id)

    async def _refused(self, came: Came, conversation: Conversation, refusal: MessageRefused) -> None:
        if isinstance(refusal, MessageHoldsCode):
            removed = await self.chat.remove(came.chat_id, [came.message_id])
            await self.service.say(conversation.id, Say(key="telegram.code" if removed else "telegram.code.kept"))
        elif conversation.stage is Stage.CLOSED:
            await self._tell(conversation, CLOSED)
        elif isinstance(refusal, MessageTooFast):
            await self._tell(conversation, "telegram.flood", until_quiet=True)
        else:
            await self.service.say(conversation.id, Say(key=_REFUSED.get(type(refusal), "telegram.empty")))
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _answer_closed(self, came: Came, conversation: Conversation, *keys: str) -> None:
        for key in keys:
            await self._tell(conversation, key)
        await self._hold(came, conversation)
        await self._note(came, conversation)

    async def _tell(self, conversation: Conversation, key: str, *, until_quiet: bool = False) -> None:
        """Say a notice, once in a while; `until_quiet`, not again before nothing has come for as long."""
        now = asyncio.get_running_loop().time()
        self._told = {notice: at for notice, at in self._told.items() if now - at < CALM_AFTER}
        notice = (conversation.id, key)
        is_told = notice in self._told
        if not is_told:
            await self.service.say(conversation.id, Say(key=key))
        if until_quiet or not is_told:
            self._told[notice] = now

    def _types(self, came: Came, conversation: Conversation) -> None:
        """Show that an answer is being made; while a counsellor has the chat, only they are seen typing."""
        if assistant_may_speak(conversation.stage):
            self.chat.types(came.chat_id)

    async def _says_the_same(self, conversation: Conversation, seq: int, text: str) -> bool:
        kept = [message for message in await self.service.messages(conversation.id) if message.seq == seq]
        try:
            return any(m.author is Author.PERSON and m.text == clean(text, longest=LONGEST).text for m in kept)
        except MessageRefused:
            return False

    async def _conversation(self, came: Came) -> Conversation:
        return await self.conversations.begin(came.chat_id, language=came.language)

    async def _known(self, came: Came) -> Conversation | None:
        return await self.conversations.current(came.chat_id)

    async def _all(self, came: Came) -> Sequence[Conversation]:
        return await self.conversations.all_of(came.chat_id)

    @property
    def conversations(self) -> Conversations:
        """Return the conversations of the chats."""
        return Conversations(service=self.service)

    @property
    def closed(self) -> Closed:
        """Return what answers in chats that were closed."""
        return Closed(service=self.service)

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
