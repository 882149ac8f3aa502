"""The project's folder and environment, and how to run commands in it; standard library only, Python 3.8."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
BIN = ROOT / ".venv" / "bin"
RASA = ROOT / "components" / ".venv" / "bin" / "rasa"

_FIXED = {
    "PYTHONPATH": str(ROOT),
    "PYTHONUNBUFFERED": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "HF_HUB_OFFLINE": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    # Rasa's own cache knows a component by its class alone and would miss a change in what the class calls.
    "RASA_MAX_CACHE_SIZE": "0",
    "UV_PYTHON_INSTALL_BIN": "0",
}
_DEFAULTS = {
    # What Rasa's dependencies of 2023 and supervisor say of themselves; pytest sets its own filters over these.
    "PYTHONWARNINGS": "ignore::DeprecationWarning,ignore:pkg_resources is deprecated:UserWarning",
    "UV_PYTHON_DOWNLOADS": "automatic",
}
# Another environment must not stand in for ours, pyenv must look into this folder rather than where the script was
# called, and without bytecode Rasa starts three times slower.
_DROPPED = (
    *("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONHOME"),
    *("PYENV_VERSION", "PYENV_DIR"),
    "PYTHONDONTWRITEBYTECODE",
)
_LINE = re.compile(
    r"""\s*(?:export\s+)?(?P<name>\w+)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^#'"].*?)?)\s*(?:(?<=\s)\#.*)?"""
)
_PATIENCE = 20


class Stopped(Exception):
    """A script cannot go on; its text says why and what to do."""


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment that every command of the project runs in."""
    own = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    return {**_DEFAULTS, **own, **_FIXED, **(extra or {})}


def setting(name: str, default: str = "") -> str:
    """Return a setting as the project reads it: from the environment, else from .env."""
    return {**read_env(ROOT / ".env"), **os.environ}.get(name) or default


def read_env(path: Path) -> dict[str, str]:
    """Read the NAME=value lines of a file in the form of .env; no file is an empty one."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found = filter(None, map(_LINE.fullmatch, lines))
    return {line["name"]: line["double"] or line["single"] or line["plain"] or "" for line in found}


def call(
    command: Sequence[object],
    *,
    show: bool = False,
    tail: int = 30,
    text: str | None = None,
    extra: Mapping[str, str] | None = None,
) -> str:
    """Run a command in the project's folder and return what it wrote; a failing one stops with its tail of lines."""
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=str(ROOT),
            env=environment(extra),
            stdin=subprocess.DEVNULL if text is None else subprocess.PIPE,
            stdout=None if show else subprocess.PIPE,
            stderr=None if show else subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Stopped(f"{command[0]} could not be started: {error.strerror}.") from error
    try:
        output = process.communicate(text)[0] or ""
    except BaseException:
        stop(process)
        raise
    if process.returncode:
        said = "\n".join(output.rstrip().splitlines()[-tail:])
        raise Stopped(f"{shlex.join(map(str, command))} ended with {process.returncode}.\n{said}".rstrip())
    return output


def stop(process: subprocess.Popen[str]) -> None:
    """Terminate a process, and kill it if it does not end in time."""
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main(work: Callable[[], int]) -> NoReturn:
    """Run a script to its exit code, with a sentence in place of a traceback when it cannot go on."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        VAR.mkdir(mode=0o700, exist_ok=True)
        code = work()
    except Stopped as reason:
        print(f"\n{reason}", file=sys.stderr)
        code = 1
    except OSError as error:
        print(f"\nThe machine would not: {error}", file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        code = 130
    sys.exit(code)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
