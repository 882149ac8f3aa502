"""Closing days chosen by staff, in addition to the shifts and holidays in data/opening_hours.yml."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.database import looking, metadata, working

closing_days = sa.Table("closing_days", metadata, sa.Column("on_day", sa.Date, primary_key=True))


class SqlClosingDays:
    """Stores closing days."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def all(self) -> Sequence[date]:
        """Return the days, in order."""
        async with looking(self._engine) as database:
            return list(await database.scalars(sa.select(closing_days.c.on_day).order_by(closing_days.c.on_day)))

    async def add(self, day: date) -> None:
        """Close a day; do nothing if it is closed already."""
        async with working(self._engine) as database:
            await database.execute(closing_days.delete().where(closing_days.c.on_day == day))
            await database.execute(closing_days.insert().values(on_day=day))

    async def remove(self, day: date) -> None:
        """Open a day again."""
        async with working(self._engine) as database:
            await database.execute(closing_days.delete().where(closing_days.c.on_day == day))
