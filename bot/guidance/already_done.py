"""Which steps of a plan are done already by what the person told."""

from collections.abc import Mapping
from typing import Any

from understanding.known import names

_BY_REPORT = {"police": ("police",), "school": ("school", "helping_school"), "paps": ("paps",), "lawyer": ()}
"""The steps that are done where the person has already been somewhere; who reported it to a service is past the record, too."""

_BY_THEM = {"record": ("record",), "block": ("threat_record_block",)}
"""The steps that are done where the person says what they did."""


def done_by(facts: Mapping[str, Any]) -> list[str]:
    """Return the steps that are done by what is known, as Answers.done names them."""
    by_report = [_BY_REPORT.get(name, (f"report:{name}", "record")) for name in names(facts.get("reported"))]
    by_them = [_BY_THEM[name] for name in names(facts.get("did"))]
    return [mark for marks in (*by_report, *by_them) for mark in marks]
