"""The public site over a real database, its clock stopped, and people who use it without a browser."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self, cast

import httpx
from litestar import Litestar

from bot.channels.webchat.context import PublicContext
from bot.channels.webchat.exit_pages import settle_exits
from bot.channels.webchat.help_routes import help_routes
from bot.channels.webchat.rate_limit import RateLimit
from bot.channels.webchat.routes import ROUTES
from bot.channels.webchat.session import address_of
from bot.channels.webchat.site import FOLDER, public_site
from bot.channels.webchat.streams import Streams
from bot.container import LOCALES, load_help
from bot.conversation.case import Outcome
from bot.conversation.model import Conversation, Counsellor, CounsellorId, Nonce
from bot.conversation.ports import Staffing
from bot.guidance.catalogue import Catalogue
from bot.i18n import Interface
from bot.presentation.views import Views
from bot.store.owed_exits import FolderExits
from bot.store.return_codes import SqlReturnCodes
from bot.web.fanout import Fanout
from bot.web.pages import Pages
from tests.fakes.bell import CountingBell
from tests.fakes.database import HASH, Database
from tests.fakes.services import FakeServices, fake_services
from tests.journeys.visitor import Bubble, bubbles_in, new_nonce

MIKA = Counsellor(id=CounsellorId("b" * 32), name="Mika")
ELSEWHERE = "https://elsewhere.test/"
_CSRF = re.compile(r'name="_csrf_token" value="([^"]+)"')
_HIDDEN_CODE = re.compile(r'name="code" value="([^"]+)"')


@dataclass(kw_only=True)
class Public:
    """The public site and what it stands on."""

    services: FakeServices
    site: Litestar
    webchat: PublicContext
    database: Database

    def use_exits(self, exits: FolderExits) -> None:
        """Put another note of who left in place, as a process that has just started does."""
        self.webchat = replace(self.webchat, exits=exits)
        self.site.state["webchat"] = self.webchat

    def limit_streams(self, most: int) -> None:
        """Let so many pages listen at once."""
        self.webchat = replace(self.webchat, streams=Streams(fanout=self.webchat.fanout, all=most))
        self.site.state["webchat"] = self.webchat

    def visitor(self, language: str = "en") -> "Visit":
        """Bring somebody with a browser of their own."""
        return Visit(self, language)

    async def takes(self, conversation: Conversation) -> None:
        """Let Mika take a chat that waits."""
        await self.services.conversations.counsellor.take(conversation.id, MIKA, most=9)

    async def says(self, conversation: Conversation, text: str = "", *, key: str = "") -> None:
        """Let Mika say something."""
        nonce = Nonce(new_nonce())
        await self.services.conversations.counsellor.reply(conversation.id, MIKA, nonce=nonce, text=text, key=key)

    async def closes(self, conversation: Conversation) -> None:
        """Let Mika end a chat."""
        await self.services.conversations.counsellor.close(conversation.id, MIKA.id, outcome=next(iter(Outcome)))

    async def hears(self, topic: str) -> "Listening":
        """Listen to a topic from now on."""
        listening = Listening(self.webchat.fanout, topic)
        await listening.begun.wait()
        return listening


class Listening:
    """What was published to a topic since it began."""

    def __init__(self, fanout: Fanout, topic: str) -> None:
        """Begin."""
        self.begun = asyncio.Event()
        self.heard: list[tuple[str, Any]] = []
        self._fanout = fanout
        self._topic = topic
        self._task = asyncio.create_task(self._listen())

    async def events(self) -> list[tuple[str, Any]]:
        """Return what was heard until now, and listen no longer."""
        self._fanout.publish(self._topic, "enough")
        await self._task
        return self.heard

    async def _listen(self) -> None:
        async for event, data in self._fanout.listen([self._topic]):
            if event == "enough":
                return
            if event:
                self.heard.append((event, data))
            self.begun.set()


class Visit:
    """Opens pages and sends forms, cookies included."""

    def __init__(self, public: Public, language: str) -> None:
        """Use a site."""
        self.public = public
        self.language = language
        transport = httpx.ASGITransport(app=cast("Any", public.site))
        headers = {"Accept-Language": language}
        self.http = httpx.AsyncClient(transport=transport, base_url="http://public", headers=headers)

    @property
    def token(self) -> str:
        """Return the session's cookie."""
        return self.http.cookies.get("s") or ""

    async def opens(self, path: str = "/") -> httpx.Response:
        """Open a page."""
        return await self.http.get(path)

    async def page(self, path: str = "/") -> str:
        """Return a page as it is now."""
        return (await self.opens(path)).text

    async def bubbles(self) -> list[Bubble]:
        """Return the bubbles of the chat."""
        return bubbles_in(await self.page())

    async def sends(self, path: str, *, live: bool = False, **fields: str) -> httpx.Response:
        """Send a form, as the page with a fresh token would."""
        answer = await self.posts(path, await self.form(**fields), live=live)
        await settle_exits(self.public.webchat)  # what a served site does by itself, a moment later
        return answer

    async def form(self, **fields: str) -> dict[str, str]:
        """Return a form as the page holds it now, filled in a moment later."""
        csrf = _CSRF.findall(await self.page())[0]
        self.public.services.clock.forward(timedelta(seconds=2))
        return {"_csrf_token": csrf, "lang": self.language, "nonce": new_nonce(), **fields}

    async def posts(self, path: str, form: dict[str, str], *, live: bool = False) -> httpx.Response:
        """Send a form that was filled in before."""
        return await self.http.post(path, data=form, headers={"HX-Request": "true"} if live else {})

    async def writes(self, text: str, *, live: bool = False) -> httpx.Response:
        """Send a message."""
        return await self.sends("/messages", text=text, live=live)

    async def presses(self, payload: str, *, live: bool = False) -> httpx.Response:
        """Press a button."""
        return await self.sends("/press", payload=payload, live=live)

    async def chat(self) -> Conversation:
        """Return the conversation that this browser is in."""
        found = await self.public.services.conversations.find(address_of(self.token))
        assert found is not None
        return found

    async def has_chat(self) -> bool:
        """Tell whether this browser is in a conversation."""
        return await self.public.services.conversations.find(address_of(self.token)) is not None

    async def makes_a_code(self) -> str:
        """Make a return code and return its words."""
        shown = await self.sends("/code")
        return str(_HIDDEN_CODE.findall(shown.text)[0])

    async def waits(self, share: str = "everything") -> Self:
        """Write something and call a counsellor."""
        await self.writes("hello" if self.language == "en" else "こんにちは")
        await self.presses(f"call:{share}")
        return self

    async def talks(self, share: str = "everything") -> Self:
        """Call a counsellor, who comes."""
        await self.waits(share)
        await self.public.takes(await self.chat())
        return self

    async def is_closed(self) -> Self:
        """Talk with a counsellor, who ends the chat."""
        await self.talks()
        await self.public.closes(await self.chat())
        return self


