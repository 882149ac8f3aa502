"""Questions for tests, and folders of files with them."""

from pathlib import Path
from typing import Any

import yaml

from bot.guidance.catalogue import Catalogue
from bot.guidance.question_entries import with_questions
from bot.guidance.questions import Questions
from bot.store.question_files import read_questions

JA = ["黙って待ってもいい", "待っててもいいかな", "このまま待つ", "ここで待っていい?", "まだ待つべき?", "ずっと待つの?", "待てばいいの", "待機でOK?", "待ってれば終わる?", "matte ii no"]  # fmt: skip
EN = ["may i just wait", "is waiting ok", "should i wait it out", "can i wait here", "do i have to wait", "wait or not", "how about waiting", "i want to wait", "waiting fine?", "if i wait"]  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "minor": {
        "when": {"age": ["minor"], "role": ["self", ""]},
        "ja": "待っていて大丈夫です。きょうは一つだけ、書いておきましょう。",
        "en": "Yes, you can wait. Today, write one thing down.",
        "contacts": ["paps"],
    },
    "any": {
        "ja": "はい、待つこともできます。先に記録を残しましょう。",
        "en": "Yes, you may wait. Keep a record first.",
        "buttons": ["plan.next"],
    },
}


def question(**fields: Any) -> dict[str, Any]:
    """Return a question as it is written, with other fields; None takes one away."""
    asked = {
        "note": "Waiting is allowed.",
        "topics": [],
        "roles": [],
        "confirm": [],
        "ja": JA,
        "en": EN,
        "answers": OWN,
    }
    return {name: value for name, value in {**asked, **fields}.items() if value is not None}


def another(**fields: Any) -> dict[str, Any]:
    """Return a second question, with wordings of its own."""
    japanese, english = [f"{text}、電話で" for text in JA], [f"{text}, by phone" for text in EN]
    return question(**{"ja": japanese, "en": english, **fields})


def answer(**fields: Any) -> dict[str, Any]:
    """Return the answers of a question that has one for everybody, with other fields; None takes one away."""
    changed = {name: value for name, value in {**OWN["any"], **fields}.items() if value is not None}
    return {"answers": {"any": changed}}


def put(folder: Path, family: str, **questions: Any) -> Path:
    """Write a file of questions and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{family}.yml"
    text = yaml.safe_dump({"questions": questions}, allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8")
    return file


def faults(folder: Path, catalogue: Catalogue) -> list[str]:
    """Return what is wrong with the files of a folder."""
    return [str(fault) for fault in read_questions(folder, catalogue=catalogue).faults]


def followed(folder: Path, catalogue: Catalogue) -> Catalogue:
    """Return a catalogue with the questions of a folder."""
    return with_questions(catalogue, Questions(read_questions(folder, catalogue=catalogue).questions))
