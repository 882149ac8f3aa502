"""A counsellor beside a bot that runs: the moves that the console makes, over the same database."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.action_log import COMMAND_LINE
from bot.container import OPENING_HOURS, SystemClock, staff_context
from bot.conversation.case import Outcome
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.model import ConversationId, Counsellor, CounsellorId, Nonce
from bot.conversation.retention import Keep
from bot.language import Language
from bot.permissions import Role
from bot.settings import Settings
from bot.store.archive import SqlArchive
from bot.store.database import open_database
from bot.store.keys import FolderShelf, Keyring
from bot.store.opening_hours_file import read_opening_hours
from bot.store.presence import Presence
from bot.store.return_codes import ReturnCodes
from tests.channels.telegram.chatter import Chatter
from tests.channels.telegram.running import conversation_of
from tests.fakes.bell import CountingBell
from tests.journeys.processes import Processes

T = TypeVar("T")
MOST = 50


@dataclass(frozen=True, kw_only=True)
class _Room:
    engine: AsyncEngine
    handovers: CounsellorHandover
    presence: Presence


class AtWork:
    """Somebody of the staff; each move is done before the next line."""

    def __init__(self, bot: Processes, name: str) -> None:
        """Add an account to the bot's database."""
        self.bot = bot
        self.name = name
        self.settings = Settings.from_env(bot.settings)
        self.me = asyncio.run(self._added())

    def comes(self) -> None:
        """Go on duty."""
        self._do(lambda room: room.presence.come(self.me.id, most=MOST))

    def goes(self) -> None:
        """Go off duty."""
        self._do(lambda room: room.presence.go(self.me.id))

    def takes(self, person: Chatter) -> None:
        """Take somebody's chat."""
        self.comes()  # a console that is open is heard of all the time
        self._do(lambda room: room.handovers.take(self._chat(person), self.me, most=MOST))

    def says(self, person: Chatter, text: str = "", *, key: str = "") -> None:
        """Write own words, or send an entry of the guidance."""
        nonce = Nonce(secrets.token_hex(8))
        self._do(lambda room: room.handovers.reply(self._chat(person), self.me, nonce=nonce, text=text, key=key))

    def transfers(self, person: Chatter, to: "AtWork") -> None:
        """Give the chat to a colleague."""
        to.comes()
        self._do(lambda room: room.handovers.transfer(self._chat(person), self.me.id, to.me, most=MOST))

    def hands_back(self, person: Chatter) -> None:
        """Leave the chat to the program."""
        self._do(lambda room: room.handovers.hand_back(self._chat(person), self.me.id))

    def closes(self, person: Chatter) -> None:
        """End the chat."""
        self._do(lambda room: room.handovers.close(self._chat(person), self.me.id, outcome=Outcome.GUIDED))

    def reads(self, person: Chatter) -> list[str]:
        """Return what the person wrote, as far as it may be read."""
        chat = self._do(lambda room: room.handovers.read(self._chat(person), self.me.id))
        return [message.text for message in chat.messages if message.author.value == "person"]

    def return_code_of(self, person: Chatter) -> str:
        """Return a code by which somebody's chat could be opened on the web."""

        async def make(room: _Room) -> tuple[str, ...]:
            codes = ReturnCodes(room.engine, hash_key=self.settings.hash_key)
            return await codes.make(self._chat(person), language=Language.EN)

        return " ".join(self._do(make))

    def _chat(self, person: Chatter) -> ConversationId:
        return ConversationId(conversation_of(self.bot, person))

    def _do(self, what: Callable[[_Room], Awaitable[T]]) -> T:
        async def done() -> T:
            async with self._room() as room:
                return await what(room)

        return asyncio.run(done())

    @asynccontextmanager
    async def _room(self) -> AsyncIterator[_Room]:
        engine = open_database(self.settings.database_url)
        keyring = Keyring(FolderShelf(self.settings.keys_folder), master_key=self.settings.master_key)
        archive = SqlArchive(engine, keyring=keyring, hash_key=self.settings.hash_key)
        pieces: dict[str, Any] = {"archive": archive, "clock": SystemClock(), "bell": CountingBell(), "keep": Keep()}
        hours = read_opening_hours(OPENING_HOURS)
        try:
            yield _Room(
                engine=engine,
                handovers=CounsellorHandover(**pieces),
                presence=Presence(engine, clock=SystemClock(), hours=hours),
            )
        finally:
            await engine.dispose()

    async def _added(self) -> Counsellor:
        async with self._room() as room:
            accounts = staff_context(self.settings, room.engine).accounts
            name = f"staff-{secrets.token_hex(3)}"
            handed = await accounts.add(name, display_name=self.name, roles=[Role.COUNSELLOR], by=COMMAND_LINE)
        return Counsellor(id=CounsellorId(handed.account.id), name=self.name)
