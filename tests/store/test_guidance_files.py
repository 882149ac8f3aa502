"""Guidance files that are not right stop the start, and the fault names file and key."""

from pathlib import Path

import pytest

from bot.container import LOCALES
from bot.guidance.errors import GuidanceError
from bot.store.guidance_files import read_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Guidance as small as it can be."""
    made = tmp_path / "guidance"
    (made / "questions").mkdir(parents=True)
    for name in ("entries", "buttons", "contacts", "links", "platforms", "sources"):
        (made / f"{name}.yml").write_text(f"renew_after_days: 1\n{name}: {{}}\n", encoding="utf-8")
    (made / "papers.yml").write_text("papers: {}\n", encoding="utf-8")
    (made / "plans.yml").write_text("choices: {}\nplans: {}\ntopics: {}\n", encoding="utf-8")
    return made


def test_guidance_may_be_small(folder: Path) -> None:
    catalogue = read_catalogue(folder=folder, locales=LOCALES)
    assert (catalogue.entries, catalogue.plans.topics) == ({}, {})


@pytest.mark.parametrize(
    ("file", "content", "named"),
    [
        ("entries.yml", "entries: [", "entries.yml"),
        ("entries.yml", "- a list", "entries.yml"),
        ("entries.yml", "entries: {greet: {buttons: []}}", "greet"),
        ("buttons.yml", "buttons: {plan.next: {about: x}}", "plan.next"),
        ("contacts.yml", "renew_after_days: 1\ncontacts: {paps: {name: {ja: a, en: b}}}", "paps"),
        ("contacts.yml", "renew_after_days: x\ncontacts: {paps: {name: {ja: a}, source: s, mark: verified, verified: 2026-01-01}}", "paps"),
        ("links.yml", "renew_after_days: 1\nlinks: {ihc: {name: {ja: a}, source: s, mark: guessed, verified: 2026-01-01}}", "ihc"),
        ("platforms.yml", "platforms: {x: 3}", "x"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_named(folder: Path, file: str, content: str, named: str) -> None:
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(GuidanceError, match=named) as fault:
        read_catalogue(folder=folder, locales=LOCALES)
    assert file in str(fault.value)


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "plans.yml").unlink()
    with pytest.raises(GuidanceError, match=r"plans\.yml"):
        read_catalogue(folder=folder, locales=LOCALES)


def test_a_missing_folder_of_questions_is_named(folder: Path) -> None:
    (folder / "questions").rmdir()
    with pytest.raises(GuidanceError, match="data/guidance/questions is missing: make the folder"):
        read_catalogue(folder=folder, locales=LOCALES)


def test_a_question_with_a_fault_is_left_out_and_stops_no_start(folder: Path) -> None:
    (folder / "questions" / "here.yml").write_text("questions: {may_i_wait: {}}", encoding="utf-8")
    questions = read_catalogue(folder=folder, locales=LOCALES).questions
    assert len(questions) == 0
    assert "data/guidance/questions/here.yml:1: may_i_wait: note is missing" in questions.faults


def test_words_that_are_not_compiled_are_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=r"guidance\.mo is missing: run scripts/"):
        read_catalogue(folder=folder, locales=tmp_path)
