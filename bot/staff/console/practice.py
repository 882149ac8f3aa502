"""Practice: a room for each counsellor, with made-up people and a console of its own. Nothing leads from it to a real chat.

A room has a database in memory, its own news and its own clock work; it is gone when the counsellor leaves it, or forgets it.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import CounsellorId
from bot.conversation.opening_hours import OpeningHours
from bot.conversation.ports import Staffing
from bot.language import Language
from bot.staff.console.context import ConsoleContext
from bot.staff.console.practice_people import Pause, PracticePerson, answer_in_turn, call_counsellor, group, real_time
from bot.worker import Interval, run_forever

MOST_ROOMS = 20
IDLE = timedelta(hours=2)
"""After so long without use a room ends."""
APART = timedelta(minutes=4)
"""How long one after the other they called."""


class PracticeFull(Exception):
    """As many practise as can."""


class PracticePresence:
    """Who is on duty in a room: the counsellor, if they like; nobody else ever."""

    def __init__(self, counsellor: CounsellorId, *, clock: Clock) -> None:
        """Begin on duty."""
        self._clock = clock
        self._duty: OnDuty | None = OnDuty(id=counsellor, heard_at=clock.now(), most=2)

    async def come(
        self,
        counsellor: CounsellorId,
        *,
        most: int,
        covers: bool = True,
        languages: frozenset[Language] = frozenset(Language),
    ) -> None:
        """Note that the counsellor is on duty."""
        self._duty = OnDuty(id=counsellor, heard_at=self._clock.now(), most=most, covers=covers, languages=languages)

    async def go(self, counsellor: CounsellorId) -> None:  # noqa: ARG002 (the port's signature)
        """Note that the counsellor is no longer on duty."""
        self._duty = None

    async def hear(self, counsellor: CounsellorId) -> bool:  # noqa: ARG002 (the port's signature)
        """Tell whether the counsellor is on duty."""
        return self._duty is not None

    async def present(self) -> Sequence[OnDuty]:
        """Return the counsellor."""
        return [self._duty] if self._duty else []

    async def lost(self) -> Sequence[OnDuty]:
        """Return nobody."""
        return []

    async def find(self, counsellor: CounsellorId) -> OnDuty | None:
        """Return the counsellor's duty."""
        return self._duty if self._duty and self._duty.id == counsellor else None

    async def staffing(self) -> Staffing:
        """Return whether the counsellor is on duty."""
        return Staffing.PRESENT if self._duty else Staffing.AWAY

    async def next_opening(self) -> datetime | None:
        """Return that no time is named."""
        return None

    async def hours(self) -> OpeningHours:
        """Return that it is always time to practise."""
        return OpeningHours()


OpenConsole = Callable[[PracticePresence], AbstractAsyncContextManager[ConsoleContext]]
"""Opens a console over a database in memory that knows nothing of the real one."""


@dataclass(kw_only=True)
class PracticeRoom:
    """Where one counsellor practises."""

    console: ConsoleContext
    people: tuple[PracticePerson, ...]
    everybody: Mapping[Language, Sequence[PracticePerson]] = field(repr=False)
    used_at: datetime
    stack: AsyncExitStack = field(repr=False)
    talks: list[asyncio.Task[None]] = field(default_factory=list, repr=False)

    def about(self, reader: Language) -> Sequence[tuple[Language, str]]:
        """Return who called here: their language, and a line for staff in the reader's."""
        lines = {person.key: person.about for person in self.everybody[reader]}
        return [(person.language, lines[person.key]) for person in self.people]


class PracticeRooms:
    """All rooms of this process."""

    def __init__(
        self,
        open_console: OpenConsole,
        *,
        people: Mapping[Language, Sequence[PracticePerson]],
        clock: Clock,
        pause: Pause = real_time,
    ) -> None:
        """Begin without any."""
        self._open_console = open_console
        self._people = people
        self._clock = clock
        self._pause = pause
        self._rooms: dict[CounsellorId, PracticeRoom] = {}
        self._entered = 0
        self._entering = asyncio.Lock()
        self._tidying: asyncio.Task[None] | None = None

    def of(self, counsellor: CounsellorId) -> PracticeRoom | None:
        """Return the room of a counsellor, which is used by this; None where they are not in practice."""
        room = self._rooms.get(counsellor)
        if room is None or self._is_idle(room):
            return None
        room.used_at = self._clock.now()
        return room

    async def enter(self, counsellor: CounsellorId) -> PracticeRoom:
        """Return the room of a counsellor, a new one with people who wait where they have none; raises NoRoom."""
        async with self._entering:
            await self.tidy()
            room = self.of(counsellor)
            if room is not None:
                return room
            if len(self._rooms) >= MOST_ROOMS:
                raise PracticeFull
            room = await self._open(counsellor)
            self._rooms[counsellor] = room
            self._tidying = self._tidying or asyncio.create_task(self._keep_tidy())
            return room

    async def leave(self, counsellor: CounsellorId) -> None:
        """End the room of a counsellor; nothing of it is left."""
        room = self._rooms.pop(counsellor, None)
        if room is None:
            return
        for talk in room.talks:
            talk.cancel()
        await asyncio.gather(*room.talks, return_exceptions=True)
        await room.stack.aclose()

    async def tidy(self) -> None:
        """End the rooms that were not used for long."""
        for counsellor in [one for one, room in self._rooms.items() if self._is_idle(room)]:
            await self.leave(counsellor)

    async def close(self) -> None:
        """End every room."""
        if self._tidying is not None:
            self._tidying.cancel()
            await asyncio.gather(self._tidying, return_exceptions=True)
            self._tidying = None
        for counsellor in list(self._rooms):
            await self.leave(counsellor)

    async def _open(self, counsellor: CounsellorId) -> PracticeRoom:
        people = group(self._people, number=self._entered)
        self._entered += 1
        async with AsyncExitStack() as stack:
            presence = PracticePresence(counsellor, clock=self._clock)
            console = await stack.enter_async_context(self._open_console(presence))
            waiting = [
                (person, await call_counsellor(console, person, ago=APART * (len(people) - place)))
                for place, person in enumerate(people)
            ]
            now, everybody = self._clock.now(), self._people
            room = PracticeRoom(console=console, people=people, everybody=everybody, used_at=now, stack=stack.pop_all())
        room.talks += [
            asyncio.create_task(answer_in_turn(console, person, conversation, to=counsellor, pause=self._pause))
            for person, conversation in waiting
        ]
        return room

    async def _keep_tidy(self) -> None:
        interval = Interval(IDLE.total_seconds() / 12)
        await run_forever(self.tidy, wakeup=interval, on_fault="practice rooms will be tidied again")

    def _is_idle(self, room: PracticeRoom) -> bool:
        return self._clock.now() - room.used_at > IDLE
