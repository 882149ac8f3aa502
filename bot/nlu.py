"""`python -m bot nlu`: measure how well Rasa's pipeline understands sentences whose intents are known."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.container import ROOT, load_danger_detector
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.turns.context import ASKED
from bot.language import Language
from bot.nlu_figures import DANGERS, OTHERS, STYLES, Sentence, UnderstoodSentence, figures, row_of
from bot.settings import Settings
from understanding.context import Context
from understanding.reading import reading_of

_PYTHON = ROOT / "components" / ".venv" / "bin" / "python"
_OPENING = "welcome"
_ENVIRONMENT = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "HF_HUB_OFFLINE": "1"}


class MeasureError(Exception):
    """The measurement cannot run; the message says what to do."""


def measure(files: Sequence[Path], *, settings: Settings, as_json: bool, rows: Path | None = None) -> int:
    """Print the figures and return the exit code; `rows` gets one line a sentence with what was understood, without words."""
    try:
        sentences = [sentence for file in files for sentence in read_sentences(file)]
        understood = understand(sentences, danger_detector=load_danger_detector(settings.danger_model_file))
    except MeasureError as fault:
        print(fault, file=sys.stderr)
        return 2
    if rows is not None:
        rows.write_text("".join(f"{json.dumps(row_of(one))}\n" for one in understood), encoding="utf-8")
    report = {language.value: figures(understood, language.value) for language in Language}
    report["all"] = figures(understood, "")
    print(json.dumps(report, ensure_ascii=False) if as_json else _table(report))
    return 0


def read_sentences(file: Path) -> list[Sentence]:
    """Return the sentences of a file; raise MeasureError that names file, line and reason."""
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            reader = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = {"lang", "label", "text"} - set(reader.fieldnames or ())
            if missing:
                raise MeasureError(f"{file}:1: no column {', '.join(sorted(missing))}")
            return [_sentence(file, number, fields) for number, fields in enumerate(reader, start=2)]
    except (OSError, UnicodeDecodeError) as fault:
        raise MeasureError(f"{file}: cannot be read ({type(fault).__name__})") from None


def _sentence(file: Path, number: int, fields: dict[str, str | None]) -> Sentence:
    language, label, text = (fields.get(name) or "" for name in ("lang", "label", "text"))
    if language not in set(Language) or not label or not text:
        raise MeasureError(f"{file}:{number}: needs lang ja or en, a label and a text")
    secondary, question, danger, style = (
        fields.get(name) or "" for name in ("secondary", "question", "danger", "style")
    )
    if danger.removesuffix(OTHERS) not in ("", *DANGERS) or style not in ("", *STYLES):
        raise MeasureError(f"{file}:{number}: danger is one of {', '.join(DANGERS)}, style one of {', '.join(STYLES)}")
    return Sentence(
        language=language, label=label, secondary=secondary, question=question, danger=danger, style=style, text=text
    )


def understand(sentences: Sequence[Sentence], *, danger_detector: DangerDetector) -> list[UnderstoodSentence]:
    """Return how Rasa's newest model and the danger detector understand the sentences, each as the first of a conversation."""
    contexts = [_context(sentence) for sentence in sentences]
    answers = _parse(
        [
            {"text": sentence.text, "metadata": context.as_metadata()}
            for sentence, context in zip(sentences, contexts, strict=True)
        ]
    )
    return [
        _understood(sentence, answer, context, danger_detector)
        for sentence, answer, context in zip(sentences, answers, contexts, strict=True)
    ]


def _context(sentence: Sentence) -> Context:
    return Context(asked=ASKED[_OPENING], language=sentence.language, said=(_OPENING,))


def _understood(
    sentence: Sentence, answer: dict[str, Any], context: Context, danger_detector: DangerDetector
) -> UnderstoodSentence:
    ranking = tuple(entry["name"] for entry in answer["ranking"])
    confidence = max((entry.get("confidence", 0.0) for entry in answer["ranking"][:1]), default=0.0)
    read = reading_of(answer["reading"]) if answer["reading"] else None
    alone = danger_detector.assess(sentence.text, context=context)
    return UnderstoodSentence(
        sentence=sentence,
        intent=ranking[0] if ranking else "",
        ranking=ranking,
        confidence=confidence,
        question=read.question if read else "",
        question_confidence=read.question_confidence if read else 0.0,
        near=read.near if read else (),
        danger=danger_detector.join(alone, read, text=sentence.text, context=context).level,
    )


def _parse(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    model = os.environ.get("RASA_MODEL") or _newest_model()
    command = [str(_PYTHON), "-W", "ignore", "-m", "components.parse", str(model)]
    environment = {**os.environ, **_ENVIRONMENT, "PYTHONPATH": str(ROOT)}
    lines = "\n".join(json.dumps(message) for message in messages)
    try:
        run = subprocess.run(  # noqa: S603 (our own module)
            command, input=lines, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
        )
    except FileNotFoundError:
        raise MeasureError("Rasa's environment is missing: run scripts/run or scripts/test once") from None
    except subprocess.CalledProcessError as fault:
        raise MeasureError(f"the model could not be run (exit code {fault.returncode}): run scripts/train") from None
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def _newest_model() -> Path:
    models = sorted((ROOT / "var" / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    if not models:
        raise MeasureError("there is no model yet: run scripts/train")
    return models[-1]


def _table(report: dict[str, dict[str, Any]]) -> str:
    names = tuple(name for name in report["all"] if name not in ("confusions", "styles"))
    lines = [f"{'':28}" + "".join(f"{part:>8}" for part in report)]
    lines += [f"{name:28}" + "".join(f"{report[part][name]!s:>8}" for part in report) for name in names]
    confusions = report["all"]["confusions"]
    return "\n".join([*lines, "", *(f"{c['count']:4} {c['label']} -> {c['understood']}" for c in confusions)])
