"""Whole messages and all the facts in them: facts.ja.txt and facts.en.txt.

A line is `name=value ... | message`; `asked=` is the open question, `known=` what was known before, `name:value;...`.
In open_facts.txt a line is `fact | value | message`, `-` for none: asked, feared, intended, denied or somebody else's is no fact.
"""

from pathlib import Path
from typing import Any

import pytest

from understanding.context import Context
from understanding.gazetteer import Tables
from understanding.rules import read

LISTS = frozenset({"platform", "not_platform", "state", "not_state", "exposed", "reported", "did", "corrected"})
LINES = [
    line
    for name in ("facts.ja.txt", "facts.en.txt")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
]


def value(name: str, written: str) -> Any:
    if name in LISTS:
        return written.split(",")
    return int(written) if name == "age_now" else written


def split(line: str) -> tuple[Context, dict[str, Any], str]:
    written, text = line.split("|", 1)
    facts = dict(pair.split("=", 1) for pair in written.split())
    known = dict(pair.split(":", 1) for pair in facts.pop("known", "").split(";") if pair)
    context = Context(asked=facts.pop("asked", ""), known={name: value(name, said) for name, said in known.items()})
    return context, {name: value(name, said) for name, said in facts.items()}, text.strip()


@pytest.mark.parametrize("line", LINES)
def test_the_facts_of_a_message_are_read(line: str, tables: Tables) -> None:
    context, facts, text = split(line)
    assert read(text, tables=tables, context=context).facts == facts


OPEN = [
    line.split(" | ", 2) for line in (Path(__file__).parent / "open_facts.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("name", "written", "text"), OPEN)
def test_what_is_asked_feared_or_denied_is_no_fact(name: str, written: str, text: str, tables: Tables) -> None:
    found = read(text, tables=tables, context=Context()).facts.get(name)
    assert found == (None if written == "-" else value(name, written))
