"""Leases on work that only one process may do at a time."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.database import metadata, working

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("holder", sa.String(32), nullable=False),
    sa.Column("until", sa.Float, nullable=False),
)


class SqlLeases:
    """Leases in the database, which all processes share."""

    def __init__(self, engine: AsyncEngine, *, holder: str) -> None:
        """Use an engine; `holder` is a name unique to this process."""
        self._engine = engine
        self._holder = holder

    async def take(self, name: str, *, now: datetime, lasts: timedelta) -> bool:
        """Take or renew a lease; tell whether this process now holds it."""
        free = (leases.c.until < now.timestamp()) | (leases.c.holder == self._holder)
        mine = {"holder": self._holder, "until": (now + lasts).timestamp()}
        try:
            async with working(self._engine) as database:
                renewed = await database.execute(leases.update().where(leases.c.name == name, free).values(mine))
                if renewed.rowcount:
                    return True
                if await database.scalar(sa.select(sa.func.count()).select_from(leases).where(leases.c.name == name)):
                    return False
                await database.execute(leases.insert().values(name=name, **mine))
        except sa.exc.IntegrityError:  # another process was faster
            return False
        return True

    async def give_back(self, name: str) -> None:
        """Give up a lease, so that another process need not wait until it expires."""
        mine = (leases.c.name == name) & (leases.c.holder == self._holder)
        async with working(self._engine) as database:
            await database.execute(leases.delete().where(mine))
