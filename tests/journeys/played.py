"""A counsellor who is played from the core, over the database of a running bot: what a person's page shows needs no console."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa

from bot.container import Services, open_services
from bot.conversation.case import Outcome
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.model import ConversationId, Counsellor, CounsellorId, Nonce
from bot.settings import Settings
from bot.store.staff import staff
from tests.journeys.colleague import added
from tests.journeys.processes import Processes
from tests.journeys.visitor import new_nonce

NAME = "Mika"


class PlayedCounsellor:
    """Is on duty, takes who waits longest, and answers; each deed opens the database for itself."""

    def __init__(self, processes: Processes) -> None:
        """Come on duty beside running processes."""
        self._settings = Settings.from_env(processes.settings)
        self._sign_in_name = f"mika{new_nonce()[:8]}"
        added(processes, self._sign_in_name, "counsellor")
        self._me = Counsellor(id=CounsellorId(""), name=NAME)
        self._chat = ConversationId("")
        self.is_on_duty()

    def is_on_duty(self) -> None:
        """Be there."""
        self._do(lambda services, _: services.presence.come(self._me.id, most=9))

    def goes_home(self) -> None:
        """End every chat they still have, and be away: a chat that is only left goes back to the queue, before whoever comes next."""

        async def go(services: Services, handovers: CounsellorHandover) -> None:
            calls = (await services.snapshots.look()).calls
            for chat in [chat for chat, call in calls.items() if call.counsellor == self._me.id]:
                await handovers.close(chat, self._me.id, outcome=next(iter(Outcome)))
            await services.presence.go(self._me.id)

        self._do(go)

    def takes(self) -> None:
        """Take who waits."""

        async def take(_: Services, handovers: CounsellorHandover) -> None:
            call, _conversation = (await handovers.waiting())[-1]
            self._chat = call.conversation
            await handovers.take(self._chat, self._me, most=9)

        self._do(take)

    def says(self, text: str = "", *, key: str = "") -> None:
        """Say something: own words, or an entry of the guidance."""
        nonce = Nonce(new_nonce())
        self._do(lambda _, handovers: handovers.reply(self._chat, self._me, nonce=nonce, text=text, key=key))

    def reads(self, up_to: int) -> None:
        """Read up to a message."""
        self._do(lambda _, handovers: handovers.seen(self._chat, up_to, by_person=False))

    def ends_the_chat(self) -> None:
        """End it."""
        outcome = next(iter(Outcome))
        self._do(lambda _, handovers: handovers.close(self._chat, self._me.id, outcome=outcome))

    def _do(self, deed: Callable[[Services, CounsellorHandover], Awaitable[object]]) -> None:
        async def work() -> None:
            async with open_services(self._settings) as services:
                handovers = services.conversations.counsellor
                if not self._me.id:
                    self._me = Counsellor(id=await _id_of(services, self._sign_in_name), name=NAME)
                await deed(services, handovers)

        with ThreadPoolExecutor(1) as thread:  # the browser's driver has a loop of its own in this one
            thread.submit(asyncio.run, work()).result()


async def _id_of(services: Services, name: str) -> CounsellorId:
    async with services.engine.begin() as database:
        return CounsellorId(str(await database.scalar(sa.select(staff.c.id).where(staff.c.name == name))))
