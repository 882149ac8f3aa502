"""The trained models: Rasa's, whose file is named after a digest of what it was trained from, and the danger model."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from _project import RASA, ROOT, VAR, Stopped, call
from _stamps import digest, is_made, stamp
from _steps import ALREADY

if TYPE_CHECKING:
    from pathlib import Path

_TRAINED_FROM = (
    "config.yml",
    "domain.yml",
    "data/nlu/**/*.yml",
    "data/rules/**/*.yml",
    "data/stories/**/*.yml",
    "data/messages/*/*.tsv",
    "data/conversations/*/*.tsv",
    "data/encoder/*",
    "components/tokenizer.py",
    "components/embeddings.py",
    "components/encoder.py",
    "components/encoder_file.py",
    "components/encoder_graph.py",
    "components/kept_vectors.py",
    "components/features.py",
    "components/regression.py",
    "components/signs.py",
    "components/labels.py",
    "components/needs.py",
    "components/classifier.py",
    "components/messages.py",
    "components/questions.py",
    "components/question_learning.py",
    "components/question_vectors.py",
    "understanding/asking.py",
    "understanding/normalise.py",
    "understanding/context.py",
    "components/uv.lock",
)
_DANGER_TRAINED_FROM = (
    "data/nlu/*/*.yml",
    "data/messages/*/*.tsv",
    "data/conversations/*/*.tsv",
    "components/train_danger_model.py",
    "components/messages.py",
    "components/sentences.py",
    "understanding/normalise.py",
    "components/uv.lock",
)
_MODELS = VAR / "models"
_DANGER_MODEL = _MODELS / "danger.json"
_KEPT = 3  # a running Rasa restarts with the model that it started with


def training_data() -> list[str]:
    """Return the folders from which Rasa reads sentences, rules and stories."""
    return [folder for folder in ("data/nlu", "data/rules", "data/stories") if (ROOT / folder).is_dir()]


def model() -> Path:
    """Return the path of the model for the current data and configuration; it may not exist yet."""
    return _MODELS / f"{digest(_TRAINED_FROM)}.tar.gz"


def train() -> str | None:
    """Train the model if the data or the configuration changed."""
    wanted = model()
    if wanted.is_file():
        wanted.touch()
        return ALREADY
    part = _MODELS / "part"
    _MODELS.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(str(part), ignore_errors=True)
    files = ("--config", "config.yml", "--domain", "domain.yml", "--data", *training_data())
    try:
        call(
            [RASA, "train", *files, "--out", part, "--fixed-model-name", "model", "--force"]
        )  # its cache sees no change of ours
        (part / "model.tar.gz").replace(wanted)
    except FileNotFoundError as error:
        raise Stopped("rasa train succeeded but left no model.") from error
    finally:
        shutil.rmtree(str(part), ignore_errors=True)
    _remove_old()
    return None


def train_danger_model() -> str | None:
    """Train the danger model, which bot asks before Rasa and without it, if its sentences or its trainer changed."""
    sentences = digest(_DANGER_TRAINED_FROM)
    if is_made([_DANGER_MODEL], of=sentences):
        return ALREADY
    part = _DANGER_MODEL.with_suffix(".part")
    call([RASA.with_name("python"), "-m", "components.train_danger_model", part])
    part.replace(_DANGER_MODEL)
    stamp([_DANGER_MODEL], of=sentences)
    return None


def _remove_old() -> None:
    newest_first = sorted(_MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[_KEPT:]:
        path.unlink()
