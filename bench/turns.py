"""Measure turns in three setups: stock Rasa, our Rasa, and the full path through the public page."""

from __future__ import annotations

import base64
import http.client
import json
import secrets
import threading
import time
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from _project import BIN, RASA, ROOT, Stopped, call
from bench.people import RestPerson, WebPerson, messages_of
from bench.processes import LOOPBACK, Processes, free_ports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Person = Union[RestPerson, WebPerson]

EARLY, LATE = (1, 5), (50, 200)
WIDTH = 10
"""How many turns are measured together as a late one (41 to 50, 191 to 200): each of the ten messages once."""

AT_ONCE = (1, 8, 32)
_TURNS_EACH = 8  # in each conversation under load: few enough to stay under the rate limit at any speed
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback never goes through a proxy


@dataclass(frozen=True)
class Effort:
    """How much to measure: conversations of 5 turns, conversations of 200 turns, seconds at each load."""

    short: int
    long: int
    seconds: float


FULL, QUICK = Effort(short=100, long=8, seconds=20), Effort(short=40, long=2, seconds=5)


@dataclass
class Figures:
    """Results: seconds to start, seconds of each turn by its number, turns a second by people at once, memory in MB."""

    start: float
    turns: dict[int, list[float]]
    rates: dict[int, float]
    memory: int


def stock_rasa(model: Path, folder: Path, effort: Effort) -> Figures:
    """Measure Rasa with the stock model, without actions and with trackers in memory."""
    (port,) = free_ports(1)
    processes = Processes(folder, {})
    processes.start("rasa", _rasa(port, model), at=folder)  # a folder without endpoints.yml
    try:
        return _measure(processes, lambda: RestPerson(port), lambda: _says(port, "/webhooks/rest/"), effort)
    finally:
        processes.end()


def our_rasa(model: Path, folder: Path, effort: Effort) -> Figures:
    """Measure Rasa with the actions, as supervisord.conf starts them."""
    settings = settings_for(folder)
    processes = start_rasa_and_actions(model, folder, settings)
    try:
        return _measure(processes, lambda: RestPerson(settings["RASA_PORT"]), lambda: understands(settings), effort)
    finally:
        processes.end()


def full_path(model: Path, folder: Path, effort: Effort) -> Figures:
    """Measure all three processes through the public page; late turns with bench/bot_with_fast_clock.py."""
    settings = settings_for(folder)
    port = settings["BOT_PUBLIC_PORT"]
    call([BIN / "python", "-m", "bot", "migrate"], extra=settings)
    processes = start_rasa_and_actions(model, folder, settings)
    processes.start("bot", [BIN / "python", "-m", "bot", "serve"])
    try:
        early = Effort(short=effort.short, long=0, seconds=effort.seconds)
        figures = _measure(processes, lambda: WebPerson(port), lambda: understands(settings) and is_up(port), early)
        _refuse_scripted(port)
        processes.end("bot")
        processes.start("bot", [BIN / "python", "-m", "bench.bot_with_fast_clock"])
        processes.wait_until(lambda: is_up(port))
        _warm_up(WebPerson(port))
        figures.turns.update(_late_turns(WebPerson(port), effort.long))
        _refuse_scripted(port)
    finally:
        processes.end()
    return figures


def _measure(processes: Processes, person: Callable[[], Person], ready: Callable[[], bool], effort: Effort) -> Figures:
    start = processes.wait_until(ready)
    _warm_up(person())
    turns = _early_turns(person(), effort.short)
    turns.update(_late_turns(person(), effort.long))
    rates = {count: _rate([person() for _ in range(count)], effort.seconds) for count in AT_ONCE}
    return Figures(start, turns, rates, processes.memory())


def _warm_up(person: Person) -> None:
    for number in range(2):
        person.start_over()
        for text, _ in zip(messages_of(number), range(_TURNS_EACH)):
            person.write(text)


def _early_turns(person: Person, conversations: int) -> dict[int, list[float]]:
    turns: dict[int, list[float]] = {number: [] for number in EARLY}
    for conversation in range(conversations):
        person.start_over()
        for number, text in zip(range(1, max(EARLY) + 1), messages_of(conversation)):
            seconds = person.write(text)
            if number in turns:
                turns[number].append(seconds)
    return turns


