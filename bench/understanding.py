"""The command scripts/measure: measure understanding, and write docs/understanding.md and the plots beside it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from _model import model
from _project import BIN, RASA, ROOT, VAR, call
from _setup import BRING_UV, bot_environment, catalogues, rasa_environment, training
from _steps import ScriptStep, take_all
from bench.turns import settings_for, start_rasa_and_actions, understands
from bench.understanding_page import page

PAGE = ROOT / "docs" / "understanding.md"
PLOTS = ROOT / "docs" / "understanding"
SENTENCES = sorted((ROOT / "tests" / "nlu").glob("*.tsv"))
DIALOGUES = ROOT / "tests" / "dialogues"

_BOT = (BIN / "python", "-m", "bot")
_RASA_PYTHON = RASA.with_name("python")


def run() -> int:
    """Measure sentences, conversations, and one language by the other; then write the page."""
    found: dict[str, Any] = {}
    prepared = [BRING_UV, bot_environment(dev=False), rasa_environment(), catalogues(), *training()]
    (VAR / "bench").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=str(VAR / "bench"), prefix="run-") as name:
        folder = Path(name)
        rows = folder / "rows.jsonl"
        take_all(
            [
                *prepared,
                ScriptStep("sentences", lambda: _keep(found, "sentences", _sentences(rows))),
                ScriptStep("conversations", lambda: _keep(found, "conversations", _conversations(folder))),
                ScriptStep("one language by the other", lambda: _keep(found, "across", _across()), hint="minutes"),
                ScriptStep("plots", lambda: _plots(rows)),
            ]
        )
    PAGE.write_text(page(**found), encoding="utf-8")
    print(f"\n{PAGE.relative_to(ROOT)} is written.")
    return 0


def _keep(found: dict[str, Any], name: str, read: Any) -> None:
    found[name] = read


def _sentences(rows: Path) -> Any:
    said = call([*_BOT, "nlu", *SENTENCES, "--json", "--rows", rows], extra={"RASA_MODEL": str(model())})
    return _last_object(said)


def _conversations(folder: Path) -> Any:
    settings = settings_for(folder)
    processes = start_rasa_and_actions(model(), folder, settings)
    try:
        processes.wait_until(lambda: understands(settings))
        return _last_object(call([*_BOT, "dialogues", DIALOGUES, "--json"], extra=settings))
    finally:
        processes.end()


def _across() -> Any:
    return _last_object(call([_RASA_PYTHON, "-W", "ignore", "-m", "components.across_languages", *SENTENCES]))


def _plots(rows: Path) -> None:
    call([_RASA_PYTHON, "-W", "ignore", "-m", "components.plots", rows, PLOTS])


def _last_object(said: str) -> Any:
    """Return the JSON object in what a command wrote; notes of libraries may stand before it."""
    return json.loads(next(line for line in reversed(said.splitlines()) if line.startswith("{")))
