"""The steps from a fresh clone to a project that can start."""

from __future__ import annotations

import base64
import functools
import os
import secrets
from typing import TYPE_CHECKING

from _model import train, train_danger_model
from _project import BIN, ROOT, VAR, Stopped, call, read_env, setting
from _stamps import digest, is_made, stamp
from _steps import ALREADY, ScriptStep
from _uv import bring_uv, uv

if TYPE_CHECKING:
    from collections.abc import Sequence

_PYTHONS = ("3.11", "3.12", "3.13")
_RASA_PYTHONS = ("3.10",)
_CATALOGUES = "locales/*/LC_MESSAGES/*.po"
_SECRETS = ("BOT_MASTER_KEY", "BOT_HASH_KEY")
_SECRETS_HEAD = "# Made by scripts on the first start. Without these keys what is stored cannot be read: keep a copy.\n"

BRING_UV = ScriptStep("uv", bring_uv, essential=True)


def set_up(*, dev: bool) -> list[ScriptStep]:
    """Return the steps that prepare a clone for its start, with the test dependencies if dev."""
    return [
        BRING_UV,
        bot_environment(dev=dev),
        rasa_environment(),
        catalogues(),
        *training(),
        ScriptStep("secrets (var/secrets.env)", make_secrets),
        ScriptStep("database", migrate),
    ]


def bot_environment(*, dev: bool) -> ScriptStep:
    """Return the step that makes .venv; without dev, test dependencies already there stay."""
    groups = () if dev else ("--no-dev", "--inexact")
    title = "environment of bot and actions (.venv)"
    return ScriptStep(title, functools.partial(_sync, groups, _PYTHONS), essential=True)


def rasa_environment() -> ScriptStep:
    """Return the step that makes components/.venv."""
    work = functools.partial(_sync, ("--project", "components"), _RASA_PYTHONS)
    return ScriptStep("environment of Rasa (components/.venv)", work, hint="the first time some minutes")


def catalogues() -> ScriptStep:
    """Return the step that compiles the catalogues."""
    return ScriptStep("catalogues of words (locales/)", compile_catalogues)


def training() -> list[ScriptStep]:
    """Return the steps that train the models from data/."""
    return [
        ScriptStep("Rasa's model (var/models)", train, hint="some minutes when data changed"),
        ScriptStep("danger model (var/models/danger.json)", train_danger_model),
    ]


def compile_catalogues() -> str | None:
    """Compile the catalogues if their words changed since the last time."""
    texts = list(ROOT.glob(_CATALOGUES))
    compiled = [text.with_suffix(".mo") for text in texts]
    words = digest([_CATALOGUES])
    if is_made(compiled, of=words):
        return ALREADY
    for domain in sorted({text.stem for text in texts}):
        call([BIN / "pybabel", "compile", "-d", "locales", "-D", domain])
    stamp(compiled, of=words)
    return None


def make_secrets() -> str | None:
    """Make the keys that are missing from the environment, .env and var/secrets.env; never overwrite one."""
    path = VAR / "secrets.env"
    known = read_env(path)
    missing = [name for name in _SECRETS if not known.get(name) and not setting(name)]
    if path.exists():
        path.chmod(0o600)
    if not missing:
        return ALREADY
    lines = [f"{name}={base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}\n" for name in missing]
    with os.fdopen(os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.writelines(lines if known else [_SECRETS_HEAD, *lines])
    return None


def migrate() -> None:
    """Migrate the database to the current schema."""
    call([BIN / "python", "-m", "bot", "migrate"])


def _sync(arguments: Sequence[str], pythons: Sequence[str]) -> str | None:
    command = [uv(), "sync", "--frozen", "--python", _interpreter(pythons), *arguments]
    try:
        call([*command, "--check"])
    except Stopped:
        call(command)
        return None
    return ALREADY


def _interpreter(pythons: Sequence[str]) -> str:
    """Return the first version that this machine has; fetch the first of the list if it has none."""
    find = [uv(), "python", "find", "--no-project", "--system"]
    for version in pythons:
        try:
            call([*find, version])
        except Stopped:
            continue
        return version
    _fetch(pythons[0])
    return pythons[0]


def _fetch(version: str) -> None:
    try:
        call([uv(), "python", "install", version])
    except Stopped as refusal:
        raise Stopped(
            f"Python {version} is needed, is not on this machine and could not be fetched:\n"
            f"  {str(refusal).splitlines()[-1].strip()}\n"
            "Install it in one of these ways, then run this again:\n"
            f"  with uv      {uv()} python install {version}\n"
            f"  with pyenv   pyenv install {version}\n"
            f"  on Ubuntu    sudo add-apt-repository ppa:deadsnakes/ppa && sudo apt-get install python{version}\n"
            f"  on macOS     brew install python@{version}"
        ) from refusal