@asynccontextmanager
async def public_over(database: Database, catalogue: Catalogue) -> AsyncIterator[Public]:
    """Give the public site over a database; one counsellor is there."""
    codes = SqlReturnCodes(database.engine, hash_key=HASH)
    services = fake_services(catalogue, archive=database.archive)
    services.availability.now = Staffing.PRESENT
    services.use(codes=codes)
    interface = Interface(LOCALES)
    async with Fanout().running() as fanout:
        webchat = PublicContext(
            conversations=services.conversations,
            clock=services.clock,
            retention=services.ports.retention,
            views=Views(catalogue=catalogue, interface=interface, keep_hours=24),
            pages=Pages(FOLDER, interface=interface),
            fanout=fanout,
            codes=codes,
            gate=RateLimit(clock=services.clock),
            streams=Streams(fanout=fanout),
            exits=FolderExits(database.file.parent / "exits", key=HASH),
            exit_bell=CountingBell(),
            console_of=console,
            operator="",
            exit_url=ELSEWHERE,
            secure_cookies=False,
        )
        site = public_site(webchat, csrf_secret="c" * 64, routes=[*ROUTES, *help_routes(load_help(), public_url="")])
        yield Public(services=services, site=site, webchat=webchat, database=database)


def console(counsellor: CounsellorId) -> str:
    """Return the topic of a counsellor's console, as these tests name it."""
    return f"console of {counsellor}"
