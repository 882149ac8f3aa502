"""Both languages say the same because somebody compared them: the reader's list, and what it names."""

from datetime import date
from pathlib import Path

import pytest

from bot.container import GUIDANCE
from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import GuidanceError
from bot.guidance.read_list import Reading, keys_to_read, reading_of, unread
from bot.guidance_command import read
from bot.language import Language
from bot.store.read_list_file import READ_LIST, as_text, read_list
from tests.guidance.test_check import reworded

DAY = date(2026, 11, 29)


@pytest.fixture
def compared(catalogue: Catalogue) -> dict[str, Reading]:
    return {key: reading_of(catalogue, key, day=DAY) for key in keys_to_read(catalogue)}


def test_every_entry_that_is_shipped_was_compared(catalogue: Catalogue) -> None:
    assert list(unread(catalogue, read_list(GUIDANCE / READ_LIST))) == []


def test_words_that_changed_in_one_language_are_named(catalogue: Catalogue, compared: dict[str, Reading]) -> None:
    assert list(unread(catalogue, compared)) == []
    english = catalogue.words.text("greet", language=Language.EN) or ""
    changed = reworded(catalogue, "greet", "ちがう言葉です。", english)
    [found] = unread(changed, compared)
    assert found == "read.yml: greet: ja changed since both languages were compared: python -m bot guidance read greet"


def test_a_new_entry_and_one_that_is_gone_are_named(catalogue: Catalogue, compared: dict[str, Reading]) -> None:
    gone = {**compared, "no.such": compared["greet"]}
    del gone["menu"]
    assert list(unread(catalogue, gone)) == [
        "read.yml: menu: nobody has compared both languages: python -m bot guidance read menu",
        "read.yml: no.such: there is no such entry",
    ]


def test_the_command_shows_both_languages_and_writes_one_line(
    catalogue: Catalogue, compared: dict[str, Reading], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / READ_LIST
    del compared["greet"]
    file.write_text(as_text(compared), encoding="utf-8")
    assert read(["greet"], file=file) == 0
    printed = capsys.readouterr().out
    assert all((catalogue.words.text("greet", language=language) or "-") in printed for language in Language)
    assert list(unread(catalogue, read_list(file))) == []
    before = file.read_text(encoding="utf-8")
    assert read(["greet", "no.such"], file=file) == 1
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("text", ["", "read: [", "read: {greet: {on: 2026-11-29}}", "read: {greet: {on: soon}}"])
def test_a_broken_list_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / READ_LIST
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GuidanceError, match=READ_LIST):
        read_list(file)
