"""Latency between a person and a counsellor, measured with all processes running (see bench/counsellor_load.py)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from _project import BIN, call
from bench.processes import free_ports
from bench.turns import settings_for, start_rasa_and_actions

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
"""Milliseconds: the wanted 95th percentile of a round trip."""


def measure_counsellor(model: Path, folder: Path, *, seconds: float) -> dict[str, Any]:
    """Start all processes, run the load, and return its figures: [p50, p95] in milliseconds for each leg."""
    settings = settings_for(folder)
    call([BIN / "python", "-m", "bot", "migrate"], extra=settings)
    (bare,) = free_ports(1)
    processes = start_rasa_and_actions(model, folder, settings)
    processes.start("bare", [BIN / "python", "-m", "bench.bare_site", bare])
    try:
        ports = [settings["BOT_PUBLIC_PORT"], settings["BOT_STAFF_PORT"], bare]
        said = call([BIN / "python", "-m", "bench.counsellor_load", *ports, str(seconds)], extra=settings)
    finally:
        processes.end()
    figures: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    return figures


def counsellor_table(figures: dict[str, Any]) -> str:
    """Return the Markdown table; it compares each leg with the bare round trip of the same run."""
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
