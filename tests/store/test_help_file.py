"""A file of the help pages that is not right is told by its key."""

from pathlib import Path

import pytest

from bot.container import GUIDANCE
from bot.guidance.errors import GuidanceError
from bot.store.help_file import NAME, read_help


def test_the_shipped_file_is_read() -> None:
    plan = read_help(GUIDANCE)
    assert [topic.key for topic in plan.topics_of("maker")][:2] == ["threatened", "made"]
    assert "made" not in {topic.key for topic in plan.topics_of("adult")}


@pytest.mark.parametrize(
    ("was", "now", "named"),
    [
        ("role: teacher", "role: headmaster", "teacher"),
        ("group: near", "group: far", "parent"),
        ("age: careful", "age: old", "maker"),
        ("for: [maker, maker-parent]", "for: [maker, nobody]", "made: unknown nobody"),
        ("    say: [listen]\n", "", "feelings: KeyError"),
        ("urgent:", "other:", "urgent"),
        ("readers:", "readers: [", "help.yml"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, was: str, now: str, named: str) -> None:
    text = (GUIDANCE / NAME).read_text(encoding="utf-8")
    assert was in text
    (tmp_path / NAME).write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(GuidanceError, match=named):
        read_help(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=NAME):
        read_help(tmp_path)
