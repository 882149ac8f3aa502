"""How long a message takes from a person to a counsellor's screen and back, with many chats open; run by scripts/bench.

Every talk goes on like this: the person writes, the counsellor's console hears of it (SSE), fetches the message and answers; the
person's page hears of the answer and fetches it. A leg is timed from the request that sends the words until the page of the
other side has them. Beside the talks others wait in the queue and write to the program.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import re
import secrets
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import Any

import httpx
import pyotp

LOOPBACK = "127.0.0.1"
COUNSELLORS, TALKS_EACH, WAITING, WITH_PROGRAM = 20, 4, 60, 60
PAUSE = 8.0
"""Seconds between two messages of one person, on average."""
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'data-seq="(\d+)"')
_OWN = "a lantern on a quiet pier {}"
_PATIENCE = 30.0


@dataclass
class Legs:
    """Seconds of each leg."""

    to_counsellor: list[float] = field(default_factory=list)
    to_person: list[float] = field(default_factory=list)
    lost: int = 0


def client(base: str) -> httpx.AsyncClient:
    """Return a browser of one's own: nothing between it and this machine, as many connections as it needs."""
    return httpx.AsyncClient(base_url=base, trust_env=False, timeout=_PATIENCE, headers={"Accept-Language": "en"})


class Live:
    """An open page: it hears news, and remembers which words it has seen when."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Use a browser."""
        self.http = http
        self.token = ""
        self.seen: dict[str, asyncio.Future[float]] = {}

    async def opens(self, path: str) -> str:
        """Open a page and keep its token for forms."""
        page = (await self.http.get(path)).text
        if found := _TOKEN.findall(page):
            self.token = found[0]
        return page

    async def sends(self, path: str, **fields: str) -> httpx.Response:
        """Send a form as the page's script does."""
        return await self.http.post(path, data={"_csrf_token": self.token, **fields}, headers={"HX-Request": "true"})

    def awaits(self, words: str) -> asyncio.Future[float]:
        """Return when words will have been seen."""
        self.seen[words] = asyncio.get_running_loop().create_future()
        return self.seen[words]

    def shows(self, html: str) -> int:
        """Take note of what a fragment shows; return the newest number in it, 0 where it is empty."""
        now = time.perf_counter()
        for words, when in list(self.seen.items()):
            if words in html:
                if not when.done():
                    when.set_result(now)
                del self.seen[words]
        return max((int(number) for number in _SEQ.findall(html)), default=0)

    async def news(self, path: str) -> AsyncIterator[tuple[str, str]]:
        """Yield (event, data) of a stream, as long as it lasts."""
        async with self.http.stream("GET", path, timeout=None) as stream:
            event = ""
            async for line in stream.aiter_lines():
                name, _, value = line.partition(":")
                if name == "event":
                    event = value.strip()
                elif name == "data":
                    yield event, value.strip()


class PersonPage(Live):
    """A person's page."""

    after = 0

    async def writes(self, text: str) -> None:
        """Write something."""
        answer = await self.sends("/messages", text=text, nonce=secrets.token_hex(16), after=str(self.after), lang="en")
        answer.raise_for_status()
        self.after = max(self.after, self.shows(answer.text))

    async def presses(self, payload: str) -> None:
        """Press a button."""
        answer = await self.sends("/press", payload=payload, nonce=secrets.token_hex(16), after=str(self.after))
        answer.raise_for_status()

    async def listens(self) -> None:
        """Fetch what is new whenever there is news."""
        async for event, _ in self.news(f"/events?after={self.after}"):
            if event == "news":
                fragment = await self.http.get(f"/messages?after={self.after}")
                self.after = max(self.after, self.shows(fragment.text))


class Console(Live):
    """A counsellor's console."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Begin with no chats."""
        super().__init__(http)
        self.after: dict[str, int] = {}
        self.holds: dict[str, str] = {}

    async def signs_in(self, number: int, password: str, secret: str) -> None:
        """Sign in for the first time, choose a password, keep the recovery codes, come on duty."""
        await self.opens("/sign-in")
        await self.sends("/sign-in", name=f"bench{number}", password=password, code=pyotp.TOTP(secret).now())
        await self.opens("/password")
        own = _OWN.format(number)
        await self.sends("/password", new=own, again=own)
        await self.opens("/recovery-codes")
        await self.sends("/recovery-codes/kept", kept="yes")
        await self.opens("/desk")
        await self.sends("/desk/duty", most=str(TALKS_EACH), covers="yes")

    async def takes(self, chat: str) -> bool:
        """Take a chat."""
        answer = await self.sends(f"/chats/{chat}/take")
        self.after[chat] = 0
        return answer.is_success

    async def listens(self) -> None:
        """Fetch what is new in a chat whenever there is news of it, and the queue when it has changed."""
        async for event, data in self.news("/desk/events"):
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


