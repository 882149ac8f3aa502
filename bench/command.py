"""The command scripts/bench: set up, measure, and print one Markdown table."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import Any

from _model import model
from _project import VAR
from _setup import BRING_UV, bot_environment, catalogues, rasa_environment, training
from _steps import ScriptStep, take_all
from bench.counsellor_latency import SECONDS, SECONDS_QUICK, counsellor_table, measure_counsellor
from bench.stock_model import stock_model
from bench.turns import FULL, QUICK, Figures, full_path, our_rasa, stock_rasa
from bench.turns_table import table


def run() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure speed and print one Markdown table.")
    parser.add_argument(
        "what",
        choices=["turns", "desk"],
        help="turns: latency, turns a second, start and memory, compared with Rasa's stock pipeline; "
        "desk: from a person to a counsellor's screen and back",
    )
    parser.add_argument("--quick", action="store_true", help="turns: about 4 minutes, not 12; desk: 2 minutes, not 4")
    parser.add_argument(
        "--epochs", type=int, default=1, help="of the stock model: default 1; Rasa's own recipe has 100"
    )
    arguments = parser.parse_args()
    if arguments.what == "desk":
        return _counsellor(is_quick=arguments.quick)
    return _turns(is_quick=arguments.quick, epochs=arguments.epochs)


def _turns(*, is_quick: bool, epochs: int) -> int:
    effort = QUICK if is_quick else FULL
    stock: list[tuple[Path, float]] = []
    measured: list[Figures] = []
    ours = model()
    prepared = [BRING_UV, bot_environment(dev=False), rasa_environment(), catalogues(), *training()]
    with _temporary_folder() as name:
        folder = Path(name)
        steps = [
            *prepared,
            ScriptStep("stock model", lambda: stock.append(stock_model(epochs)), hint="minutes if the data changed"),
            ScriptStep("stock Rasa", lambda: measured.append(stock_rasa(stock[0][0], folder, effort))),
            ScriptStep("our Rasa", lambda: measured.append(our_rasa(ours, folder, effort))),
            ScriptStep("the full path", lambda: measured.append(full_path(ours, folder, effort))),
        ]
        load = os.getloadavg()[0]
        take_all(steps)
    print(f"\n{table(measured, effort, epochs=epochs, training=stock[0][1], load=load)}")
    return 0


def _counsellor(*, is_quick: bool) -> int:
    figures: list[dict[str, Any]] = []
    seconds = SECONDS_QUICK if is_quick else SECONDS
    prepared = [BRING_UV, bot_environment(dev=True), rasa_environment(), catalogues(), *training()]
    with _temporary_folder() as name:
        measure = ScriptStep(
            "people and counsellors", lambda: figures.append(measure_counsellor(model(), Path(name), seconds=seconds))
        )
        take_all([*prepared, measure])
    print(f"\n{counsellor_table(figures[0])}")
    return 0


def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a temporary folder on the disk that the service uses."""
    (VAR / "bench").mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=str(VAR / "bench"), prefix="run-")
