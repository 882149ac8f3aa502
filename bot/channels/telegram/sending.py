"""From the outbox to Telegram: in order within a chat, chats side by side, each again and again until it is there."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.delivery import Doorbell
from bot.channels.telegram.bubbles import Bubbles, Part
from bot.channels.telegram.ports import AddressBook, Outbox, Parcel
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Author, ConversationId, Message
from bot.conversation.ports import Clock
from bot.conversation.service import ConversationService
from bot.language import Language

LATE = timedelta(minutes=2)
"""From so long after the person's last message on, an answer is covered: the phone may lie open before others."""

AT_ONCE = 16
"""Chats that are sent to at the same time."""

LONGEST_PAUSE = 60.0
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was blocked")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
logger = logging.getLogger(__name__)


@dataclass
class _Pause:
    until: float = 0.0
    length: float = 0.5


@dataclass(kw_only=True)
class Sending:
    """Delivers Telegram's parcels."""

    bot: Bot
    service: ConversationService
    outbox: Outbox
    book: AddressBook
    bubbles: Bubbles
    clock: Clock
    bell: Doorbell
    _pauses: dict[ConversationId, _Pause] = field(default_factory=dict)
    _busy: dict[ConversationId, asyncio.Task[None]] = field(default_factory=dict)

    async def forever(self) -> None:
        """Deliver what waits, again and again."""
        is_tidy = False
        try:
            while True:
                try:
                    if not is_tidy:
                        await self.book.release_all()
                        is_tidy = True
                    await self._look()
                except Exception as fault:  # noqa: BLE001 (delivery must outlive any fault of the database)
                    logger.error("delivery will try again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)
                await self.bell.wait()
        finally:
            tasks = list(self._busy.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

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
            message, language, age, late = await self._message(parcel, history)
            if message is not None and message.say is not None:
                if address is None:
                    self._rest(conversation)  # its update has not been confirmed: it comes again and brings the address
                    return
                parts = self.bubbles.draw(message.say, language=language, age=age, late=late)
                for part in parts[parcel.parts_sent :]:
                    await self._send(conversation, int(address), part, message, silent=not late)
                    await self.outbox.sent_part(parcel)
            await self.outbox.delivered([parcel])

    async def _message(self, parcel: Parcel, messages: Sequence[Message]) -> tuple[Message | None, Language, str, bool]:
        """Return what to send, in which language, for whom, and whether the person has put the phone away since."""
        conversation = await self.service.get(parcel.conversation)
        if conversation is None:
            return None, Language.JA, "", False
        message = next((m for m in messages if m.seq == parcel.seq and m.author is not Author.PERSON), None)
        written = [m.at for m in messages if m.author is Author.PERSON and m.seq < parcel.seq]
        late = self._is_late(written[-1] if written else parcel.at)
        return message, conversation.language, conversation.answers.age, late

    def _is_late(self, written: datetime) -> bool:
        return self.clock.now() - written > LATE

    async def _send(
        self, conversation: ConversationId, chat_id: int, part: Part, message: Message, *, silent: bool
    ) -> None:
        """Send one part, plain where Telegram does not take it as it is; what it takes in no way is counted and left out."""
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
        try:
            await self.service.forget(conversation)
        except ConversationGone:
            return

    def _rest(self, conversation: ConversationId, seconds: float = 0.0) -> None:
        """Leave a chat alone for the time asked for, else for twice as long as the last time."""
        pause = self._pauses.setdefault(conversation, _Pause())
        pause.until = asyncio.get_running_loop().time() + (seconds or pause.length)
        pause.length = min(pause.length * 2, LONGEST_PAUSE)


def _is_gone(fault: TelegramError) -> bool:
    return any(sign in str(fault).lower() for sign in _GONE)
