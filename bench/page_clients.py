"""HTTP clients that do what the pages of people and counsellors do in a browser, as far as bench/counsellor_load.py needs it."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import AsyncIterator

import httpx
import pyotp

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi

PATIENCE = 30.0
"""Seconds after which a message counts as lost."""
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'data-seq="(\d+)"')
_OWN = "a lantern on a quiet pier {}"


def client(base: str) -> httpx.AsyncClient:
    """Return an HTTP client without a proxy; English is its language."""
    return httpx.AsyncClient(base_url=base, trust_env=False, timeout=PATIENCE, headers={"Accept-Language": "en"})


class Page:
    """An open page: it receives events and notes when it first shows an awaited text."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Use this HTTP client."""
        self.http = http
        self.token = ""
        self.seen: dict[str, asyncio.Future[float]] = {}

    async def opens(self, path: str) -> str:
        """Open a page and keep its CSRF token."""
        page = (await self.http.get(path)).text
        if found := _TOKEN.findall(page):
            self.token = found[0]
        return page

    async def sends(self, path: str, **fields: str) -> httpx.Response:
        """Post a form as the page's script does."""
        return await self.http.post(path, data={"_csrf_token": self.token, **fields}, headers={"HX-Request": "true"})

    def awaits(self, words: str) -> asyncio.Future[float]:
        """Return a future of the time at which the page shows these words."""
        self.seen[words] = asyncio.get_running_loop().create_future()
        return self.seen[words]

    def shows(self, html: str) -> int:
        """Resolve what a fragment shows; return its highest sequence number, 0 if it has none."""
        now = time.perf_counter()
        for words, when in list(self.seen.items()):
            if words in html:
                if not when.done():
                    when.set_result(now)
                del self.seen[words]
        return max((int(number) for number in _SEQ.findall(html)), default=0)

    async def events(self, path: str) -> AsyncIterator[tuple[str, str]]:
        """Yield (event, data) from a stream until it ends."""
        async with self.http.stream("GET", path, timeout=None) as stream:
            event = ""
            async for line in stream.aiter_lines():
                name, _, value = line.partition(":")
                if name == "event":
                    event = value.strip()
                elif name == "data":
                    yield event, value.strip()


class PersonPage(Page):
    """A person's page."""

    after = 0

    async def writes(self, text: str) -> None:
        """Send a message."""
        answer = await self.sends("/messages", text=text, nonce=secrets.token_hex(16), after=str(self.after), lang="en")
        answer.raise_for_status()
        self.after = max(self.after, self.shows(answer.text))

    async def presses(self, payload: str) -> None:
        """Press a button."""
        answer = await self.sends("/press", payload=payload, nonce=secrets.token_hex(16), after=str(self.after))
        answer.raise_for_status()

    async def listens(self) -> None:
        """Fetch new messages at each event."""
        async for event, _ in self.events(f"/events?after={self.after}"):
            if event == "news":
                fragment = await self.http.get(f"/messages?after={self.after}")
                self.after = max(self.after, self.shows(fragment.text))


class TelegramPerson:
    """A person who writes on Telegram."""

    def __init__(self, api: BotApi) -> None:
        """Create the person's account."""
        self.account = TelegramAccount(api, language_code="en")

    async def writes(self, text: str) -> None:
        """Send a message."""
        await asyncio.to_thread(self.account.writes, text)

    async def calls(self) -> None:
        """Ask for a human and confirm the call."""
        await self.writes("someone posted a fake picture of me")
        await asyncio.to_thread(self.account.waits_for_answers, 1, PATIENCE)
        await asyncio.to_thread(self.account.sends_command, "/human")
        await asyncio.to_thread(self.account.waits_for, re.compile("counsellor"), PATIENCE)
        await asyncio.to_thread(self.account.presses_data, "call:everything")

    async def sees(self, words: str) -> float:
        """Return the time at which the words arrived."""
        await asyncio.to_thread(self.account.waits_for, re.compile(words), PATIENCE)
        return time.perf_counter()


class Console(Page):
    """A counsellor's console."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Start with no chats."""
        super().__init__(http)
        self.after: dict[str, int] = {}
        self.holds: dict[str, str] = {}

    async def signs_in(self, number: int, password: str, secret: str, *, most: int) -> None:
        """Sign in for the first time: choose a password, confirm the recovery codes, go on duty."""
        await self.opens("/sign-in")
        await self.sends("/sign-in", name=f"bench{number}", password=password, code=pyotp.TOTP(secret).now())
        await self.opens("/password")
        own = _OWN.format(number)
        await self.sends("/password", new=own, again=own)
        await self.opens("/recovery-codes")
        await self.sends("/recovery-codes/kept", kept="yes")
        await self.opens("/desk")
        await self.sends("/desk/duty", most=str(most), covers="yes")

    async def takes(self, chat: str) -> bool:
        """Take a chat from the queue; return whether that succeeded."""
        answer = await self.sends(f"/chats/{chat}/take")
        self.after[chat] = 0
        return answer.is_success

    async def listens(self) -> None:
        """Fetch a chat's new messages, or the queue, when an event says that it changed."""
        async for event, data in self.events("/desk/events"):
            if event == "chat" and data in self.after:
                fragment = await self.http.get(
                    f"/chats/{data}/messages?after={self.after[data]}", headers={"HX-Request": "true"}
                )
                for words in self.seen:
                    if words in fragment.text:
                        self.holds[words] = data
                self.after[data] = max(self.after[data], self.shows(fragment.text))
            elif event == "queue":
                await self.http.get("/desk/rail", headers={"HX-Request": "true"})
