"""`python -m bot`: each command is there, and what is wrong is one sentence and a code, never a trace."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    surroundings = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **(env or {})}
    return subprocess.run(command, cwd=root, env=surroundings, capture_output=True, text=True, check=False, timeout=60)


def test_the_help_names_every_command(root: Path) -> None:
    shown = run(root, "--help")
    assert shown.returncode == 0
    assert all(name in shown.stdout for name in ("serve", "talk", "nlu", "guidance", "migrate"))


def test_a_bad_setting_is_one_sentence_and_code_2(root: Path) -> None:
    shown = run(root, "migrate", env={"BOT_MASTER_KEY": "canary", "BOT_HASH_KEY": "canary"})
    assert shown.returncode == 2
    assert shown.stderr.startswith("BOT_MASTER_KEY must be")
    assert "canary" not in shown.stderr
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize("arguments", [(), ("dance",), ("talk", "--language", "fr")])
def test_an_unknown_command_is_code_2(root: Path, arguments: tuple[str, ...]) -> None:
    shown = run(root, *arguments)
    assert shown.returncode == 2
    assert "Traceback" not in shown.stderr