def _late_turns(person: Person, conversations: int) -> dict[int, list[float]]:
    turns: dict[int, list[float]] = {number: [] for number in LATE}
    for conversation in range(conversations):
        person.start_over()
        for number, text in zip(range(1, max(LATE) + 1), messages_of(conversation)):
            seconds = person.write(text)
            for last, taken in turns.items():
                if last - WIDTH < number <= last:
                    taken.append(seconds)
    return turns


def _rate(people: Sequence[Person], seconds: float) -> float:
    """Return the turns a second when all people write at once, each as soon as the last answer arrives."""
    counts, faults = [0] * len(people), []
    start = time.monotonic()

    def write(index: int, person: Person) -> None:
        try:
            while time.monotonic() - start < seconds:
                person.start_over()
                for text, _ in zip(messages_of(index + counts[index]), range(_TURNS_EACH)):
                    person.write(text)
                    counts[index] += time.monotonic() - start < seconds
        except (Stopped, OSError, http.client.HTTPException) as fault:
            faults.append(f"{type(fault).__name__}: {fault}")

    threads = [threading.Thread(target=write, args=pair, daemon=True) for pair in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise Stopped(f"With {len(people)} at once: {faults[0]}")
    return sum(counts) / seconds


def start_rasa_and_actions(model: Path, folder: Path, settings: dict[str, str]) -> Processes:
    """Start Rasa and the action server."""
    processes = Processes(folder, settings)
    more = ("--endpoints", "endpoints.yml")
    processes.start("rasa", [*_rasa(settings["RASA_PORT"], model), *more])
    processes.start("actions", [BIN / "python", "-m", "actions"])
    return processes


def _rasa(port: str, model: Path) -> list[object]:
    rasa = [RASA.with_name("python"), ROOT / "scripts" / "_rasa.py", "run", "--interface", LOOPBACK]
    return [*rasa, "--port", port, "--model", model, "--credentials", ROOT / "credentials.yml"]


def settings_for(folder: Path) -> dict[str, str]:
    """Return settings for a separate bot whose data is in the folder."""
    names = ("RASA_PORT", "ACTIONS_PORT", "BOT_PUBLIC_PORT", "BOT_STAFF_PORT")
    ports = dict(zip(names, free_ports(len(names))))
    keys = {
        name: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode() for name in ("BOT_MASTER_KEY", "BOT_HASH_KEY")
    }
    return {
        **ports,
        **keys,
        "RASA_URL": f"http://{LOOPBACK}:{ports['RASA_PORT']}",
        "RASA_TRACKER_URL": f"sqlite:///{folder}/trackers.sqlite",
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.sqlite",
        "BOT_KEYS_FOLDER": str(folder / "keys"),
        "BOT_HOST": LOOPBACK,
        "BOT_SECURE_COOKIES": "0",
    }


def understands(settings: dict[str, str]) -> bool:
    """Tell whether Rasa and the action server answer."""
    return _says(settings["RASA_PORT"], "/webhooks/rest/") and _says(settings["ACTIONS_PORT"], "/health")


def _says(port: str, path: str) -> bool:
    try:
        with _direct.open(f"http://{LOOPBACK}:{port}{path}", timeout=3) as answer:
            return bool(answer.status == http.client.OK)
    except (OSError, http.client.HTTPException):
        return False


def is_up(port: str) -> bool:
    """Tell whether the bot and its Rasa answer."""
    try:
        return bool(_health(port)["rasa"] == "up")
    except (OSError, ValueError, http.client.HTTPException):
        return False


def _refuse_scripted(port: str) -> None:
    """Raise Stopped if the bot answered anything without Rasa: the figures would not show the full path."""
    faults = _health(port)["assistant_faults"]
    if faults:
        raise Stopped(f"The bot answered without Rasa: {faults}.")


def _health(port: str) -> dict[str, object]:
    with _direct.open(f"http://{LOOPBACK}:{port}/health", timeout=3) as answer:
        return dict(json.load(answer))
