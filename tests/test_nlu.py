"""`python -m bot nlu`: the sentences that are read and the figures that are given, without the model."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot import nlu
from bot.container import load_catalogue
from bot.conversation.danger.detector import DangerDetector
from bot.nlu import MeasureError, read_sentences, understand
from bot.nlu_figures import Sentence, UnderstoodSentence, figures
from understanding.context import context_of
from understanding.reading import CLEAR, DOUBT, NONE, Danger, Reading

SHORT = 25
"""Characters up to which two people may have written the same."""


def file(tmp_path: Path, content: str) -> Path:
    written = tmp_path / "rows.tsv"
    written.write_text(content, encoding="utf-8")
    return written


def test_rows_are_read_by_column_whatever_else_there_is(tmp_path: Path) -> None:
    sentences = read_sentences(
        file(tmp_path, 'id\tlang\ttext\tlabel\tsecondary\n1\tja\t"消したい\ttakedown_how\t\n2\ten\thi\tgreet\tthanks\n')
    )
    assert sentences == [
        Sentence(language="ja", label="takedown_how", secondary="", text='"消したい'),
        Sentence(language="en", label="greet", secondary="thanks", text="hi"),
    ]


@pytest.mark.parametrize("name", ["ja", "en"])
def test_the_projects_own_rows_can_be_read(root: Path, name: str) -> None:
    sentences = read_sentences(root / "tests" / "nlu" / f"{name}.tsv")
    assert {sentence.language for sentence in sentences} == {name}
    assert len({sentence.label for sentence in sentences}) == 37


@pytest.mark.parametrize("language", ["ja", "en"])
def test_there_are_many_rows_of_each_intent_and_of_danger_and_none_was_learnt_from(root: Path, language: str) -> None:
    files = [root / "tests" / "nlu" / f"{name}{language}.tsv" for name in ("", "danger_")]
    sentences, dangers = map(read_sentences, files)
    assert min(Counter(sentence.label for sentence in sentences).values()) >= 40
    levels = Counter("danger" if one.is_danger else one.danger for one in [*dangers, *sentences])
    assert levels["danger"] >= 300
    assert levels["near"] >= 300
    questions = {one.question for one in [*dangers, *sentences]} - {"", "-", "?"}
    assert questions <= set(load_catalogue().questions)
    learnt = {line.rsplit("\t")[-1] for file in (root / "data").glob(f"*/{language}/*.tsv") for line in _lines(file)}
    assert [one.text for one in [*dangers, *sentences] if one.text in learnt and len(one.text) > SHORT] == []


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("lang\ttext\nja\ta\n", r"rows\.tsv:1: no column label"),
        ("", r"rows\.tsv:1: no column label, lang, text"),
        ("lang\tlabel\ttext\nfr\tgreet\tsalut\n", r"rows\.tsv:2: needs lang ja or en"),
        ("lang\tlabel\ttext\nja\tgreet\ta\nja\tgreet\n", r"rows\.tsv:3: needs lang"),
        ("lang\tlabel\tdanger\ttext\nja\tgreet\tgrave\ta\n", r"rows\.tsv:2: danger is one of none"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, content: str, problem: str) -> None:
    with pytest.raises(MeasureError, match=problem):
        read_sentences(file(tmp_path, content))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.tsv").write_bytes(b"lang\tlabel\ttext\nja\tgreet\t\xff\xfe\n")
    for name in ("latin.tsv", "missing.tsv"):
        with pytest.raises(MeasureError, match=name):
            read_sentences(tmp_path / name)


def understood(label: str, intent: str, *others: str, secondary: str = "", danger: str = NONE) -> UnderstoodSentence:
    sentence = Sentence(language="ja", label=label, secondary=secondary, text="words")
    return UnderstoodSentence(sentence=sentence, intent=intent, ranking=(intent, *others), danger=danger)


def test_the_figures_are_shares_of_what_was_measured() -> None:
    sentences = [
        understood("greet", "greet"),
        understood("greet", "thanks", "greet", secondary="thanks"),
        understood("doxxed", "cost_question", "paps", "doxxed"),
        understood("crisis_suicide", "greet", danger=CLEAR),
        understood("immediate_danger", "immediate_danger", danger=DOUBT),
        understood("crisis_self_harm", "crisis_self_harm"),
        understood("crisis_suicide", "crisis_suicide"),
        understood("greet", "greet", secondary="crisis_suicide", danger=CLEAR),
        understood("thanks", "thanks", danger=CLEAR),
        understood("thanks", "thanks", danger=DOUBT),
        understood("thanks", "thanks", danger=DOUBT),
    ]
    found = figures(sentences, "ja")
    assert found["rows"] == 11
    assert found["top1"] == round(8 / 11, 4)
    assert found["top1_secondary"] == round(9 / 11, 4)
    assert found["top3"] == round(10 / 11, 4)
    assert found["danger_recall"] == 0.5
    assert found["danger_false_positive_rate"] == round(1 / 6, 4)
    assert found["danger_asked_rate"] == round(2 / 6, 4)
    assert {"label": "doxxed", "understood": "cost_question", "count": 1} in found["confusions"]
    assert figures(sentences, "") == found


def test_where_nothing_was_measured_there_is_no_figure() -> None:
    found = figures([understood("greet", "greet")], "en")
    assert (found["rows"], found["top1"], found["danger_recall"]) == (0, None, None)


PARSED: dict[str, Danger] = {
    "the river would take me, maybe": Danger(level=DOUBT, kind="crisis_suicide"),
    "a knife at my throat": Danger(level=CLEAR, kind="immediate_danger"),
    "what does this cost": Danger(),
}


def test_danger_is_measured_as_a_conversation_acts_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules alone hear the wish to die; where they are silent, what Rasa read counts; a doubt of Rasa's is asked about."""
    asked: list[dict[str, Any]] = []

    def parse(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        asked.extend(messages)
        return [
            {"intent": "chitchat", "ranking": [{"name": "chitchat"}], "reading": _read(message["text"])}
            for message in messages
        ]

    monkeypatch.setattr(nlu, "_parse", parse)
    texts = ["I want to kill myself", *PARSED, "..."]
    sentences = [Sentence(language="en", label="greet", secondary="", text=text) for text in texts]
    found = understand(sentences, danger_detector=DangerDetector())
    assert [one.danger for one in found] == [CLEAR, DOUBT, CLEAR, NONE, NONE]
    assert [message["text"] for message in asked] == texts
    contexts = [context_of(message["metadata"]) for message in asked]
    assert {(context.language, context.safety, context.asked) for context in contexts} == {("en", "calm", "safe")}


def _read(text: str) -> dict[str, Any] | None:
    return None if text == "..." else Reading(danger=PARSED.get(text, Danger())).as_json()
