"""The private site over a database of its own, its clock stopped, and colleagues who use it without a browser."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self, cast

import httpx
import pyotp
from argon2 import PasswordHasher
from litestar import Litestar

from bot.action_log import COMMAND_LINE
from bot.channels.webchat.events import health_route
from bot.i18n import Interface
from bot.parts import LOCALES
from bot.permissions import Role
from bot.staff.accounts import Handed
from bot.staff.office import Office
from bot.staff.passwords import Passwords
from bot.staff.sign_in import SignIn
from bot.staff.site import open_office, staff_site
from bot.store.staff import SqlStaffBook
from tests.fakes.clock import StoppedClock
from tests.fakes.database import HASH, MASTER, Database

OWN = "a lantern on a quiet pier"
"""The password that everybody here chooses."""
_CSRF = re.compile(r'name="_csrf_token" value="([^"]+)"')
_RECOVERY = re.compile(r"<li><code>([a-z0-9-]+)</code></li>")


class Pauses:
    """Notes pauses instead of taking them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.taken: list[timedelta] = []

    async def __call__(self, pause: timedelta) -> None:
        """Note one."""
        self.taken.append(pause)


@dataclass(frozen=True, kw_only=True)
class Premises:
    """The private site and what it stands on."""

    office: Office
    site: Litestar
    clock: StoppedClock
    pauses: Pauses
    database: Database

    async def adds(self, name: str, *roles: Role) -> Handed:
        """Add somebody from the command line."""
        handed = await self.office.accounts.add(name, display_name=name.title(), roles=roles, by=COMMAND_LINE)
        self.clock.forward(timedelta(seconds=30))
        return handed

    async def settled(self, name: str, *roles: Role) -> "Colleague":
        """Return somebody who has an own password, kept the recovery codes, and is signed in."""
        colleague = Colleague(self, await self.adds(name, *roles))
        await colleague.settles()
        return colleague

    def stranger(self) -> httpx.AsyncClient:
        """Return a browser that nobody signed in with."""
        return browser(self.site)

    async def actions(self) -> list[str]:
        """Return what the action log holds, oldest first, looks into the log left out."""
        async with self.office.book.work() as records:
            entries = await records.log.entries(most=10_000)
        return [entry.action.value for entry in reversed(entries)]


class Colleague:
    """Somebody with an account, an authenticator and a browser."""

    def __init__(self, premises: Premises, handed: Handed) -> None:
        """Take what was handed over."""
        self.premises = premises
        self.handed = handed
        self.id = handed.account.id
        self.name = handed.account.name
        self.password = handed.password
        self.codes: list[str] = []
        self.http = premises.stranger()
        totp = pyotp.parse_uri(handed.address)
        assert isinstance(totp, pyotp.TOTP)
        self._totp = totp

    def code(self) -> str:
        """Return what the authenticator shows now."""
        return self._totp.at(self.premises.clock.now())

    async def opens(self, path: str = "/") -> httpx.Response:
        """Open a page."""
        return await self.http.get(path)

    async def sends(self, path: str, **fields: str | Iterable[str]) -> httpx.Response:
        """Send a form, as the page with a fresh token would."""
        return await self.http.post(path, data={"_csrf_token": await csrf(self.http), **fields})

    async def signs_in(self, **instead: str) -> httpx.Response:
        """Sign in, with something else in the fields where given; half a minute later the next code is shown."""
        fields = {"name": self.name, "password": self.password, "code": self.code(), **instead}
        answer = await self.sends("/sign-in", **fields)
        self.premises.clock.forward(timedelta(seconds=30))
        return answer

    async def settles(self) -> Self:
        """Sign in for the first time, choose a password and keep the recovery codes."""
        await self.signs_in()
        shown = await self.sends("/password", new=OWN, again=OWN)
        self.codes, self.password = _RECOVERY.findall(shown.text), OWN
        await self.sends("/recovery-codes/kept", kept="yes")
        return self


def browser(site: Litestar) -> httpx.AsyncClient:
    """Return a way into a site that needs no port."""
    transport = httpx.ASGITransport(app=cast("Any", site))
    return httpx.AsyncClient(transport=transport, base_url="http://staff", headers={"Accept-Language": "en"})


async def csrf(http: httpx.AsyncClient) -> str:
    """Return a token for forms, from a page that everybody may see."""
    page = await http.get("/sign-in", follow_redirects=True)
    return str(_CSRF.findall(page.text)[0])


async def _fine() -> dict[str, str]:
    return {"status": "ok"}


def premises(database: Database) -> Premises:
    """Return the private site over a database; passwords are hashed quickly."""
    clock, pauses = StoppedClock(), Pauses()
    office = open_office(
        SqlStaffBook(database.engine, master_key=MASTER, hash_key=HASH),
        clock=clock,
        interface=Interface(LOCALES),
        passwords=Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)),
        secure_cookies=False,
    )
    sign_in: SignIn = replace(office.sign_in, pause=pauses)
    office = replace(office, sign_in=sign_in)
    site = staff_site(office, csrf_secret="c" * 64, routes=[health_route(_fine)])
    return Premises(office=office, site=site, clock=clock, pauses=pauses, database=database)
