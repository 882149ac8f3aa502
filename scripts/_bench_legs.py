"""The legs between a person and a counsellor, measured with all processes running (see _bench_desk.py), as one Markdown table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from _bench_processes import free_ports
from _bench_turns import settings_for, understanding
from _project import BIN, ROOT, call

if TYPE_CHECKING:
    from pathlib import Path

SECONDS, SECONDS_QUICK = 180.0, 60.0
_NAMES = {
    "bare": "bare round trip of the web framework",
    "to_counsellor": "web: person's message to the counsellor's screen",
    "to_person": "web: counsellor's answer to the person's page",
    "both_ways": "web: both ways",
    "telegram_to_counsellor": "Telegram: person's message to the counsellor's screen",
    "telegram_to_person": "Telegram: counsellor's answer to the Bot API",
}
TARGET = 250
"""Milliseconds that 95 of 100 round trips should stay within."""


def legs(model: Path, folder: Path, *, seconds: float) -> dict[str, Any]:
    """Start everything, let people and counsellors talk, and return the figures."""
    settings = settings_for(folder)
    call([BIN / "python", "-m", "bot", "migrate"], extra=settings)
    (bare,) = free_ports(1)
    processes = understanding(model, folder, settings)
    processes.start("bare", [BIN / "python", ROOT / "scripts" / "_bench_bare.py", bare])
    try:
        ports = [settings["BOT_PUBLIC_PORT"], settings["BOT_STAFF_PORT"], bare]
        said = call([BIN / "python", ROOT / "scripts" / "_bench_desk.py", *ports, str(seconds)], extra=settings)
    finally:
        processes.end()
    figures: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    return figures


def table_of_legs(figures: dict[str, Any]) -> str:
    """Return the table; every leg beside the bare round trip of the same run."""
    bare = figures["bare"]
    rows = [(name, figures[leg]) for leg, name in _NAMES.items()]
    lines = ["| what | ms p50 / p95 | to the bare one |", "| --- | --- | --- |"]
    lines += [
        f"| {name} | {p50:.0f} / {p95:.0f} | {p50 / bare[0]:.1f} / {p95 / bare[1]:.1f} |" for name, (p50, p95) in rows
    ]
    both = figures["both_ways"][1]
    lines += [
        "",
        f"{figures['talks']} round trips, {figures['lost']} lost; p95 of both ways {both:.0f} ms, wanted {TARGET}.",
    ]
    return "\n".join(lines)
