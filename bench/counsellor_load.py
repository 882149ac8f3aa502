"""Measure how long a message takes to a counsellor's screen and back, with many chats open; scripts/bench runs it.

In each chat the person writes; the counsellor's console gets an event (SSE), fetches the message and answers; the person's
page gets an event and fetches the answer. A leg lasts from the request that sends the text until the other side's page has
it. Meanwhile, other people wait in the queue or write to the assistant.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from bench.page_clients import PATIENCE, Console, PersonPage, TelegramPerson, client
from bench.percentiles import percentile
from tests.channels.telegram.bot_api import BotApi

LOOPBACK = "127.0.0.1"
COUNSELLORS, CHATS_EACH, WAITING, WITH_ASSISTANT = 20, 4, 60, 60
ON_TELEGRAM = 10
"""How many of the chats are on Telegram, over the tests' stand-in for the Bot API."""
PAUSE = 40.0
"""Mean seconds between two messages of one person: with four chats, a counsellor answers every ten seconds."""


@dataclass
class Legs:
    """The measured seconds of each leg, and how many messages never arrived."""

    to_counsellor: list[float] = field(default_factory=list)
    to_person: list[float] = field(default_factory=list)
    telegram_to_counsellor: list[float] = field(default_factory=list)
    telegram_to_person: list[float] = field(default_factory=list)
    both_ways: list[float] = field(default_factory=list)
    lost: int = 0


def accounts() -> list[tuple[str, str]]:
    """Add the counsellors' accounts by the staff command; return a (one-time password, TOTP secret) for each."""
    added = []
    for number in range(COUNSELLORS):
        command = [sys.executable, "-m", "bot", "staff", "add", f"bench{number}", "--role", "counsellor"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        secret = re.findall(r"secret=([A-Z2-7]+)", said)[0]
        password = re.findall(r"one-time password\s+(\S+)", said)[0]
        added.append((password, secret))
    return added


async def chat_until(
    person: PersonPage | TelegramPerson, consoles: list[Console], legs: Legs, *, until: float, number: int
) -> None:
    """Exchange messages until the time `until` (of time.perf_counter)."""
    console, is_web = consoles[number % COUNSELLORS], isinstance(person, PersonPage)
    there_in = legs.to_counsellor if is_web else legs.telegram_to_counsellor
    back_in = legs.to_person if is_web else legs.telegram_to_person
    await asyncio.sleep(secrets.randbelow(int(PAUSE * 1000)) / 1000)
    while time.perf_counter() < until:
        words = f"m-{secrets.token_hex(6)}"
        there, begun = console.awaits(words), time.perf_counter()
        sending = asyncio.create_task(person.writes(f"{words} they said they will post it again"))
        try:
            there_took = await asyncio.wait_for(there, PATIENCE) - begun
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
            back_took = await asyncio.wait_for(seen, PATIENCE) - begun
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


async def write_to_assistant(person: PersonPage, *, until: float) -> None:
    """Write to the assistant from time to time."""
    while time.perf_counter() < until:
        await asyncio.sleep(PAUSE * (0.5 + secrets.randbelow(1000) / 1000))
        await person.writes("what should I keep as proof")


async def bare(port: int) -> list[float]:
    """Return the seconds of round trips to the web framework alone (bench/bare_site.py)."""
    times = []
    async with client(f"http://{LOOPBACK}:{port}") as http:
        for _ in range(400):
            begun = time.perf_counter()
            (await http.post("/", data={"text": "they said they will post it again"})).raise_for_status()
            times.append(time.perf_counter() - begun)
    return times


@contextmanager
def bot(public: int) -> Iterator[BotApi]:
    """Run the bot with a stand-in for the Bot API until the context ends."""
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
    """Open all pages, run the chats, and return the figures: [p50, p95] in milliseconds for each leg."""
    legs, loop = Legs(), asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=64))
    background: list[asyncio.Task[None]] = []
    consoles: list[Console] = []
    talking: list[PersonPage | TelegramPerson] = []
    with_assistant: list[PersonPage] = []

    for number, (password, secret) in enumerate(accounts()):
        console = Console(client(f"http://{LOOPBACK}:{staff}"))
        await console.signs_in(number, password, secret, most=CHATS_EACH)
        background.append(loop.create_task(console.listens()))
        consoles.append(console)
    for number in range(COUNSELLORS * CHATS_EACH):
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
    for number in range(WAITING + WITH_ASSISTANT):
        page = await opened(public)
        background.append(loop.create_task(page.listens()))
        if number < WAITING:
            await page.presses("call:everything")
        else:
            with_assistant.append(page)
    frame = await bare(bare_port)
    until = time.perf_counter() + seconds
    await asyncio.gather(
        *(chat_until(person, consoles, legs, until=until, number=number) for number, person in enumerate(talking)),
        *(write_to_assistant(page, until=until) for page in with_assistant),
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
    """Return the page of a person who has started a chat."""
    page = PersonPage(client(f"http://{LOOPBACK}:{public}"))
    await page.opens("/")
    await page.writes("someone posted a fake picture of me")
    return page


async def taken_by(console: Console) -> None:
    """Let the counsellor take the first chat that appears in the queue."""
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
