"""The legs between a person and a counsellor, measured with all processes running (see _bench_desk.py), as one Markdown table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from _bench_processes import free_ports
from _bench_turns import is_up, settings_for, understanding
from _project import BIN, ROOT, call

if TYPE_CHECKING:
    from pathlib import Path

SECONDS, SECONDS_QUICK = 120.0, 30.0
TARGET = 250
"""Milliseconds that 95 of 100 round trips should stay within."""


def legs(model: Path, folder: Path, *, seconds: float) -> dict[str, Any]:
    """Start everything, let people and counsellors talk, and return the figures."""
    settings = settings_for(folder)
    call([BIN / "python", "-m", "bot", "migrate"], extra=settings)
    (bare,) = free_ports(1)
    processes = understanding(model, folder, settings)
    processes.start("bot", [BIN / "python", "-m", "bot", "serve"])
    processes.start("bare", [BIN / "python", ROOT / "scripts" / "_bench_bare.py", bare])
    try:
        processes.wait_until(lambda: is_up(settings["BOT_PUBLIC_PORT"]))
        ports = [settings["BOT_PUBLIC_PORT"], settings["BOT_STAFF_PORT"], bare]
        said = call([BIN / "python", ROOT / "scripts" / "_bench_desk.py", *ports, str(seconds)], extra=settings)
    finally:
        processes.end()
    figures: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    return figures


def table_of_legs(figures: dict[str, Any]) -> str:
    """Return the table; every leg beside the bare round trip of the same run."""
    bare = figures["bare"]
    rows = [("bare round trip of the web framework", bare)]
    rows += [
        ("web: person's message to the counsellor's screen", figures["to_counsellor"]),
        ("web: counsellor's answer to the person's page", figures["to_person"]),
    ]
    rows += [
        (f"Telegram: {name}", figures[name])
        for name in ("telegram_to_counsellor", "telegram_to_person")
        if name in figures
    ]
    lines = ["| what | ms p50 / p95 | to the bare one |", "| --- | --- | --- |"]
    lines += [
        f"| {name} | {p50:.0f} / {p95:.0f} | {p50 / bare[0]:.1f} / {p95 / bare[1]:.1f} |" for name, (p50, p95) in rows
    ]
    both = figures["to_counsellor"][1] + figures["to_person"][1]
    lines += [
        "",
        f"{figures['talks']} round trips, {figures['lost']} lost; both legs' p95 together {both:.0f} ms, wanted {TARGET}.",
    ]
    return "\n".join(lines)
