"""Whole conversations, written by people who had not seen a training sentence, typed through all three processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.container import load_catalogue
from bot.dialogues import read_dialogues
from bot.guidance.questions import PREFIX
from bot.language import Language
from tests.journeys.processes import ROOT, Service

DIALOGUES = ROOT / "tests" / "dialogues"
AT_LEAST = {
    "ja": {
        "turns_right": 0.755,
        "questions_answered": 0.765,
        "f1_age_and_platform": 0.945,
        "f1_role_state_who": 0.725,
        "danger_heard": 0.86,
    },
    "en": {
        "turns_right": 0.75,
        "questions_answered": 0.73,
        "f1_age_and_platform": 0.94,
        "f1_role_state_who": 0.675,
        "danger_heard": 0.8,
    },
}
AT_MOST = {
    "ja": {"asked_again": 5, "bubbles_repeated": 0, "wrong_for_this_person": 10, "wrong_language": 0, "danger_false": 0.03, "danger_stuck": 4},
    "en": {"asked_again": 7, "bubbles_repeated": 0, "wrong_for_this_person": 10, "wrong_language": 0, "danger_false": 0.03, "danger_stuck": 3},
}  # fmt: skip
"""What was reached once, and may only become better; what is aimed at is far above."""


@pytest.mark.service
def test_whole_conversations_are_followed_no_worse_than_before(service: Service) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "dialogues", str(DIALOGUES), "--json"],
        cwd=ROOT,
        env=service._environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=1200,
    )
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    too_low = [
        (language, name, report[language][name])
        for language, floors in AT_LEAST.items()
        for name, floor in floors.items()
        if report[language][name] < floor
    ]
    too_high = [
        (language, name, report[language][name])
        for language, ceilings in AT_MOST.items()
        for name, ceiling in ceilings.items()
        if report[language][name] > ceiling
    ]
    assert not [*too_low, *too_high]


def test_every_dialogue_names_entries_that_there_are() -> None:
    catalogue = load_catalogue()
    named = {*catalogue.entries, *(f"{PREFIX}{question}" for question in catalogue.questions)}
    unknown = {
        (dialogue.name, key)
        for dialogue in read_dialogues([DIALOGUES])
        for turn in dialogue.turns
        for key in turn.right | turn.never
        if key not in named
    }
    assert not unknown


@pytest.mark.parametrize("language", Language)
def test_there_are_sixty_conversations_of_four_to_ten_turns(language: Language) -> None:
    dialogues = read_dialogues([DIALOGUES / language.value])
    assert len(dialogues) >= 60
    assert {4 <= len(dialogue.turns) <= 10 for dialogue in dialogues} == {True}


def test_no_dialogue_repeats_a_training_sentence() -> None:
    trained = "\n".join(file.read_text(encoding="utf-8") for file in sorted(Path(ROOT / "data" / "nlu").rglob("*.yml")))
    known = {line.strip().removeprefix("- ").strip() for line in trained.splitlines()}
    said = [turn.says for dialogue in read_dialogues([DIALOGUES]) for turn in dialogue.turns if len(turn.says) > 12]
    assert not [text for text in said if text in known]
