"""A counsellor of a bot that runs: the moves that the console makes, over the same database."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.action_log import COMMAND_LINE
from bot.container import Services, open_services, staff_context
from bot.conversation.case import Outcome
from bot.conversation.model import ConversationId, Counsellor, CounsellorId, Nonce
from bot.language import Language
from bot.permissions import Role
from bot.settings import Settings
from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_process import conversation_of
from tests.journeys.processes import Processes

T = TypeVar("T")
MOST = 50


class StaffMember:
    """A counsellor on the staff; each move is done before the next line."""

    def __init__(self, bot: Processes, name: str) -> None:
        """Add an account to the bot's database."""
        self.bot = bot
        self.name = name
        self.settings = Settings.from_env(bot.settings)
        self.me = self._do(self._add_account)

    def comes(self) -> None:
        """Go on duty."""
        self._do(lambda services: services.presence.come(self.me.id, most=MOST))

    def goes(self) -> None:
        """Go off duty."""
        self._do(lambda services: services.presence.go(self.me.id))

    def takes(self, person: TelegramAccount) -> None:
        """Take somebody's chat."""
        self.comes()  # an open console reports its counsellor's presence all the time
        self._do(lambda services: services.conversations.counsellor.take(self._chat(person), self.me, most=MOST))

    def says(self, person: TelegramAccount, text: str = "", *, key: str = "") -> None:
        """Write own words, or send an entry of the guidance."""
        nonce = Nonce(secrets.token_hex(8))
        self._do(
            lambda services: services.conversations.counsellor.reply(
                self._chat(person), self.me, nonce=nonce, text=text, key=key
            )
        )

    def transfers(self, person: TelegramAccount, to: "StaffMember") -> None:
        """Give the chat to a colleague."""
        to.comes()
        self._do(
            lambda services: services.conversations.counsellor.transfer(
                self._chat(person), self.me.id, to.me, most=MOST
            )
        )

    def hands_back(self, person: TelegramAccount) -> None:
        """Leave the chat to the program."""
        self._do(lambda services: services.conversations.counsellor.hand_back(self._chat(person), self.me.id))

    def closes(self, person: TelegramAccount) -> None:
        """End the chat."""
        self._do(
            lambda services: services.conversations.counsellor.close(
                self._chat(person), self.me.id, outcome=Outcome.GUIDED
            )
        )

    def reads(self, person: TelegramAccount) -> list[str]:
        """Return what the person wrote, as far as it may be read."""
        chat = self._do(lambda services: services.conversations.counsellor.read(self._chat(person), self.me.id))
        return [message.text for message in chat.messages if message.author.value == "person"]

    def return_code_of(self, person: TelegramAccount) -> str:
        """Return a code by which somebody's chat could be opened on the web."""
        return " ".join(self._do(lambda services: services.codes.make(self._chat(person), language=Language.EN)))

    def _chat(self, person: TelegramAccount) -> ConversationId:
        return ConversationId(conversation_of(self.bot, person))

    def _do(self, what: Callable[[Services], Awaitable[T]]) -> T:
        async def done() -> T:
            async with open_services(self.settings) as services:
                return await what(services)

        return asyncio.run(done())

    async def _add_account(self, services: Services) -> Counsellor:
        accounts = staff_context(self.settings, services.engine).accounts
        name = f"staff-{secrets.token_hex(3)}"
        handed = await accounts.add(name, display_name=self.name, roles=[Role.COUNSELLOR], by=COMMAND_LINE)
        return Counsellor(id=CounsellorId(handed.account.id), name=self.name)
