"""A question added while everything runs is answered by every process, in both languages, and gone again once it is removed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guidance.question_files import put, question
from tests.journeys.processes import ROOT, Service
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until

PARTS = ("actions", "bot", "components", "data", "locales", "scripts", "understanding")
FILES = (
    "config.yml",
    "credentials.yml",
    "domain.yml",
    "endpoints.yml",
    "pyproject.toml",
    "supervisord.conf",
    "uv.lock",
)
ENVIRONMENTS = (".venv", "components/.venv")
WITHIN = 60.0
"""Seconds that are waited at most: processes look every few seconds, and a busy machine takes longer."""

DOG = question(
    ja=[
        "警察に犬を連れて行ってもいいですか",
        "犬も一緒に警察署に入れますか",
        "警察署って犬連れでも平気?",
        "うちの犬を警察に連れて行きたい",
        "犬を置いて行けないので警察署に一緒に行けますか",
        "けいさつに いぬを つれていける?",
        "相談のとき犬がそばにいてもいいですか、警察で",
        "交番に犬と行ってもいい?",
        "警察署にペットの犬は入れますか",
        "keisatsu ni inu tsuretette ii?",
    ],
    en=[
        "may i bring my dog to the police station",
        "can my dog come with me to the police",
        "are dogs allowed at the police station",
        "is it ok to take a dog to the police",
        "can't leave my dog alone, can she come to the police too",
        "police station with a dog ok?",
        "i want my dog next to me when i talk to the police",
        "do they let dogs into a police station",
        "dog at the koban allowed?",
        "can i take my puppy when i go to the police",
    ],
    answers={
        "any": {
            "ja": "犬を連れて入れるかは警察署によります。行く前に、その警察署に聞いてみてください。",
            "en": "Whether a dog may come in depends on the police station. Ask that station before you go.",
        }
    },
)
ASKED = {"ja": "犬といっしょに警察に行ける?", "en": "could my dog come along to the police station?"}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the processes need of the project, so that its guidance can be changed."""
    root = tmp_path_factory.mktemp("project")
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns(".venv", "__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, root / file)
    for environment in ENVIRONMENTS:
        (root / environment).symlink_to(ROOT / environment)
    vectors = root / "var" / "models" / "question_vectors.npz"
    vectors.parent.mkdir(parents=True)
    (root / "var" / "run").mkdir()
    shutil.copy(ROOT / "var" / "models" / vectors.name, vectors)
    return root


@pytest.fixture(scope="module")
def running(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(tmp_path_factory.mktemp("service") / "own")
    service.root = copied
    with service:
        yield service


def answered(site: str, language: str) -> bool:
    """Say whether somebody who comes now and asks gets the answer that was added."""
    with Visitor(site, language=language) as person:
        person.writes(ASKED[language])
        said = " ".join(bubble.text for bubble in person.answer())
    return DOG["answers"]["any"][language] in said


@pytest.mark.service
def test_a_question_added_is_answered_and_gone_after_its_removal(running: Service) -> None:
    folder = running.root / "data" / "guidance" / "questions"
    assert not any(answered(running.site, language) for language in ASKED)
    added = put(folder, "with_a_dog", may_a_dog_come=DOG)
    until(
        lambda: all(answered(running.site, language) for language in ASKED),
        what="the added question to be answered in both languages",
        within=WITHIN,
    )
    added.write_text("questions: {may_a_dog_come: {ja: [", encoding="utf-8")
    until(
        lambda: "with_a_dog.yml" in str(running.health().get("guidance")),
        what="/health to name the broken file",
        within=WITHIN,
    )
    assert all(answered(running.site, language) for language in ASKED)
    added.unlink()
    until(
        lambda: not any(answered(running.site, language) for language in ASKED),
        what="the question to be gone",
        within=WITHIN,
    )
