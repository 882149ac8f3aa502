"""The whole channel: one process at a time talks to Telegram, all others stand by."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram import Bot, BotCommand
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.channels.telegram.chat_actions import ChatActions
from bot.channels.telegram.debouncer import Debouncer
from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.message_remover import MessageRemover
from bot.channels.telegram.polling import LongPolling
from bot.channels.telegram.ports import Leases
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.typing_indicator import TypingIndicator
from bot.channels.telegram.update_reader import UpdateReader
from bot.channels.telegram.webhook import set_webhook
from bot.clock import Clock
from bot.i18n import Interface
from bot.i18n import mark as _
from bot.language import Language
from bot.worker import Interval, retry, run_forever

LEASE = "telegram"
LEASE_LENGTH = timedelta(seconds=6)
"""How long other processes wait for one that was killed."""

RENEW_EVERY = 2.0
logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """Where Telegram brings updates, and the secret that proves it is Telegram."""

    url: str
    secret: str = field(repr=False)


@dataclass(kw_only=True)
class TelegramChannel:
    """Receives, answers and sends messages, as long as the lease is ours."""

    bot: Bot
    reader: UpdateReader
    dispatcher: Dispatcher
    debouncer: Debouncer
    chat_actions: ChatActions
    remover: MessageRemover
    sender: Sender
    leases: Leases
    clock: Clock
    interface: Interface
    webhook: Webhook | None = None
    typing_indicator: TypingIndicator | None = None
    """None where the console runs in another process."""
    state: str = "down"
    """up, down, or standby while another process does the work."""
    _tasks: list[asyncio.Task[Any]] = field(default_factory=list)

    async def run(self) -> None:
        """Work whenever the lease is ours, until cancelled."""
        try:
            await run_forever(self._renew, wakeup=Interval(RENEW_EVERY), on_fault="the channel will try again")
        finally:
            await _cancel(self._tasks)
            await self.debouncer.stop()
            await self.chat_actions.stop()
            await self.remover.stop()
            await self._give_back()

    async def _renew(self) -> None:
        """Take or renew the lease; start the work where it is ours, stop it where it is not."""
        is_ours = await self._take_lease(had_it=bool(self._tasks))
        if is_ours and not self._tasks:
            self._tasks = [asyncio.create_task(work) for work in self._work()]
        elif not is_ours:
            await _cancel(self._tasks)
            self._tasks = []
            self.state = "standby"

    def _work(self) -> list[Any]:
        if self.webhook is None:
            updates = LongPolling(
                bot=self.bot, reader=self.reader, dispatcher=self.dispatcher, on_state=self._note_state
            ).run()
        else:
            updates = set_webhook(self.bot, url=self.webhook.url, secret=self.webhook.secret, on_state=self._note_state)
        typing = [self.typing_indicator.run()] if self.typing_indicator else []
        return [self.sender.run(), updates, self._describe_commands(), *typing]

    def _note_state(self, state: str) -> None:
        if state != self.state:
            logger.info("Telegram is %s", state)
        self.state = state

    async def _take_lease(self, *, had_it: bool) -> bool:
        try:
            return await self.leases.take(LEASE, now=self.clock.now(), lasts=LEASE_LENGTH)
        except Exception as fault:  # noqa: BLE001 (without the database, the work goes on and meets the fault itself)
            logger.error("the lease will be tried again: %s", type(fault).__name__)  # noqa: TRY400
            return had_it

    async def _give_back(self) -> None:
        try:
            await self.leases.give_back(LEASE)
        except Exception as fault:  # noqa: BLE001 (it ends by itself)
            logger.info("the lease ends by itself: %s", type(fault).__name__)

    async def _describe_commands(self) -> None:
        """Tell Telegram what the commands do, in both languages; English where an app speaks neither."""

        async def describe() -> None:
            for code, language in ((None, Language.EN), ("en", Language.EN), ("ja", Language.JA)):
                await self.bot.set_my_commands(commands(self.interface, language), language_code=code)

        def note(fault: BaseException) -> None:
            logger.info("commands will be described again: %s", type(fault).__name__)

        await retry(describe, on=TelegramError, first=5.0, longest=300.0, note=note)


def commands(interface: Interface, language: Language) -> Sequence[BotCommand]:
    """Return the commands with their descriptions."""
    words = interface[language]
    return [BotCommand(name, words.gettext(text)) for name, text in _COMMANDS.items()]


def open_bot(token: str, *, api_url: str) -> Bot:
    """Return the bot with connections of its own; a Bot API on this machine is reached without a proxy."""
    options = {"trust_env": False} if "//127.0.0.1" in api_url or "//localhost" in api_url else {}
    return Bot(
        token,
        base_url=f"{api_url.rstrip('/')}/bot",
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=10.0, httpx_kwargs=options),
    )


async def _cancel(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


_COMMANDS = {
    "start": _("Begin, or see the first message again"),
    "help": _("What I can help with"),
    "human": _("Talk to a person"),
    "plan": _("Your plan"),
    "language": _("日本語 / English"),
    "delete": _("Erase everything here and in this chat"),
    "stop": _("End this chat"),
}
