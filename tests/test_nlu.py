"""`python -m bot nlu`: the sentences that are read and the figures that are given, without the model."""

from pathlib import Path

import pytest

from bot.nlu import MeasureError, Sentence, UnderstoodSentence, figures, read_sentences


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


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("lang\ttext\nja\ta\n", r"rows\.tsv:1: no column label"),
        ("", r"rows\.tsv:1: no column label, lang, text"),
        ("lang\tlabel\ttext\nfr\tgreet\tsalut\n", r"rows\.tsv:2: needs lang ja or en"),
        ("lang\tlabel\ttext\nja\tgreet\ta\nja\tgreet\n", r"rows\.tsv:3: needs lang"),
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


def understood(label: str, intent: str, *others: str, secondary: str = "", danger: bool = False) -> UnderstoodSentence:
    sentence = Sentence(language="ja", label=label, secondary=secondary, text="words")
    return UnderstoodSentence(sentence=sentence, intent=intent, ranking=(intent, *others), danger=danger)


def test_the_figures_are_shares_of_what_was_measured() -> None:
    sentences = [
        understood("greet", "greet"),
        understood("greet", "thanks", "greet", secondary="thanks"),
        understood("doxxed", "cost_question", "paps", "doxxed"),
        understood("crisis_suicide", "greet", danger=True),
        understood("crisis_self_harm", "crisis_self_harm"),
        understood("greet", "greet", secondary="crisis_suicide", danger=True),
        understood("thanks", "thanks", danger=True),
    ]
    found = figures(sentences, "ja")
    assert found["rows"] == 7
    assert found["top1"] == round(4 / 7, 4)
    assert found["top1_secondary"] == round(5 / 7, 4)
    assert found["top3"] == round(6 / 7, 4)
    assert found["danger_recall"] == 0.5
    assert found["danger_false_positive_rate"] == 0.25
    assert {"label": "doxxed", "understood": "cost_question", "count": 1} in found["confusions"]
    assert figures(sentences, "") == found


def test_where_nothing_was_measured_there_is_no_figure() -> None:
    found = figures([understood("greet", "greet")], "en")
    assert (found["rows"], found["top1"], found["danger_recall"]) == (0, None, None)