def accounts() -> list[tuple[str, str]]:
    """Add the counsellors from the command line; return their passwords and secrets."""
    added = []
    for number in range(COUNSELLORS):
        command = [sys.executable, "-m", "bot", "staff", "add", f"bench{number}", "--role", "counsellor"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        secret = re.findall(r"secret=([A-Z2-7]+)", said)[0]
        password = re.findall(r"one-time password\s+(\S+)", said)[0]
        added.append((password, secret))
    return added


async def talks(person: PersonPage, console: Console, legs: Legs, *, until: float) -> None:
    """Go on talking until the time is over."""
    await asyncio.sleep(secrets.randbelow(int(PAUSE * 1000)) / 1000)
    while time.perf_counter() < until:
        words = f"m-{secrets.token_hex(6)}"
        there, begun = console.awaits(words), time.perf_counter()
        sending = asyncio.create_task(person.writes(f"{words} they said they will post it again"))
        try:
            legs.to_counsellor.append(await asyncio.wait_for(there, _PATIENCE) - begun)
            chat = console.holds.pop(words)
            answer = f"c-{secrets.token_hex(6)}"
            back, begun = person.awaits(answer), time.perf_counter()
            fields = {
                "text": f"{answer} I am here with you.",
                "nonce": secrets.token_hex(16),
                "after": str(console.after[chat]),
            }
            await console.sends(f"/chats/{chat}/messages", **fields)
            legs.to_person.append(await asyncio.wait_for(back, _PATIENCE) - begun)
            await sending
        except TimeoutError:
            legs.lost += 1
        await asyncio.sleep(PAUSE / 2 + secrets.randbelow(int(PAUSE * 1000)) / 1000)


async def with_the_program(person: PersonPage, *, until: float) -> None:
    """Write to the program now and then."""
    while time.perf_counter() < until:
        await asyncio.sleep(PAUSE * 3 * (0.5 + secrets.randbelow(1000) / 1000))
        await person.writes("what should I keep as proof")


async def bare(port: int) -> list[float]:
    """Return the seconds of bare round trips of the web framework (scripts/_bench_bare.py)."""
    times = []
    async with client(f"http://{LOOPBACK}:{port}") as http:
        for _ in range(400):
            begun = time.perf_counter()
            (await http.post("/", data={"text": "they said they will post it again"})).raise_for_status()
            times.append(time.perf_counter() - begun)
    return times


def percentile(seconds: list[float], share: int) -> float:
    """Return the milliseconds that so many percent stay within."""
    return sorted(seconds)[math.ceil(len(seconds) * share / 100) - 1] * 1000 if seconds else math.nan


async def run(public: int, staff: int, bare_port: int, seconds: float) -> dict[str, Any]:
    """Open everything, talk, and return the figures."""
    legs, loop = Legs(), asyncio.get_running_loop()
    background: list[asyncio.Task[None]] = []
    consoles, persons = [], []

    def goes_on(work: Coroutine[Any, Any, None]) -> None:
        background.append(loop.create_task(work))

    for number, (password, secret) in enumerate(accounts()):
        console = Console(client(f"http://{LOOPBACK}:{staff}"))
        await console.signs_in(number, password, secret)
        goes_on(console.listens())
        consoles.append(console)
    for number in range(COUNSELLORS * TALKS_EACH + WAITING + WITH_PROGRAM):
        person = PersonPage(client(f"http://{LOOPBACK}:{public}"))
        await person.opens("/")
        await person.writes("someone posted a fake picture of me")
        if number < COUNSELLORS * TALKS_EACH + WAITING:
            await person.presses("call:everything")
        if number < COUNSELLORS * TALKS_EACH:
            queue = (await consoles[0].http.get("/desk/rail", headers={"HX-Request": "true"})).text
            chat = re.findall(r'/chats/([0-9a-f]{32})/take"', queue)[0]
            console = consoles[number % COUNSELLORS]
            if not await console.takes(chat):
                raise SystemExit("a chat could not be taken")
        goes_on(person.listens())
        persons.append(person)
    frame = await bare(bare_port)
    until = time.perf_counter() + seconds
    talking = [
        talks(person, consoles[number % COUNSELLORS], legs, until=until)
        for number, person in enumerate(persons[: COUNSELLORS * TALKS_EACH])
    ]
    others = [with_the_program(person, until=until) for person in persons[-WITH_PROGRAM:]]
    await asyncio.gather(*talking, *others)
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)
    loaded = {"to_counsellor": legs.to_counsellor, "to_person": legs.to_person}
    figures = {name: [percentile(times, share) for share in (50, 95)] for name, times in loaded.items()}
    return {
        **figures,
        "bare": [percentile(frame, share) for share in (50, 95)],
        "talks": len(legs.to_person),
        "lost": legs.lost,
    }


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    for name in ("public", "staff", "bare"):
        asked.add_argument(name, type=int)
    asked.add_argument("seconds", type=float)
    chosen = asked.parse_args()
    print(json.dumps(asyncio.run(run(chosen.public, chosen.staff, chosen.bare, chosen.seconds))))
