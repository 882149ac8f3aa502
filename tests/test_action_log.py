"""Entries of the action log: ids and keys, chained."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.accounts import StaffId
from bot.action_log import BEGINNING, Action, LogEntry, signed

ENTRY = LogEntry(
    number=1, at=datetime(2026, 11, 22, tzinfo=UTC), staff=StaffId("a" * 32), action=Action.SIGNED_IN, about="b" * 32
)
CHANGES: list[dict[str, Any]] = [
    {"number": 2},
    {"at": datetime(2026, 11, 22, 0, 0, 1, tzinfo=UTC)},
    {"staff": StaffId("b")},
    {"action": Action.SIGNED_OUT},
    {"about": ""},
    {"reason": "x"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_changes_the_hash(change: dict[str, Any]) -> None:
    assert replace(ENTRY, **change).chained(BEGINNING) != ENTRY.chained(BEGINNING)
    assert ENTRY.chained("1" * 64) != ENTRY.chained(BEGINNING)


@pytest.mark.parametrize("words", ["もう死にたい", "two words", "x" * 65, "a\nb"])
def test_there_is_no_room_for_words(words: str) -> None:
    for field in ("about", "reason"):
        with pytest.raises(ValueError, match="never words"):
            replace(ENTRY, **dict[str, Any]({field: words}))


def test_the_head_is_signed_with_its_key() -> None:
    assert signed(1, BEGINNING, key=b"a") != signed(1, BEGINNING, key=b"b")
    assert signed(1, BEGINNING, key=b"a") != signed(2, BEGINNING, key=b"a")
