"""Who is signed in: one cookie without a lifetime, ended after idle time, after its day, and by signing out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.accounts import Account, Session
from bot.clock import Clock
from bot.staff.ports import StaffBook, StaffRecords
from bot.web.cookies import is_token, new_token

COOKIE = "ss"
IDLE, ABSOLUTE = timedelta(minutes=30), timedelta(hours=10)
_NOTED_EVERY = timedelta(seconds=20)
"""Use of a session is written down this often at most."""


@dataclass(frozen=True, kw_only=True)
class Sessions:
    """Begins sessions and tells whose they are."""

    book: StaffBook
    clock: Clock

    async def begin(self, records: StaffRecords, account: Account) -> str:
        """Begin a session in a unit of work and return its token (256 bits), kept nowhere but in the cookie."""
        token, now = new_token(), self.clock.now()
        await records.sessions.end_older(begun_before=now - ABSOLUTE, seen_before=now - IDLE)
        await records.sessions.begin(token, staff=account.id, now=now)
        return token

    async def account_of(self, token: str, *, by_hand: bool = True) -> Account | None:
        """Return who is signed in with a token; a look that nobody made by hand does not keep a session awake."""
        if not is_token(token):
            return None
        async with self.book.look() as records:
            session, now = await records.sessions.find(token), self.clock.now()
            account = await records.accounts.get(session.staff) if session else None
        if session is None or account is None or account.disabled_at or _is_over(session, now):
            await self.end(token)
            return None
        if by_hand and now - session.seen_at >= _NOTED_EVERY:
            async with self.book.work() as changed:
                await changed.sessions.seen(token, now=now)
        return account

    async def left(self, token: str) -> timedelta | None:
        """Return how long a session still lasts if nobody presses anything; None where there is none."""
        async with self.book.look() as records:
            session = await records.sessions.find(token)
        if session is None:
            return None
        return min(session.seen_at + IDLE, session.begun_at + ABSOLUTE) - self.clock.now()

    async def end(self, token: str) -> None:
        """End a session without a word, as a new one takes its place."""
        async with self.book.work() as records:
            await records.sessions.end(token)


def _is_over(session: Session, now: datetime) -> bool:
    return now - session.seen_at >= IDLE or now - session.begun_at >= ABSOLUTE
