"""The fields of contacts, links, places and opening hours, as a form shows them."""

import json
from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

from bot.guidance.fact_json import fields_of
from bot.guidance.revisions import Part
from bot.japan import WEEKDAYS
from bot.staff.console.opening_hours_pages import DAYS
from bot.staff.editor import labels
from bot.staff.editor.forms import FIELDS

BLANK_ROWS = 2
"""Empty rows below the existing shifts."""
_LONG = ("note_ja", "note_en", "links", "minor_links")
_TYPES = {"phone": "tel", "mail": "email", "url": "url", "english_url": "url"}


def readings(words: NullTranslations) -> dict[str, str]:
    """Return the names of values that are stored as keys: weekdays, how well a fact is known, yes and no."""
    keys = {**DAYS, **{mark.value: name for mark, name in labels.MARKS.items()}, "yes": labels.YES, "no": labels.NO}
    return {key: words.gettext(name) for key, name in keys.items()}


def fields_shown(part: Part, body: str, errors: Mapping[str, str], words: NullTranslations) -> list[dict[str, Any]]:
    """Return every field of a fact with its value and what is wrong with it."""
    values = fields_of(body)
    return [_field(name, values.get(name, ""), errors.get(name, ""), words) for name in FIELDS[part]]


def shifts_shown(body: str, words: NullTranslations) -> list[dict[str, Any]]:
    """Return the rows of shifts, with some blank ones at the end."""
    kept = json.loads(body).get("shifts") or []
    blank = [{"days": [], "begin": "", "until": ""}] * BLANK_ROWS
    return [
        {
            "number": number,
            "days": [{"value": day, "name": words.gettext(DAYS[day]), "set": day in shift["days"]} for day in WEEKDAYS],
            "begin": shift["begin"],
            "until": shift["until"],
        }
        for number, shift in enumerate([*kept, *blank])
    ]


def labelled(body: str, errors: Mapping[str, str], words: NullTranslations) -> dict[str, Any]:
    """Return the fields of opening hours other than the shifts."""
    hours = json.loads(body)
    return {
        "closed": _field("closed", "\n".join(hours.get("closed") or []), errors.get("closed", ""), words),
        "closed_on_holidays": bool(hours.get("closed_on_holidays", True)),
        "holidays_label": words.gettext(labels.CLOSED_ON_HOLIDAYS),
        "shifts_error": errors.get("shifts", ""),
    }


def _field(name: str, value: str, error: str, words: NullTranslations) -> dict[str, Any]:
    label, hint = labels.FIELDS[name]
    return {
        "name": name,
        "label": words.gettext(label),
        "hint": words.gettext(hint) if hint else "",
        "value": value,
        "error": error,
        "long": name in _LONG,
        "type": _TYPES.get(name, "text"),
        "language": name[-2:] if name.endswith(("_ja", "_en")) else "",
        "choices": [(mark.value, words.gettext(text)) for mark, text in labels.MARKS.items()] if name == "mark" else [],
    }
