"""A running bot takes up changed files of questions, all at once, and goes on with the last good ones where they have a fault."""

import asyncio
import logging
import os
from pathlib import Path

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.language import Language
from bot.periodic import ROUND
from bot.store.question_files import QuestionFiles
from tests.guidance.question_files import another, answer, followed, put, question

LOOKS = 3
"""Looks until a change is in use: it is seen, it is still the same, and one more for luck."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "questions"
    put(made, "here", may_i_wait=question())
    return made


@pytest.fixture
async def files(folder: Path, catalogue: Catalogue) -> QuestionFiles:
    following = QuestionFiles(folder, catalogue=followed(folder, catalogue))
    await look(following)
    return following


async def look(files: QuestionFiles) -> None:
    """Let as much time pass as a change may take."""
    for _ in range(LOOKS):
        await files.look()


def said(files: QuestionFiles) -> dict[str, str | None]:
    return {question: files.questions.choose(question, Answers()) for question in files.questions}


def test_a_change_is_in_use_within_ten_seconds() -> None:
    assert ROUND.total_seconds() * (LOOKS + 1) < 10


async def test_added_changed_and_removed_files_are_taken_up(files: QuestionFiles, folder: Path) -> None:
    added = put(folder, "phone", by_phone=another())
    await look(files)
    assert said(files) == {"may_i_wait": "question.may_i_wait.any", "by_phone": "question.by_phone.any"}
    put(folder, "phone", by_phone=another(say="paps", answers=None))
    await look(files)
    assert said(files)["by_phone"] == "paps"
    added.unlink()
    await look(files)
    assert said(files) == {"may_i_wait": "question.may_i_wait.any"}


async def test_other_words_of_the_same_length_written_within_the_same_second_are_taken_up(
    folder: Path, catalogue: Catalogue
) -> None:
    shown = followed(folder, catalogue)
    files = QuestionFiles(folder, catalogue=shown)
    await look(files)
    put(folder, "here", may_i_wait=question(**answer(en="Yes, you can. Keep a record first.", ja="はい。")))
    await look(files)
    put(folder, "here", may_i_wait=question(**answer(en="Yes, you may. Keep a record first.", ja="はい。")))
    await look(files)
    assert shown.say("question.may_i_wait.any", language=Language.EN).text == "Yes, you may. Keep a record first."


async def test_a_file_that_is_put_in_the_place_of_another_is_taken_up(files: QuestionFiles, folder: Path) -> None:
    fresh = put(folder.parent / "elsewhere", "here", by_phone=another())
    kept = (folder / "here.yml").stat()
    os.utime(fresh, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    fresh.replace(folder / "here.yml")
    await look(files)
    assert list(files.questions) == ["by_phone"]


async def test_a_file_that_is_still_being_written_waits(files: QuestionFiles, folder: Path) -> None:
    whole = put(folder.parent / "elsewhere", "phone", by_phone=another()).read_text(encoding="utf-8")
    for end in (20, 200, len(whole)):
        (folder / "phone.yml").write_text(whole[:end], encoding="utf-8")
        await files.look()
        assert (list(files.questions), files.questions.faults) == (["may_i_wait"], ())
    await files.look()
    assert list(files.questions) == ["may_i_wait", "by_phone"]


async def test_a_fault_changes_nothing_and_is_told_and_logged_once(
    files: QuestionFiles, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(folder, "phone", by_phone=another())
    put(folder, "here", may_i_wait=question(topics=["weather"]))
    with caplog.at_level(logging.ERROR, logger="bot.store.question_files"):
        for _ in range(3):
            await look(files)
    fault = "data/guidance/questions/here.yml:5: may_i_wait: topics: there is no topic weather"
    assert list(files.questions.faults) == [fault]
    assert [record.getMessage() for record in caplog.records] == [f"the questions stay as they were: {fault}"]
    assert said(files) == {"may_i_wait": "question.may_i_wait.any"}
    put(folder, "here", may_i_wait=question(say="paps", answers=None))
    await look(files)
    assert list(files.questions.faults) == []
    assert said(files) == {"may_i_wait": "paps", "by_phone": "question.by_phone.any"}


async def test_a_folder_that_is_gone_is_told_and_one_that_comes_back_is_read(
    files: QuestionFiles, folder: Path
) -> None:
    await asyncio.to_thread(folder.rename, folder.parent / "elsewhere")
    await look(files)
    assert "is missing: make the folder" in files.questions.faults[0]
    assert list(files.questions) == ["may_i_wait"]
    await asyncio.to_thread((folder.parent / "elsewhere").rename, folder)
    await look(files)
    assert files.questions.faults == ()


async def test_a_turn_sees_all_of_the_old_set_or_all_of_the_new_one(files: QuestionFiles, folder: Path) -> None:
    put(folder, "here", may_i_wait=question(say="paps", answers=None), by_phone=another(say="paps", answers=None))
    old, new = {"may_i_wait": "question.may_i_wait.any"}, {"may_i_wait": "paps", "by_phone": "paps"}
    looking = asyncio.ensure_future(look(files))
    seen = []
    while not looking.done():
        seen.append(said(files))
        await asyncio.sleep(0)
    assert all(one in (old, new) for one in seen)
    assert said(files) == new
