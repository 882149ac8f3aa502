"""The adapter of the encoder fits the sentences it was learnt from, or it is said why not."""

import json
from pathlib import Path

import pytest

from understanding.adapter import FOLDER, LEARNT, WEIGHTS, digest_of_file, digest_of_sentences, fault


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a sentence of each kind and an adapter that was learnt from them."""
    for name in ("data/nlu/ja/greet.yml", "data/messages/en/adults.tsv", f"{FOLDER}/{WEIGHTS}"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("こんにちは\n", encoding="utf-8")
    told = {
        "sentences": digest_of_sentences(tmp_path),
        "weights": digest_of_file(tmp_path / FOLDER / WEIGHTS),
    }
    (tmp_path / FOLDER / LEARNT).write_text(json.dumps(told), encoding="utf-8")
    return tmp_path


def test_an_adapter_that_fits_has_no_fault(project: Path) -> None:
    assert fault(project) == ""


def test_line_ends_make_no_difference(project: Path) -> None:
    (project / "data/nlu/ja/greet.yml").write_bytes("こんにちは\r\n".encode())
    assert fault(project) == ""


@pytest.mark.parametrize("name", ["data/nlu/ja/greet.yml", "data/messages/en/adults.tsv"])
def test_other_sentences_do_not_fit(project: Path, name: str) -> None:
    (project / name).write_text("もう一つ\n", encoding="utf-8")
    assert "learnt from other sentences" in fault(project)


def test_a_damaged_adapter_is_told(project: Path) -> None:
    (project / FOLDER / WEIGHTS).write_bytes(b"half a file")
    assert f"{FOLDER}/{WEIGHTS} is damaged" in fault(project)


@pytest.mark.parametrize("name", [WEIGHTS, LEARNT])
def test_a_missing_file_is_named(project: Path, name: str) -> None:
    (project / FOLDER / name).unlink()
    assert fault(project).startswith(f"{FOLDER}/{name} is missing")


@pytest.mark.parametrize("content", ["", "[]", "{}"])
def test_a_description_that_cannot_be_read_is_told(project: Path, content: str) -> None:
    (project / FOLDER / LEARNT).write_text(content, encoding="utf-8")
    assert f"{FOLDER}/{LEARNT} cannot be read" in fault(project)


def test_the_projects_own_adapter_fits(root: Path) -> None:
    assert fault(root) == ""
