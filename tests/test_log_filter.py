"""Rasa's process logs where something happened and what it is called, and nothing that a person wrote."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.service

WORDS = (
    "twitter.com",
    "taro.yamada",
    "my.name.is.hanako",
    "zyzzyvagalore",
    "hello there",
    "鶺鴒のぬばたま",
    '{"event": "a.b"}',
)
EVENTS = ("processor.message.parse", "processor.message.failed", "rest.message.received.timeout")


def logged(root: Path, level: str, word: str) -> str:
    """Return everything that a process of Rasa puts out where a person wrote the word."""
    python = root / "components" / ".venv" / "bin" / "python"
    run = subprocess.run(
        [python, root / "tests" / "rasa" / "rasa_says.py", level, word],
        cwd=root,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return run.stdout + run.stderr


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
@pytest.mark.parametrize("word", WORDS)
def test_no_word_of_a_person_is_logged_in_any_way(root: Path, level: str, word: str) -> None:
    output = logged(root, level, word)
    lines = [line for line in output.splitlines() if "import components" not in line]
    assert lines
    told = [line for line in lines if word in line and not _is_of_the_program(line)]
    assert told == []


def test_what_happened_and_where_is_still_logged(root: Path) -> None:
    output = logged(root, "INFO", WORDS[0])
    for event in EVENTS:
        assert event in output
    assert "rasa_says:" in output
    assert "Rasa server is up and running." in output
    assert "ValueError" in output


def _is_of_the_program(line: str) -> bool:
    """Tell whether a line is the program's own source or place, as tracebacks show it, for the word `text`."""
    return line.lstrip().startswith(("File ", "structured.", "plain.", "raise ", "speak("))
