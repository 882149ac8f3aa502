"""The channel as a whole: one process at a time talks to Telegram, all others stand by."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram import Bot, BotCommand
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.channels.telegram.chat_actions import Chat
from bot.channels.telegram.debounce import Bursts
from bot.channels.telegram.handlers import Reception
from bot.channels.telegram.ports import Leases
from bot.channels.telegram.sender import Sending
from bot.channels.telegram.typing_indicator import Typing
from bot.channels.telegram.updates import Polling, set_webhook
from bot.conversation.ports import Clock
from bot.i18n import Interface
from bot.i18n import mark as _
from bot.language import Language
from bot.worker import Interval, retry, run_forever

LEASE = "telegram"
LASTS = timedelta(seconds=6)
"""How long another process waits after one that was killed."""

RENEWED_EVERY = 2.0
logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """Where Telegram brings updates, and the secret by which it is known."""

    url: str
    secret: str = field(repr=False)


@dataclass(kw_only=True)
class TelegramChannel:
    """Takes, answers and sends, as long as the lease is ours."""

    bot: Bot
    reception: Reception
    bursts: Bursts
    chat: Chat
    sending: Sending
    leases: Leases
    clock: Clock
    interface: Interface
    webhook: Webhook | None = None
    typing: Typing | None = None
    """None where no console is heard of."""
    state: str = "down"
    """up, down, or standby where another process does the work."""
    _working: list[asyncio.Task[Any]] = field(default_factory=list)

    async def run(self) -> None:
        """Work whenever the lease is ours, until cancelled."""
        try:
            await run_forever(self._renew, wakeup=Interval(RENEWED_EVERY), on_fault="the channel will try again")
        finally:
            await _end(self._working)
            await self.bursts.stop()
            await self.chat.stop()
            await self._give_back()

    async def _renew(self) -> None:
        """Take or renew the lease; start the work where it is ours, end it where it is not."""
        is_ours = await self._take_lease(had_it=bool(self._working))
        if is_ours and not self._working:
            self._working = [asyncio.create_task(work) for work in self._work()]
        elif not is_ours:
            await _end(self._working)
            self._working = []
            self.state = "standby"

    def _work(self) -> list[Any]:
        if self.webhook is None:
            arriving = Polling(bot=self.bot, reception=self.reception, on_state=self._note_state).forever()
        else:
            arriving = set_webhook(
                self.bot, url=self.webhook.url, secret=self.webhook.secret, on_state=self._note_state
            )
        typing = [self.typing.forever()] if self.typing else []
        return [self.sending.forever(), arriving, self._describe_commands(), *typing]

    def _note_state(self, state: str) -> None:
        if state != self.state:
            logger.info("Telegram is %s", state)
        self.state = state

    async def _take_lease(self, *, had_it: bool) -> bool:
        try:
            return await self.leases.take(LEASE, now=self.clock.now(), lasts=LASTS)
        except Exception as fault:  # noqa: BLE001 (the database is away: what is begun goes on and will notice itself)
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
    """Return the commands with what they do."""
    words = interface[language]
    return [BotCommand(name, words.gettext(text)) for name, text in _COMMANDS.items()]


def open_bot(token: str, *, api_url: str) -> Bot:
    """Return the bot over its own connections; nothing between us and a Bot API on this machine."""
    straight = {"trust_env": False} if "//127.0.0.1" in api_url or "//localhost" in api_url else {}
    return Bot(
        token,
        base_url=f"{api_url.rstrip('/')}/bot",
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=10.0, httpx_kwargs=straight),
        get_updates_request=HTTPXRequest(connection_pool_size=2, httpx_kwargs=straight),
    )


async def _end(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


_COMMANDS = {
    "start": _("Begin, or see the first message again"),
    "help": _("What I can help with"),
    "human": _("Talk to a person"),
    "language": _("日本語 / English"),
    "delete": _("Erase everything here and in this chat"),
    "stop": _("End this chat"),
}
