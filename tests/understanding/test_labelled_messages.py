"""The labelled messages that are learnt from name only what there is."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

COLUMNS = {
    "messages": ["needs", "question", "danger", "role", "text"],
    "conversations": ["asked", "does", "needs", "question", "danger", "role", "text"],
}


@pytest.fixture(scope="module")
def intents(root: Path) -> set[str]:
    """All intents of Rasa's domain."""
    return set(yaml.safe_load((root / "domain.yml").read_text(encoding="utf-8"))["intents"])


@pytest.fixture(scope="module")
def questions(root: Path) -> set[str]:
    """All questions of the shipped catalogue."""
    files = (root / "data/guidance/questions").glob("*.yml")
    return {name for file in files for name in yaml.safe_load(file.read_text(encoding="utf-8"))["questions"]}


def rows(root: Path, kind: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a folder of data with its file and line."""
    for file in sorted((root / "data" / kind).glob("*/*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            found = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            assert next(found) == COLUMNS[kind], file
            for cells in found:
                if cells:
                    assert len(cells) == len(COLUMNS[kind]), f"{file}, line {found.line_num}"
                    yield f"{file.name}, line {found.line_num}", dict(zip(COLUMNS[kind], cells, strict=True))


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_names_intents_and_questions_that_exist(
    root: Path, kind: str, intents: set[str], questions: set[str]
) -> None:
    unknown = [
        place
        for place, row in rows(root, kind)
        if not {"-", *intents}.issuperset(row["needs"].split(",")) or row["question"] not in {"-", "?", *questions}
    ]
    assert unknown == []


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_text_is_short_and_free_of_rasas_markup(root: Path, kind: str) -> None:
    wrong = [
        place
        for place, row in rows(root, kind)
        if not 1 <= len(row["text"]) <= 400 or row["text"].startswith("/") or set("[]{}|") & set(row["text"])
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", COLUMNS)
def test_both_languages_have_the_same_files(root: Path, kind: str) -> None:
    names = [{file.name for file in (root / "data" / kind / language).glob("*.tsv")} for language in ("ja", "en")]
    assert names[0] == names[1] != set()
