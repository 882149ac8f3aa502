"""What is different between two texts: characters in Japanese, words in English, fields of a fact."""

import difflib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from bot.guidance.fact_json import fields_of
from bot.guidance.revisions import Part
from bot.language import Language

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 1000
"""Pieces of a text that are compared one by one; longer ones count as different as a whole."""
_SCRAP = 2
"""Characters of Japanese up to which an unchanged run counts as noise."""


@dataclass(frozen=True, kw_only=True)
class DiffRun:
    """A run of text that stayed, went or came."""

    kind: Literal["same", "del", "ins"]
    text: str


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One field that is different."""

    field: str
    """Empty for words."""
    stretches: Sequence[DiffRun]


def between(old: str, new: str, *, language: Language | None) -> list[DiffRun]:
    """Return what leads from one text to another."""
    before, now = _cut(old, language), _cut(new, language)
    if max(len(before), len(now)) > _MOST:
        return _stretches("del", old) + _stretches("ins", new)
    found: list[DiffRun] = []
    for gone, come in _runs(before, now, language):
        if gone == come:
            found += _stretches("same", gone)
        else:
            found += _stretches("del", gone) + _stretches("ins", come)
    return found


def _runs(before: list[str], now: list[str], language: Language | None) -> list[tuple[str, str]]:
    """Return runs of (old, new); a scrap that stayed between two changes is read as changed with them."""
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    steps = matcher.get_opcodes()
    runs: list[tuple[str, str]] = []
    is_change = False
    for place, (step, begin, end, begin_now, end_now) in enumerate(steps):
        gone, come = "".join(before[begin:end]), "".join(now[begin_now:end_now])
        is_between = 0 < place < len(steps) - 1
        is_same = step == "equal" and not (is_between and _is_scrap(gone, language))
        if runs and not is_same and is_change:
            runs[-1] = (runs[-1][0] + gone, runs[-1][1] + come)
        else:
            runs.append((gone, come))
        is_change = not is_same
    return runs


def _is_scrap(text: str, language: Language | None) -> bool:
    return len(text) <= _SCRAP if language is Language.JA else not re.search(r"\w", text)


def changed(
    part: Part, old: str, new: str, *, language: Language | None, readings: Mapping[str, str] = MappingProxyType({})
) -> list[FieldChange]:
    """Return every field that differs (see `readable`), or the text itself for words; empty where nothing differs."""
    if old == new:
        return []
    if part is Part.WORDS:
        return [FieldChange(field="", stretches=between(old, new, language=language))]
    before, now = readable(part, old, readings), readable(part, new, readings)
    return [
        FieldChange(field=name, stretches=between(before.get(name, ""), now.get(name, ""), language=Language.EN))
        for name in dict.fromkeys((*before, *now))
        if before.get(name, "") != now.get(name, "")
    ]


def readable(part: Part, body: str, readings: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a stored fact as readable lines; `readings` names the keys in them."""
    if part is not Part.HOURS:
        fields = fields_of(body)
        return {name: readings.get(text, text) if name == "mark" else text for name, text in fields.items()}
    hours: dict[str, Any] = json.loads(body)
    holidays = "yes" if hours.get("closed_on_holidays", True) else "no"
    return {
        "shifts": "\n".join(shift_line(shift, readings) for shift in hours.get("shifts") or []),
        "closed_on_holidays": readings.get(holidays, holidays),
        "closed": "\n".join(hours.get("closed") or []),
    }


def shift_line(shift: Mapping[str, Any], readings: Mapping[str, str]) -> str:
    """Return one shift as a line to read."""
    days = " ".join(readings.get(day, day) for day in shift["days"])
    return f"{days} {shift['begin']}-{shift['until']}"


def _cut(text: str, language: Language | None) -> list[str]:
    return list(text) if language is Language.JA else _WORDS.findall(text)


def _stretches(kind: Literal["same", "del", "ins"], text: str) -> list[DiffRun]:
    return [DiffRun(kind=kind, text=text)] if text else []
