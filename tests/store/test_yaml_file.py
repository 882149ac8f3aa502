"""Single values of a YAML file are changed, and every other character stays."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.container import ROOT
from bot.guidance.errors import GuidanceError
from bot.guidance.revisions import Part
from bot.store.guidance_export import FILES
from bot.store.yaml_file import put, rewritten
from tests.guidance.translation_files import SPECIAL, WORDS


@settings(max_examples=30)
@given(
    text=st.one_of(WORDS, SPECIAL, st.just("no"), st.just("2026-11-22"), st.just("a\u2028b")),
    field=st.sampled_from(["phone", "source", "mail", "mark"]),
)
def test_any_text_can_be_put_into_a_fact_and_nothing_else_changes(text: str, field: str) -> None:
    before = (ROOT / "data/guidance/contacts.yml").read_text(encoding="utf-8")
    for key in ("paps", "one_stop"):
        after = put(before, ("contacts", key, field), text, order=("name", "phone", "mail"))
        assert yaml.safe_load(after)["contacts"][key][field] == text
        assert [line for line in before.splitlines() if f"{field}:" not in line] == [
            line for line in after.split("\n")[:-1] if f"{field}:" not in line
        ] or "\u2028" in before


def test_a_value_in_the_middle_of_others_is_taken_away_with_its_line_only() -> None:
    text = "a:\n  x: 1\n  # about y\n  y:\n    ja: b\n    en: c\n\n  z: 3\n"
    assert put(text, ("a", "y"), None) == "a:\n  x: 1\n  # about y\n\n  z: 3\n"
    assert put(text, ("a", "q"), None) == text
    assert put(text, ("a", "q"), "new", order=("y", "q")) == text.replace("en: c\n", 'en: c\n  q: "new"\n')


def test_what_cannot_be_changed_without_changing_more_is_refused() -> None:
    with pytest.raises(GuidanceError, match=r"a\.b"):
        put("a:\n  b: 1\n  # about c\n  c: 2\n", ("a", "b"), None)


def test_a_value_is_taken_out_of_a_mapping_on_one_line() -> None:
    assert put("a: {b: 1, c: 2}\n", ("a", "b"), None) == "a: {c: 2}\n"


@pytest.mark.parametrize("part", FILES)
def test_the_repositorys_files_are_in_the_form_in_which_they_are_written(part: Part) -> None:
    text = (ROOT / FILES[part]).read_text(encoding="utf-8")
    assert rewritten(text) == text
