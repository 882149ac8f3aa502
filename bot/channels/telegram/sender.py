"""From the outbox to Telegram: in order within a chat, chats side by side, each again and again until it is there."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby

from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.conversations import Conversations
from bot.channels.telegram.formatter import Bubbles, Part
from bot.channels.telegram.ports import AddressBook, Outbox, Parcel
from bot.conversation.conversations import ConversationService
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Author, ConversationId, Message
from bot.conversation.ports import Clock
from bot.worker import Signal, run_forever

LATE = timedelta(minutes=2)
"""From so long after the person's last message on, an answer is covered: the phone may lie open before others."""

AT_ONCE = 16
"""Chats that are sent to at the same time."""

TIDY_EVERY = 30.0
"""Seconds between two looks for addresses that a killed process, or the clock of another, has left."""

LONGEST_PAUSE = 60.0
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was blocked")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
logger = logging.getLogger(__name__)


@dataclass
class _Pause:
    until: float = 0.0
    length: float = 0.5


@dataclass(frozen=True, kw_only=True)
class _Letter:
    message: Message
    parts: Sequence[Part]
    silent: bool


@dataclass(kw_only=True)
class Sending:
    """Delivers Telegram's parcels."""

    bot: Bot
    service: ConversationService
    outbox: Outbox
    book: AddressBook
    bubbles: Bubbles
    clock: Clock
    bell: Signal
    _pauses: dict[ConversationId, _Pause] = field(default_factory=dict)
    _busy: dict[ConversationId, asyncio.Task[None]] = field(default_factory=dict)
    _tidied_at: float = float("-inf")

    async def forever(self) -> None:
        """Deliver what waits, again and again."""
        try:
            await run_forever(self._step, wakeup=self.bell, on_fault="delivery will try again")
        finally:
            tasks = list(self._busy.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _step(self) -> None:
        if (now := asyncio.get_running_loop().time()) - self._tidied_at > TIDY_EVERY:
            await self.book.release_all()
            self._tidied_at = now
        await self._look()

    async def _look(self) -> None:
        now = asyncio.get_running_loop().time()
        waiting = sorted(await self.outbox.waiting(), key=lambda parcel: parcel.conversation)  # stable: order stays
        for conversation, parcels in groupby(waiting, key=lambda parcel: parcel.conversation):
            pause = self._pauses.get(conversation, _Pause())
            if conversation not in self._busy and pause.until <= now and len(self._busy) < AT_ONCE:
                self._busy[conversation] = asyncio.create_task(self._serve(conversation, list(parcels)))

    async def _serve(self, conversation: ConversationId, parcels: Sequence[Parcel]) -> None:
        try:
            await self._deliver(conversation, parcels)
            self._pauses.pop(conversation, None)
            await self.book.release(conversation)
        except RetryAfter as wait:
            seconds = wait.retry_after
            self._rest(conversation, seconds.total_seconds() if isinstance(seconds, timedelta) else float(seconds))
        except (Forbidden, BadRequest) as fault:
            await self._unreachable(conversation, fault)
        except Exception as fault:  # noqa: BLE001 (whatever it was: it stays in the outbox, and is tried again)
            self._rest(conversation)
            logger.warning("a message waits to be sent again: %s", type(fault).__name__)
            if isinstance(fault, InvalidToken):
                logger.error("Telegram does not accept the token any more: check TELEGRAM_BOT_TOKEN")  # noqa: TRY400
        finally:
            self._busy.pop(conversation, None)
            self.bell.ring()

    async def _deliver(self, conversation: ConversationId, parcels: Sequence[Parcel]) -> None:
        address = await self.book.address_of(conversation)
        history = await self.service.messages(conversation)
        for parcel in parcels:
            letter = await self._letter(parcel, history)
            if letter is not None:
                if address is None:
                    self._rest(conversation)  # its update has not been confirmed: it comes again and brings the address
                    return
                for part in letter.parts[parcel.parts_sent :]:
                    await self._send(conversation, int(address), part, letter)
                    await self.outbox.sent_part(parcel)
            await self.outbox.delivered([parcel])

    async def _letter(self, parcel: Parcel, messages: Sequence[Message]) -> _Letter | None:
        """Return what to send, None for what the person wrote; covered where they have put the phone away since.

        The phone rings only for what comes late, and only where they asked for it: who waits in front of it sees it anyway.
        """
        conversation = await self.service.get(parcel.conversation)
        message = next((m for m in messages if m.seq == parcel.seq and m.author is not Author.PERSON), None)
        if conversation is None or message is None:
            return None
        written = [m.at for m in messages if m.author is Author.PERSON and m.seq < parcel.seq]
        late = self.clock.now() - (written[-1] if written else parcel.at) > LATE
        language, age = conversation.language, conversation.answers.age
        parts = self.bubbles.draw_message(message, language=language, age=age, late=late)
        return _Letter(message=message, parts=parts, silent=not (late and conversation.notice))

    async def _send(self, conversation: ConversationId, chat_id: int, part: Part, letter: _Letter) -> None:
        """Send one part, plain where Telegram does not take it as it is; what it takes in no way is counted and left out."""
        message, silent = letter.message, letter.silent
        try:
            sent = await self.bot.send_message(
                chat_id,
                part.text,
                entities=part.entities,
                reply_markup=part.keyboard,
                link_preview_options=_NO_PREVIEW,
                disable_notification=silent,
            )
        except BadRequest as fault:
            if _is_gone(fault):
                raise
            logger.error("Telegram did not take a message as it is: %s", message.say.key if message.say else "?")  # noqa: TRY400
            try:
                sent = await self.bot.send_message(
                    chat_id, part.text, link_preview_options=_NO_PREVIEW, disable_notification=silent
                )
            except BadRequest as again:
                if _is_gone(again):
                    raise
                logger.error("Telegram did not take a message at all; it is left out")  # noqa: TRY400
                return
        await self.book.note_message(
            conversation, message_id=sent.message_id, seq=message.seq, own=True, at=self.clock.now()
        )

    async def _unreachable(self, conversation: ConversationId, fault: TelegramError) -> None:
        """Forget who blocked us or left; anything else that Telegram refuses is tried again later."""
        if not isinstance(fault, Forbidden) and not _is_gone(fault):
            self._rest(conversation)
            return
        logger.info("a chat has ended: %s", type(fault).__name__)
        address = await self.book.address_of(conversation)
        everything = Conversations(service=self.service)
        for other in await everything.all_of(int(address)) if address else []:
            await everything.forget(other)
        with contextlib.suppress(ConversationGone):
            await self.service.forget(conversation)

    def _rest(self, conversation: ConversationId, seconds: float = 0.0) -> None:
        """Leave a chat alone for the time asked for, else for twice as long as the last time."""
        pause = self._pauses.setdefault(conversation, _Pause())
        pause.until = asyncio.get_running_loop().time() + (seconds or pause.length)
        pause.length = min(pause.length * 2, LONGEST_PAUSE)


def _is_gone(fault: TelegramError) -> bool:
    return any(sign in str(fault).lower() for sign in _GONE)
