"""From the outbox to Telegram: in order within a chat, chats in parallel, each message again and again until it is sent."""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby

from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.chat_conversations import ChatConversations
from bot.channels.telegram.formatter import Cover, Formatter, MessagePart
from bot.channels.telegram.ports import AddressBook, PartialOutbox
from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.delivery import OutboxMessage
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Author, ConversationId, Message
from bot.conversation.reader import reader_of
from bot.worker import Signal, run_forever

IN_HAND = timedelta(seconds=25)
"""For so long after they last did something, people hold the phone with the chat open; after it what comes is covered."""

LATE_AFTER = timedelta(minutes=2)
"""After so long emergency words are covered too, and the phone rings where that was asked for."""

CONCURRENT_CHATS = 16
"""Chats that are sent to at the same time."""

RELEASE_EVERY = 30.0
"""Seconds between two releases of addresses that a killed process has left behind."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
"""Seconds until a chat is tried again; they double each time."""

LONGEST_SEND = 15.0
"""Seconds after which a message on its way is not waited for any more."""

_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was blocked")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
logger = logging.getLogger(__name__)


@dataclass
class _BackOff:
    until: float = 0.0
    pause: float = FIRST_PAUSE


@dataclass(frozen=True, kw_only=True)
class _Outgoing:
    message: Message
    parts: Sequence[MessagePart]
    silent: bool


@dataclass(kw_only=True)
class Sender:
    """Sends the messages of Telegram's outbox."""

    bot: Bot
    conversations: Conversations
    outbox: PartialOutbox
    address_book: AddressBook
    formatter: Formatter
    clock: Clock
    bell: Signal
    _back_offs: dict[ConversationId, _BackOff] = field(default_factory=dict)
    _tasks: dict[ConversationId, asyncio.Task[None]] = field(default_factory=dict)
    _paused: Counter[ConversationId] = field(default_factory=Counter)
    _released_at: float = float("-inf")

    async def run(self) -> None:
        """Send what is pending, again and again, until cancelled."""
        try:
            await run_forever(self._step, wakeup=self.bell, on_fault="delivery will try again")
        finally:
            tasks = list(self._tasks.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def pause(self, conversations: Sequence[ConversationId]) -> None:
        """Send nothing more in these conversations, and let what is on its way arrive."""
        self._paused.update(conversations)
        if tasks := [self._tasks[name] for name in conversations if name in self._tasks]:
            await asyncio.wait(tasks, timeout=LONGEST_SEND)

    def resume(self, conversations: Sequence[ConversationId]) -> None:
        """Send in them again, where there is still something to send."""
        self._paused.subtract(conversations)
        self._paused += Counter()  # keep what is above zero
        self.bell.ring()

    async def _step(self) -> None:
        if (now := asyncio.get_running_loop().time()) - self._released_at > RELEASE_EVERY:
            await self.address_book.release_all()
            self._released_at = now
        await self._start_tasks()

    async def _start_tasks(self) -> None:
        """Start a task for each chat that something is pending for, unless it has one or is backing off."""
        now = asyncio.get_running_loop().time()
        pending = sorted(await self.outbox.pending(), key=lambda message: message.conversation)  # stable: order stays
        for conversation, messages in groupby(pending, key=lambda message: message.conversation):
            back_off = self._back_offs.get(conversation, _BackOff())
            is_free = conversation not in self._tasks and conversation not in self._paused
            if is_free and back_off.until <= now and len(self._tasks) < CONCURRENT_CHATS:
                self._tasks[conversation] = asyncio.create_task(self._deliver_or_back_off(conversation, list(messages)))

    async def _deliver_or_back_off(self, conversation: ConversationId, pending: Sequence[OutboxMessage]) -> None:
        try:
            await self._deliver(conversation, pending)
            self._back_offs.pop(conversation, None)
            await self.address_book.release(conversation)
        except RetryAfter as fault:
            pause = fault.retry_after
            self._back_off(conversation, pause.total_seconds() if isinstance(pause, timedelta) else float(pause))
        except (Forbidden, BadRequest) as fault:
            await self._forget_unreachable(conversation, fault)
        except Exception as fault:  # noqa: BLE001 (whatever it was: it stays in the outbox, and is tried again)
            self._back_off(conversation)
            logger.warning("a message waits to be sent again: %s", type(fault).__name__)
            if isinstance(fault, InvalidToken):
                logger.error("Telegram does not accept the token any more: check TELEGRAM_BOT_TOKEN")  # noqa: TRY400
        finally:
            self._tasks.pop(conversation, None)
            self.bell.ring()

    async def _deliver(self, conversation: ConversationId, pending: Sequence[OutboxMessage]) -> None:
        address = await self.address_book.address_of(conversation)
        history = await self.conversations.messages(conversation)
        for queued in pending:
            outgoing = await self._outgoing(queued, history)
            if outgoing is not None:
                if address is None:
                    self._back_off(
                        conversation
                    )  # its update is not confirmed yet: it comes again and brings the address
                    return
                for part in outgoing.parts[queued.parts_sent :]:
                    if conversation in self._paused:
                        return
                    await self._send(conversation, int(address), part, outgoing)
                    await self.outbox.mark_part_sent(queued)
            await self.outbox.remove([queued])

    async def _outgoing(self, queued: OutboxMessage, history: Sequence[Message]) -> _Outgoing | None:
        """Return what to send, None for what the person wrote; covered where they may have put the phone away.

        The phone rings only for late messages, and only where the person asked for it: who is in the chat sees them anyway.
        """
        conversation = await self.conversations.get(queued.conversation)
        message = next((m for m in history if m.seq == queued.seq and m.author is not Author.PERSON), None)
        if conversation is None or message is None:
            return None
        silence = self.clock.now() - (await self.address_book.last_act_of(queued.conversation) or queued.at)
        cover, language, age = _cover_of(message, silence), conversation.language, conversation.answers.age
        reader = reader_of(conversation)
        parts = self.formatter.format_message(message, language=language, age=age, cover=cover, reader=reader)
        return _Outgoing(message=message, parts=parts, silent=not (silence > LATE_AFTER and conversation.notice))

    async def _send(self, conversation: ConversationId, chat_id: int, part: MessagePart, outgoing: _Outgoing) -> None:
        """Send one part, as plain text where Telegram refuses it; log and leave out a part that is refused again."""
        message, silent = outgoing.message, outgoing.silent
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
        await self.address_book.note_message(
            conversation, message_id=sent.message_id, seq=message.seq, own=True, at=self.clock.now()
        )

    async def _forget_unreachable(self, conversation: ConversationId, fault: TelegramError) -> None:
        """Forget a person who blocked the bot or left; after any other refusal, try again later."""
        if not isinstance(fault, Forbidden) and not _is_gone(fault):
            self._back_off(conversation)
            return
        logger.info("a chat has ended: %s", type(fault).__name__)
        address = await self.address_book.address_of(conversation)
        chat_conversations = ChatConversations(conversations=self.conversations)
        for other in await chat_conversations.all_of(int(address)) if address else []:
            await chat_conversations.forget(other)
        with contextlib.suppress(ConversationGone):
            await self.conversations.erasure.forget(conversation)

    def _back_off(self, conversation: ConversationId, seconds: float = 0.0) -> None:
        """Leave a chat alone for the seconds that Telegram asks for, else for twice as long as the last time."""
        back_off = self._back_offs.setdefault(conversation, _BackOff())
        back_off.until = asyncio.get_running_loop().time() + (seconds or back_off.pause)
        back_off.pause = min(back_off.pause * 2, LONGEST_PAUSE)


def _cover_of(message: Message, silence: timedelta) -> Cover:
    """Return how a message is covered after so long without the person."""
    if silence <= IN_HAND:
        return Cover.NONE
    is_danger = message.say is not None and message.say.key in DANGER_ENTRIES
    return Cover.LINE if is_danger and silence <= LATE_AFTER else Cover.WORDS


def _is_gone(fault: TelegramError) -> bool:
    return any(sign in str(fault).lower() for sign in _GONE)
