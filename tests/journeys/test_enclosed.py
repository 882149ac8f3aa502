"""No process opens a connection but to the others: the whole service answers where there is no way out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.enclosed import NOT_POSSIBLE, REPLIED
from tests.journeys.words import LANGUAGES, ROOT, entry

pytestmark = pytest.mark.service


def test_the_whole_service_answers_without_a_network_and_nothing_tries_to_leave(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.enclosed", str(tmp_path / "enclosed")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode == NOT_POSSIBLE:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout)
    for language in LANGUAGES:
        assert found["answers"][language][0].startswith(entry("heard.deepfake", language))
        assert found["replies"][language] == [REPLIED[language]]
    assert found["counted"], "an attempt of our own must be counted, or the count below says nothing"
    assert found["attempts"] == 0
