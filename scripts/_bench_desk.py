"""How long a message takes from a person to a counsellor's screen and back, with many chats open; run by scripts/bench.

Every talk goes on like this: the person writes, the counsellor's console hears of it (SSE), fetches the message and answers; the
person's page hears of the answer and fetches it. A leg is timed from the request that sends the words until the page of the
other side has them. Beside the talks others wait in the queue and write to the program.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import math
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pyotp

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.telegram.bot_api import BotApi
from tests.telegram.chatter import Chatter

LOOPBACK = "127.0.0.1"
COUNSELLORS, TALKS_EACH, WAITING, WITH_PROGRAM = 20, 4, 60, 60
ON_TELEGRAM = 10
"""Of the talks, so many are on Telegram, over the Bot API that the tests have."""
PAUSE = 40.0
"""Seconds between two messages of one person, on average: a counsellor with four chats answers every ten seconds."""
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'data-seq="(\d+)"')
_OWN = "a lantern on a quiet pier {}"
_PATIENCE = 30.0


@dataclass
class Legs:
    """Seconds of each leg."""

    to_counsellor: list[float] = field(default_factory=list)
    to_person: list[float] = field(default_factory=list)
    telegram_to_counsellor: list[float] = field(default_factory=list)
    telegram_to_person: list[float] = field(default_factory=list)
    both_ways: list[float] = field(default_factory=list)
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


class TelegramPerson:
    """A person with a chat on Telegram."""

    def __init__(self, api: BotApi) -> None:
        """Have an account."""
        self.chatter = Chatter(api, language_code="en")

    async def writes(self, text: str) -> None:
        """Write something."""
        await asyncio.to_thread(self.chatter.writes, text)

    async def calls(self) -> None:
        """Ask for a human, and call one."""
        await self.writes("someone posted a fake picture of me")
        await asyncio.to_thread(self.chatter.waits_for_answers, 1, _PATIENCE)
        await asyncio.to_thread(self.chatter.sends_command, "/human")
        await asyncio.to_thread(self.chatter.waits_for, re.compile("counsellor"), _PATIENCE)
        await asyncio.to_thread(self.chatter.presses_data, "call:everything")

    async def sees(self, words: str) -> float:
        """Return when words were there."""
        await asyncio.to_thread(self.chatter.waits_for, re.compile(words), _PATIENCE)
        return time.perf_counter()


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


async def talks(
    person: PersonPage | TelegramPerson, consoles: list[Console], legs: Legs, *, until: float, number: int
) -> None:
    """Go on talking until the time is over."""
    console, is_web = consoles[number % COUNSELLORS], isinstance(person, PersonPage)
    there_in = legs.to_counsellor if is_web else legs.telegram_to_counsellor
    back_in = legs.to_person if is_web else legs.telegram_to_person
    await asyncio.sleep(secrets.randbelow(int(PAUSE * 1000)) / 1000)
    while time.perf_counter() < until:
        words = f"m-{secrets.token_hex(6)}"
        there, begun = console.awaits(words), time.perf_counter()
        sending = asyncio.create_task(person.writes(f"{words} they said they will post it again"))
        try:
            there_took = await asyncio.wait_for(there, _PATIENCE) - begun
            there_in.append(there_took)
            chat = console.holds.pop(words)
            answer = f"c-{secrets.token_hex(6)}"
            back: Any = person.awaits(answer) if isinstance(person, PersonPage) else person.sees(answer)
            begun = time.perf_counter()
            fields = {
                "text": f"{answer} I am here with you.",
                "nonce": secrets.token_hex(16),
                "after": str(console.after[chat]),
            }
            seen = asyncio.ensure_future(back)
            await console.sends(f"/chats/{chat}/messages", **fields)
            back_took = await asyncio.wait_for(seen, _PATIENCE) - begun
            back_in.append(back_took)
            if is_web:
                legs.both_ways.append(there_took + back_took)
            await sending
        except (TimeoutError, AssertionError):
            if sending.done():
                sending.result()  # refused is not lost
            legs.lost += 1
        await asyncio.sleep(
            min(PAUSE / 2 + secrets.randbelow(int(PAUSE * 1000)) / 1000, max(until - time.perf_counter(), 0))
        )


async def with_the_program(person: PersonPage, *, until: float) -> None:
    """Write to the program now and then."""
    while time.perf_counter() < until:
        await asyncio.sleep(PAUSE * (0.5 + secrets.randbelow(1000) / 1000))
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


@contextmanager
def bot(public: int) -> Iterator[BotApi]:
    """Run the bot beside a Bot API of its own, until the context ends."""
    with BotApi() as api:
        telegram = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
        running = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"], env={**os.environ, **telegram}, stderr=subprocess.DEVNULL
        )
        try:
            for _ in range(600):
                with contextlib.suppress(httpx.HTTPError):
                    state = httpx.get(f"http://{LOOPBACK}:{public}/health", trust_env=False).json()
                    if state["rasa"] == "up" and state["telegram"] == "up":
                        break
                time.sleep(0.1)
            else:
                raise SystemExit("the bot, Rasa or the Bot API did not answer within a minute")
            yield api
        finally:
            running.terminate()
            running.wait()


async def run(public: int, staff: int, bare_port: int, seconds: float, api: BotApi) -> dict[str, Any]:
    """Open everything, talk, and return the figures."""
    legs, loop = Legs(), asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=64))
    background: list[asyncio.Task[None]] = []
    consoles: list[Console] = []
    talking: list[PersonPage | TelegramPerson] = []
    with_program: list[PersonPage] = []

    for number, (password, secret) in enumerate(accounts()):
        console = Console(client(f"http://{LOOPBACK}:{staff}"))
        await console.signs_in(number, password, secret)
        background.append(loop.create_task(console.listens()))
        consoles.append(console)
    for number in range(COUNSELLORS * TALKS_EACH):
        person: PersonPage | TelegramPerson
        if number < ON_TELEGRAM:
            person = TelegramPerson(api)
            await person.calls()
        else:
            person = await opened(public)
            await person.presses("call:everything")
            background.append(loop.create_task(person.listens()))
        await taken_by(consoles[number % COUNSELLORS])
        talking.append(person)
    for number in range(WAITING + WITH_PROGRAM):
        page = await opened(public)
        background.append(loop.create_task(page.listens()))
        if number < WAITING:
            await page.presses("call:everything")
        else:
            with_program.append(page)
    frame = await bare(bare_port)
    until = time.perf_counter() + seconds
    await asyncio.gather(
        *(talks(person, consoles, legs, until=until, number=number) for number, person in enumerate(talking)),
        *(with_the_program(page, until=until) for page in with_program),
    )
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)
    times = {name: times for name, times in vars(legs).items() if isinstance(times, list)}
    figures: dict[str, Any] = {name: [percentile(some, share) for share in (50, 95)] for name, some in times.items()}
    talks_in_all = len(legs.to_person) + len(legs.telegram_to_person)
    return {
        **figures,
        "bare": [percentile(frame, share) for share in (50, 95)],
        "talks": talks_in_all,
        "lost": legs.lost,
    }


async def opened(public: int) -> PersonPage:
    """Return the page of somebody who has begun a chat."""
    page = PersonPage(client(f"http://{LOOPBACK}:{public}"))
    await page.opens("/")
    await page.writes("someone posted a fake picture of me")
    return page


async def taken_by(console: Console) -> None:
    """Let a counsellor take whoever waits, as soon as somebody does."""
    for _ in range(300):
        queue = (await console.http.get("/desk/rail", headers={"HX-Request": "true"})).text
        if waiting := re.findall(r'/chats/([0-9a-f]{32})/take"', queue):
            if not await console.takes(waiting[0]):
                break
            return
        await asyncio.sleep(0.1)
    raise SystemExit("a chat could not be taken")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    for name in ("public", "staff", "bare"):
        asked.add_argument(name, type=int)
    asked.add_argument("seconds", type=float)
    chosen = asked.parse_args()
    with bot(chosen.public) as stand_in:
        print(json.dumps(asyncio.run(run(chosen.public, chosen.staff, chosen.bare, chosen.seconds, stand_in))))
