"""`python -m bot guidance check` and `questions`: every fault with its line and code 1; every question in one line."""

from pathlib import Path

import pytest

from bot import guidance_command
from bot.guidance.catalogue import Catalogue
from bot.guidance.question_entries import with_questions
from bot.guidance.questions import Questions
from bot.store.question_files import read_questions
from tests.guidance.question_files import another, put, question


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose questions the commands read."""

    def load() -> Catalogue:
        read = read_questions(tmp_path, catalogue=catalogue)
        return with_questions(catalogue, Questions(read.questions, faults=[str(fault) for fault in read.faults]))

    monkeypatch.setattr(guidance_command, "load_catalogue", load)
    return tmp_path


def test_check_prints_each_fault_and_ends_with_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "here", may_i_wait=question(topics=["weather"]))
    assert guidance_command.check() == 1
    printed = capsys.readouterr()
    assert "data/guidance/questions/here.yml:5: may_i_wait: topics: there is no topic weather\n" in printed.err
    assert printed.out.splitlines()[-1].endswith(" problem(s)")  # entries lead to questions that are not in this folder


def test_questions_lists_id_wordings_roles_and_who_confirms(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(
        folder,
        "here",
        may_i_wait=question(),
        by_phone=another(roles=["self", "friend", ""], confirm=["paps", "police"]),
    )
    assert guidance_command.questions() == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["may_i_wait", "ja:10", "en:10", "anybody"],
        ["by_phone", "ja:10", "en:10", "self,friend,unknown", "(confirm:", "paps,police)"],
        ["guidance:", "2", "question(s)"],
    ]
