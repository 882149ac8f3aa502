"""The file in which Rasa keeps where a conversation stands is for nobody else to read."""

import stat
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.service

OPENS = """
import os, sys
os.umask(0o022)
from components.tracker_store import WordlessTrackerStore
store = WordlessTrackerStore(None, host=f"sqlite:///{sys.argv[1]}")
import asyncio
print(asyncio.run(store.keys()))
"""


@pytest.mark.parametrize("was_there", [False, True])
def test_the_file_and_what_lies_beside_it_are_for_this_account_alone(
    root: Path, tmp_path: Path, *, was_there: bool
) -> None:
    file = tmp_path / "trackers.sqlite"
    if was_there:
        file.touch(0o644)
    run = subprocess.run(
        [root / "components" / ".venv" / "bin" / "python", "-c", OPENS, file],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout.strip() == "[]"
    modes = {part.name: stat.S_IMODE(part.stat().st_mode) for part in tmp_path.iterdir()}
    assert modes["trackers.sqlite"] == 0o600
    assert set(modes.values()) == {0o600}
