"""The private site over a database of its own, its clock stopped, and colleagues who use it without a browser."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any, Self, cast

import httpx
import pyotp
from argon2 import PasswordHasher
from litestar import Litestar

from bot.action_log import COMMAND_LINE
from bot.applications import as_telegram, practice_rooms, sandbox_of
from bot.container import FLAGGED_WORDS, LOCALES, ROOT
from bot.conversation.opening_hours import OpeningHours
from bot.guidance.baseline import Baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.overlay import Overlay, overlay
from bot.guidance.workflow import Editing
from bot.i18n import Interface
from bot.permissions import Role
from bot.presentation.views import Views
from bot.staff.account_management import OneTimeCredentials
from bot.staff.console.content_warnings import flagged_words
from bot.staff.console.context import ConsoleContext
from bot.staff.console.practice import PracticeRooms
from bot.staff.context import StaffContext
from bot.staff.editor.context import EditorContext
from bot.staff.passwords import Passwords
from bot.staff.sign_in import SignIn
from bot.staff.site import open_staff_context, staff_site
from bot.store.closing_days import SqlClosingDays
from bot.store.content_warnings_file import read_flagged_words
from bot.store.counts import SqlStatistics
from bot.store.guidance_export import GuidanceFiles
from bot.store.opening_hours_file import hours_as_text
from bot.store.presence import SqlPresence
from bot.store.revisions import SqlGuidanceBook
from bot.store.staff import SqlStaffBook
from bot.web.fanout import Fanout
from bot.web.health import health_route
from tests.fakes.catalogues import shipped
from tests.fakes.clock import StoppedClock
from tests.fakes.database import HASH, MASTER, Database
from tests.fakes.services import FakeServices, fake_services

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
class StaffSite:
    """The private site and everything it is made from."""

    staff: StaffContext
    app: Litestar
    console: ConsoleContext
    rooms: PracticeRooms
    editor: EditorContext
    guidance: Overlay
    services: FakeServices
    """The person's side: the same conversations, without a page."""
    clock: StoppedClock
    pauses: Pauses
    database: Database

    async def adds(self, name: str, *roles: Role) -> OneTimeCredentials:
        """Add somebody from the command line."""
        handed = await self.staff.accounts.add(name, display_name=name.title(), roles=roles, by=COMMAND_LINE)
        self.clock.forward(timedelta(seconds=30))
        return handed

    async def settled(self, name: str, *roles: Role) -> "Colleague":
        """Return somebody who has an own password, kept the recovery codes, and is signed in."""
        colleague = Colleague(self, await self.adds(name, *roles))
        await colleague.settles()
        return colleague

    def stranger(self) -> httpx.AsyncClient:
        """Return a browser that nobody signed in with."""
        return browser(self.app)

    async def actions(self) -> list[str]:
        """Return what the action log holds, oldest first, looks into the log left out."""
        async with self.staff.book.work() as records:
            entries = await records.log.entries(most=10_000)
        return [entry.action.value for entry in reversed(entries)]


class Colleague:
    """Somebody with an account, an authenticator and a browser."""

    def __init__(self, site: StaffSite, handed: OneTimeCredentials) -> None:
        """Take what was handed over."""
        self.site = site
        self.handed = handed
        self.id = handed.account.id
        self.name = handed.account.name
        self.password = handed.password
        self.codes: list[str] = []
        self.http = site.stranger()
        totp = pyotp.parse_uri(handed.address)
        assert isinstance(totp, pyotp.TOTP)
        self._totp = totp

    def code(self) -> str:
        """Return what the authenticator shows now."""
        return self._totp.at(self.site.clock.now())

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
        self.site.clock.forward(timedelta(seconds=30))
        return answer

    async def settles(self) -> Self:
        """Sign in for the first time, choose a password and keep the recovery codes."""
        await self.signs_in()
        shown = await self.sends("/password", new=OWN, again=OWN)
        self.codes, self.password = _RECOVERY.findall(shown.text), OWN
        await self.sends("/recovery-codes/kept", kept="yes")
        return self


def browser(app: Litestar) -> httpx.AsyncClient:
    """Return a way into a site that needs no port."""
    transport = httpx.ASGITransport(app=cast("Any", app))
    return httpx.AsyncClient(transport=transport, base_url="http://staff", headers={"Accept-Language": "en"})


def site_of(http: httpx.AsyncClient) -> Litestar:
    """Return the site that a browser from here leads to."""
    transport = cast("httpx.ASGITransport", http._transport)
    return cast("Litestar", transport.app)


async def csrf(http: httpx.AsyncClient) -> str:
    """Return a token for forms, from a page that everybody may see."""
    page = await http.get("/sign-in", follow_redirects=True)
    return str(_CSRF.findall(page.text)[0])


async def _fine() -> dict[str, str]:
    return {"status": "ok"}


def open_staff_site(database: Database, *, fanout: Fanout, guidance: Catalogue | None = None) -> StaffSite:
    """Return the private site over a database, with other guidance than what is shipped if some is given; passwords are hashed quickly."""
    pauses, files = Pauses(), guidance or shipped()
    services = fake_services(files, archive=database.archive)
    clock = services.clock
    presence = SqlPresence(database.engine, clock=clock, hours=OpeningHours())
    services.use(availability=presence)
    interface = Interface(LOCALES)
    console = ConsoleContext(
        conversations=services.conversations,
        clock=clock,
        presence=presence,
        fanout=fanout,
        views=Views(catalogue=services.ports.catalogue, interface=interface, keep_hours=24),
        statistics=SqlStatistics(database.engine),
        closing_days=SqlClosingDays(database.engine),
        flagged=flagged_words(read_flagged_words(FLAGGED_WORDS)),
    )
    catalogue, published = overlay(files, on_hours=lambda _hours: None)
    baseline = Baseline(catalogue=files, hours=hours_as_text(OpeningHours()))
    book = SqlGuidanceBook(database.engine, log_key=HASH)
    editor = EditorContext(
        editing=Editing(book=book, shipped=baseline, clock=clock),
        live=catalogue,
        views=Views(catalogue=catalogue, interface=interface, keep_hours=24),
        signal=services.bell,
        gaps=SqlStatistics(database.engine),
        files=GuidanceFiles(root=ROOT, shipped=baseline),
        sandbox=sandbox_of(services.ports),
        as_telegram=partial(as_telegram, keep_hours=services.ports.retention.hours),
    )
    staff = open_staff_context(
        SqlStaffBook(database.engine, master_key=MASTER, hash_key=HASH),
        clock=clock,
        interface=interface,
        passwords=Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)),
        secure_cookies=False,
    )
    sign_in: SignIn = replace(staff.sign_in, pause=pauses)
    staff = replace(staff, sign_in=sign_in)
    rooms = practice_rooms(console, services.ports, pause=Pauses())
    app = staff_site(
        staff,
        csrf_secret="c" * 64,
        routes=[health_route(_fine)],
        console=console,
        editor=editor,
        rooms=rooms,
    )
    return StaffSite(
        staff=staff,
        app=app,
        console=console,
        rooms=rooms,
        editor=editor,
        guidance=published,
        services=services,
        clock=clock,
        pauses=pauses,
        database=database,
    )
