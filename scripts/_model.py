"""What is learnt from data/: Rasa's model, named by what it was learnt from, and the ear for danger."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from _project import RASA, ROOT, VAR, Stopped, call
from _stamps import digest, is_made, stamp
from _steps import ALREADY

if TYPE_CHECKING:
    from pathlib import Path

_LEARNT_FROM = (
    "config.yml",
    "domain.yml",
    "data/nlu/**/*.yml",
    "data/rules/**/*.yml",
    "data/stories/**/*.yml",
    "data/gazetteer.yml",
    "data/guidance/platforms.yml",
    "components/*.py",
    "components/uv.lock",
)
_EAR_LEARNT_FROM = (
    "data/nlu/*/*.yml",
    "components/train_danger_model.py",
    "components/normalise.py",
    "components/uv.lock",
)
_MODELS = VAR / "models"
_EAR = _MODELS / "ear.json"
_KEPT = 3  # a Rasa that is running starts again from the model it was started with


def training_data() -> list[str]:
    """Return the folders that Rasa reads sentences, rules and stories from."""
    return [folder for folder in ("data/nlu", "data/rules", "data/stories") if (ROOT / folder).is_dir()]


def model() -> Path:
    """Return where the model of the present data and configuration is, or will be."""
    return _MODELS / f"{digest(_LEARNT_FROM)}.tar.gz"


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
        call([RASA, "train", *files, "--out", part, "--fixed-model-name", "model"])
        (part / "model.tar.gz").replace(wanted)
    except FileNotFoundError as error:
        raise Stopped("rasa train ended well and left no model.") from error
    finally:
        shutil.rmtree(str(part), ignore_errors=True)
    _remove_old()
    return None


def teach_ear() -> str | None:
    """Teach bot's own ear for danger, which listens before Rasa and without it, if its sentences changed."""
    sentences = digest(_EAR_LEARNT_FROM)
    if is_made([_EAR], of=sentences):
        return ALREADY
    part = _EAR.with_suffix(".part")
    call([RASA.with_name("python"), "-m", "components.train_danger_model", part])
    part.replace(_EAR)
    stamp([_EAR], of=sentences)
    return None


def _remove_old() -> None:
    newest_first = sorted(_MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[_KEPT:]:
        path.unlink()
