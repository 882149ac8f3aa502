"""What PAPS, a lawyer or the police must confirm before launch is marked, listed, and seen by editors."""

from pathlib import Path

import pytest

from bot.container import GUIDANCE, LOCALES
from bot.guidance.catalogue import Catalogue
from bot.guidance.check_report import report, to_confirm
from bot.guidance.errors import GuidanceError
from bot.store.guidance_files import read_catalogue


def test_what_is_to_be_confirmed_stands_in_the_note_and_in_the_list(catalogue: Catalogue) -> None:
    listed = to_confirm(catalogue)
    assert "step.paps.minor" in listed["paps"]
    assert "question.law_logs" in listed["lawyer"]
    assert any(line.startswith("to be confirmed by the police (") for line in report(catalogue, grade=lambda _: 0))
    for entry in catalogue.entries.values():
        assert ("To be confirmed by" in entry.note) >= bool(entry.confirm), entry.key


def test_an_unknown_one_to_confirm_is_refused_with_file_and_key(tmp_path: Path) -> None:
    for file in GUIDANCE.glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        if file.name == "entries.yml":
            text = text.replace("  greet:\n", "  greet:\n    confirm: [somebody]\n", 1)
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    (tmp_path / "questions").mkdir()
    with pytest.raises(GuidanceError, match=r"entries\.yml: greet: .*somebody"):
        read_catalogue(folder=tmp_path, locales=LOCALES)
