"""Which counsellors are available: on duty by their own choice, present by the signs of life of their console."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.clock import Clock
from bot.conversation.handover.counsellor import LOST_AFTER
from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import CounsellorId
from bot.conversation.opening_hours import OpeningHours
from bot.conversation.ports import Staffing
from bot.language import Language
from bot.permissions import Permission, Role, granted
from bot.store.closing_days import SqlClosingDays
from bot.store.database import looking, metadata, working
from bot.store.staff import staff

presence = sa.Table(
    "presence",
    metadata,
    sa.Column("staff", sa.String(32), sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("heard_at", sa.Integer, nullable=False),
    sa.Column("most", sa.Integer, nullable=False),
    sa.Column("covers", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("languages", sa.String(16), nullable=False, server_default="en,ja"),
)


class SqlPresence:
    """Stores who is on duty, for all processes; conversations ask it whether a counsellor could come."""

    def __init__(self, engine: AsyncEngine, *, clock: Clock, hours: OpeningHours) -> None:
        """Use an engine, a clock and the opening hours; the closing days come from the database."""
        self._engine = engine
        self._closing_days = SqlClosingDays(engine)
        self._clock = clock
        self._hours = hours

    def change_hours(self, hours: OpeningHours) -> None:
        """Use other opening hours from now on."""
        self._hours = hours

    async def come(
        self,
        counsellor: CounsellorId,
        *,
        most: int,
        covers: bool = True,
        languages: frozenset[Language] = frozenset(Language),
    ) -> None:
        """Note that somebody is on duty."""
        row = {"staff": counsellor, "heard_at": self._now(), "most": most, "covers": covers}
        row["languages"] = ",".join(sorted(languages))
        async with working(self._engine) as database:
            await database.execute(presence.delete().where(presence.c.staff == counsellor))
            await database.execute(presence.insert().values(row))

    async def go(self, counsellor: CounsellorId) -> None:
        """Note that somebody is no longer on duty."""
        async with working(self._engine) as database:
            await database.execute(presence.delete().where(presence.c.staff == counsellor))

    async def hear(self, counsellor: CounsellorId) -> bool:
        """Note a sign of life from a console; tell whether its counsellor is on duty."""
        here = presence.update().where(presence.c.staff == counsellor).values(heard_at=self._now())
        async with working(self._engine) as database:
            return bool((await database.execute(here)).rowcount)

    async def present(self) -> Sequence[OnDuty]:
        """Return who is on duty and gave a sign of life within the last minute."""
        return [one for one in await self._on_duty() if not self._is_lost(one)]

    async def lost(self) -> Sequence[OnDuty]:
        """Return who is on duty but has given no sign of life for over a minute."""
        return [one for one in await self._on_duty() if self._is_lost(one)]

    async def find(self, counsellor: CounsellorId) -> OnDuty | None:
        """Return a counsellor who is on duty, None if they are off duty."""
        return next((one for one in await self._on_duty() if one.id == counsellor), None)

    async def next_opening(self) -> datetime | None:
        """Return when counsellors are next there by the opening hours, None if there are none."""
        return (await self.hours()).next_opening(self._clock.now())

    async def hours(self) -> OpeningHours:
        """Return the opening hours, including the closing days that staff have chosen."""
        chosen = frozenset(await self._closing_days.all())
        return replace(self._hours, closed=self._hours.closed | chosen)

    async def staffing(self) -> Staffing:
        """Return whether a counsellor could come now."""
        if (await self.hours()).is_open(self._clock.now()) and await self.present():
            return Staffing.PRESENT
        async with looking(self._engine) as database:
            rows = await database.execute(sa.select(staff.c.roles).where(staff.c.disabled_at.is_(None)))
            takes = any(_may_take(row.roles) for row in rows)
        return Staffing.AWAY if takes else Staffing.NONE

    async def _on_duty(self) -> Sequence[OnDuty]:
        """Return who is on duty, without closed accounts and those who may no longer take a chat."""
        open_accounts = (
            sa.select(presence, staff.c.roles)
            .join(staff, staff.c.id == presence.c.staff)
            .where(staff.c.disabled_at.is_(None))
        )
        zone = self._clock.now().tzinfo
        async with looking(self._engine) as database:
            return [
                OnDuty(
                    id=CounsellorId(row.staff),
                    heard_at=datetime.fromtimestamp(row.heard_at, zone),
                    most=row.most,
                    covers=row.covers,
                    languages=frozenset(Language(name) for name in row.languages.split(",")),
                )
                for row in await database.execute(open_accounts.order_by(presence.c.staff))
                if _may_take(row.roles)
            ]

    def _is_lost(self, one: OnDuty) -> bool:
        return self._clock.now() - one.heard_at > LOST_AFTER

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _may_take(roles: str) -> bool:
    return Permission.TAKE_CHAT in granted(Role(role) for role in roles.split(","))
