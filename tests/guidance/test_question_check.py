"""Everything that can be wrong with a file of questions is named by file, line and reason, and never by a wording."""

from pathlib import Path
from typing import Any

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import GuidanceError
from bot.store.question_files import read_questions
from tests.guidance.question_files import EN, JA, OWN, another, answer, faults, put, question

FOLDER = "data/guidance/questions"
WHEN_CHILD = {"when": {"age": ["minor"]}}


def test_questions_that_are_right_have_no_fault(tmp_path: Path, catalogue: Catalogue) -> None:
    put(tmp_path, "here", may_i_wait=question(), by_phone=another(say="paps", answers=None, roles=["self", ""]))
    put(tmp_path, "nothing")
    assert faults(tmp_path, catalogue) == []
    assert list(read_questions(tmp_path, catalogue=catalogue).questions.questions) == ["may_i_wait", "by_phone"]


def test_an_empty_folder_is_right_and_a_missing_one_says_what_to_do(tmp_path: Path, catalogue: Catalogue) -> None:
    assert faults(tmp_path, catalogue) == []
    with pytest.raises(GuidanceError, match="data/guidance/questions is missing: make the folder"):
        read_questions(tmp_path / "none", catalogue=catalogue)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"note": None}, "note is missing"),
        ({"note": " "}, "note: empty"),
        ({"ja": None}, "ja is missing"),
        ({"en": None}, "en is missing"),
        ({"en": "may i wait"}, "en: expected a list"),
        ({"en": [*EN, True]}, "en: expected a text"),
        ({"ja": [*JA, "  "]}, "ja: empty"),
        ({"ja": JA[:9]}, "ja: 9 wordings, fewer than 10"),
        ({"en": EN[:3]}, "en: 3 wordings, fewer than 10"),
        ({"ja": [*JA, "え"]}, "ja: a wording of 1 characters, not 2 to 60"),
        ({"en": [*EN, "wait " * 13]}, "en: a wording of 65 characters, not 2 to 60"),
        ({"en": [*EN, "May  I just WAIT"]}, "en: the same wording as data/guidance/questions/here.yml:"),
        ({"age": ["minor"]}, "there is no field age"),
        ({"topics": ["weather"]}, "topics: there is no topic weather"),
        ({"topics": "doxxed"}, "topics: expected a list"),
        ({"roles": ["child"]}, "roles: there is no role child"),
        ({"confirm": ["doctor"]}, "confirm: there is no one to confirm it called doctor"),
        ({"say": "greet"}, "expected either `say` or `answers`"),
        ({"answers": None}, "expected either `say` or `answers`"),
        ({"answers": {}}, "answers: expected fields below it"),
        ({"answers": {"any": "はい"}}, "answers: any: expected fields below it"),
        ({"answers": {"Any": OWN["any"]}}, "answers: Any: the name is not made of small letters"),
        ({"answers": None, "say": "no.entry"}, "say: there is no entry no.entry"),
        ({"answers": None, "say": "plan.nowhere"}, "say: there is no entry plan.nowhere"),
        ({"answers": None, "say": "question.other.any"}, "say: there is no entry question.other.any"),
        ({"answers": None, "say": "plan.school"}, "no answer for role self, age adult, careful"),
        (answer(ja=None), "ja is missing"),
        (answer(en=""), "en: empty"),
        (answer(ja="あ" * 201), "any: ja: longer than 200 characters"),
        (answer(en="word " * 81), "any: en: longer than 80 words"),
        (answer(ja="110に電話します。"), "any: ja: a number in the sentence"),
        (answer(en="See https://example.com today."), "any: en: an address in the sentence"),
        (answer(en="<b>Yes</b>, you may."), "any: en: HTML or a script in the sentence"),
        (answer(ja="はい。\u200b"), "any: ja: an invisible character U+200B"),
        (answer(ja="絶対に大丈夫です。"), "any: ja: “絶対に大丈夫” must never be said"),
        (answer(ja="{name}です。", en="{name}."), "any: ja: unknown placeholder {name}"),
        (answer(ja="{platform}です。", en="{platform}."), "any: ja: {platform} is not filled in here"),
        (answer(en="Kept for {keep_hours} hours."), "any: the placeholders differ between the languages"),
        (answer(contacts=["nobody"]), "any: contacts: there is no nobody"),
        (answer(links=["nowhere"]), "any: links: there is no nowhere"),
        (answer(buttons=["plan.nowhere"]), "any: buttons: there is no plan.nowhere"),
        (answer(buttons=["plan.next", "menu", "human", "plan.next"]), "any: more than 3 buttons"),
        (answer(contact=["paps"]), "there is no field contact"),
        (answer(when={"age": "minor"}), "when: age: expected a list"),
        (answer(when={"age": ["child"]}), "when: there is no age child"),
        (answer(when={"role": ["pupil"]}), "when: there is no role pupil"),
        (answer(when={"place": ["x"]}), "when: there is no place; an answer can depend on role and age"),
        (answer(when={"age": ["minor"]}), "no answer for role not known, age adult, careful"),
        (answer(when={"role": ["self"]}), "no answer for role teacher, age minor, adult, careful"),
        ({"answers": {"any": OWN["any"], "late": OWN["minor"]}}, "late: nobody gets this answer: another fits first"),
        ({"roles": ["teacher"], "answers": {"self": OWN["minor"], "any": OWN["any"]}}, "self: nobody gets this answer"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_its_question_is_left_out(
    tmp_path: Path, catalogue: Catalogue, fields: dict[str, Any], reason: str
) -> None:
    put(tmp_path, "here", may_i_wait=question(**fields), by_phone=another())
    found = faults(tmp_path, catalogue)
    named = [one for one in found if one.startswith(f"{FOLDER}/here.yml:") and f": may_i_wait: {reason}" in one]
    assert named, found
    assert list(read_questions(tmp_path, catalogue=catalogue).questions.questions) == ["by_phone"]
    assert not [one for one in found if any(wording in one for wording in (*JA, *EN))]


@pytest.mark.parametrize("id_", ["Pay", "pay-or-not", "払う", "1st", "a" * 41])
def test_an_id_is_small_letters_digits_and_underscores(tmp_path: Path, catalogue: Catalogue, id_: str) -> None:
    put(tmp_path, "here", **{id_: question()})
    assert f"here.yml:2: {id_}: the id is not made of small letters" in faults(tmp_path, catalogue)[0]


def test_two_questions_never_share_an_id_or_a_wording(tmp_path: Path, catalogue: Catalogue) -> None:
    put(tmp_path, "first", may_i_wait=question())
    put(tmp_path, "second", may_i_wait=another(), by_phone=question(en=["MAY I JUST WAIT", *another()["en"][1:]], ja=[f"{one}ね" for one in JA]))  # fmt: skip
    found = faults(tmp_path, catalogue)
    assert f"{FOLDER}/second.yml:2: may_i_wait: another file has a question with this id" in found
    assert any("by_phone: en: the same wording as data/guidance/questions/first.yml:" in one for one in found)


WRITTEN = """\
questions:
  may_i_wait:
    note: Waiting is allowed.
    topics: [weather]
    ja: [{ja}]
    en:
{en}
      - may i just wait
    answers:
      any:
        ja: はい。
        en: Yes.
        en: No.
        buttons:
          - plan.next
          - nowhere
  may_i_wait:
    note: Again.
"""


def test_the_line_is_where_the_fault_stands(tmp_path: Path, catalogue: Catalogue) -> None:
    text = WRITTEN.format(ja=", ".join(JA), en="\n".join(f"      - {one}" for one in EN))
    (tmp_path / "here.yml").write_text(text.partition("  may_i_wait:\n    note: Again.")[0], encoding="utf-8")
    place = f"{FOLDER}/here.yml"
    assert faults(tmp_path, catalogue) == [f"{place}:22: may_i_wait: `en` stands here a second time"]
    (tmp_path / "here.yml").write_text(text.replace("        en: No.\n", ""), encoding="utf-8")
    assert f"{place}:25: may_i_wait: `may_i_wait` stands here a second time" in faults(tmp_path, catalogue)
    text = text.replace("        en: No.\n", "").partition("  may_i_wait:\n    note: Again.")[0]
    (tmp_path / "here.yml").write_text(text, encoding="utf-8")
    assert faults(tmp_path, catalogue) == [
        f"{place}:4: may_i_wait: topics: there is no topic weather",
        f"{place}:17: may_i_wait: en: the same wording as {place}:7",
        f"{place}:24: may_i_wait: any: buttons: there is no nowhere",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"questions: [a", "here.yml:"),
        (b"questions:\n  a: 1\n b: 2\n", "here.yml:3: no YAML: "),
        (b"", "here.yml:1: expected one key `questions:`"),
        (b"- a list", "here.yml:1: expected one key `questions:`"),
        (b"question: {}", "here.yml:1: expected one key `questions:`"),
        (b"questions: {}\nquestions: {}\n", "here.yml:2: `questions` stands here a second time"),
        (b"questions: {a: 3}", "here.yml:1: a: the id is not made of"),
        (b"questions: {may_i_wait: 3}", "here.yml:1: may_i_wait: expected fields below it"),
        (b"questions: {1: {note: x}}", "here.yml:1: 1: the id is not made of"),
        (b"\xff\xfe\x00", "here.yml:1: no"),
        (b"a: 2026-99-99", "here.yml:1: no YAML: "),
        (b"--- {}\n--- {}\n", "here.yml:2: no YAML: "),
    ],
)
def test_a_file_that_is_no_file_of_questions_is_named_and_the_others_are_read(
    tmp_path: Path, catalogue: Catalogue, content: bytes, fault: str
) -> None:
    (tmp_path / "here.yml").write_bytes(content)
    put(tmp_path, "right", may_i_wait=question())
    assert any(f"{FOLDER}/{fault}" in one for one in faults(tmp_path, catalogue))
    assert list(read_questions(tmp_path, catalogue=catalogue).questions.questions) == ["may_i_wait"]


def test_a_file_whose_name_ends_otherwise_is_named_and_hidden_ones_are_not_read(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    put(tmp_path, "here", may_i_wait=question()).rename(tmp_path / "here.yaml")
    (tmp_path / ".here.yml").write_text("half a fi", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Questions", encoding="utf-8")
    assert faults(tmp_path, catalogue) == [f"{FOLDER}/here.yaml:1: the name has to end in .yml"]
