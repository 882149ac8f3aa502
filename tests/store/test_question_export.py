"""Published answers of questions go into the files that they came from; nothing else in them changes."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.revisions import Item, Part, Published
from bot.language import Language
from bot.store.question_export import put_texts, question_files
from tests.guidance.translation_files import WORDS, Bodies

FILE = """\
# Questions about waiting.
questions:
  may_i_wait:
    note: >-
      Waiting is allowed.
    ja: [待っていい]  # one is enough here
    en: [may i wait]
    answers:
      minor:
        ja: >-
          はい。


          待てます。
        en: |-
          Yes.

          You can wait.
        contacts: [paps]
      # everybody else
      any: {ja: "はい。", en: Yes}
  by_phone:
    say: paps
"""
PLACE = ("questions", "may_i_wait", "answers")


def published(*bodies: tuple[str, Language, str]) -> Published:
    found: Bodies = {(Item(part=Part.WORDS, key=key), language): body for key, language, body in bodies}
    return Published(version=1, bodies=found)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "guidance" / "questions"
    folder.mkdir(parents=True)
    (folder / "wait.yml").write_text(FILE, encoding="utf-8")
    (folder / "other.yml").write_text("questions: {other: {say: paps}}", encoding="utf-8")
    return tmp_path


def test_only_the_lines_of_a_published_answer_change(root: Path) -> None:
    files = question_files(
        root,
        published(
            ("question.may_i_wait.minor", Language.JA, "はい。\n\nここで\n待てます。"),
            ("question.may_i_wait.minor", Language.EN, "Yes.\n\nPlease wait."),
            ("question.may_i_wait.any", Language.EN, 'Yes: "wait".'),
            ("menu", Language.EN, "Choose."),
        ),
    )
    expected = (
        FILE.replace("          待てます。\n", "          ここで\n\n          待てます。\n")
        .replace("You can wait.", "Please wait.")
        .replace("en: Yes}", 'en: "Yes: \\"wait\\"."}')
    )
    assert files == {"data/guidance/questions/wait.yml": expected}


def test_what_the_file_says_already_changes_no_byte(root: Path) -> None:
    files = question_files(root, published(("question.may_i_wait.minor", Language.JA, "はい。\n\n待てます。")))
    assert files == {"data/guidance/questions/wait.yml": FILE}


def test_an_answer_that_is_in_no_file_is_left_out(root: Path) -> None:
    gone = [("question.gone.any", Language.EN, "Yes."), ("question.may_i_wait.gone", Language.EN, "Yes.")]
    assert set(question_files(root, published(*gone)).values()) <= {FILE}
    assert question_files(root, published()) == {}


@given(WORDS.filter(bool), st.sampled_from(["minor", "any"]), st.sampled_from(["ja", "en"]))
def test_any_words_come_back_as_they_were(text: str, name: str, language: str) -> None:
    place = (*PLACE, name, language)
    after = yaml.safe_load(put_texts(FILE, {place: text}))
    assert after["questions"]["may_i_wait"]["answers"][name][language] == text
