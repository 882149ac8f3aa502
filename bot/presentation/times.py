"""Times as people read them: in Japan's time, and said so."""

import gettext
from datetime import date, datetime
from typing import Final

from babel.dates import format_date, format_datetime

from bot.japan import TOKYO
from bot.language import Language

_MOMENT: Final = {Language.JA: "M月d日（EEE）H:mm", Language.EN: "EEE d MMM, H:mm"}

_SAME: Final = "en"
"""The locale of what is written in digits alone, the same for everybody."""


def moment(at: datetime, *, language: Language, words: gettext.NullTranslations) -> str:
    """Return a day and a time with the word whose time it is."""
    there = format_datetime(at.astimezone(TOKYO), _MOMENT[language], locale=language.value)
    return words.gettext("%(when)s (Japan time)") % {"when": there}


def clock_time(at: datetime) -> str:
    """Return the time of day in Japan, as 09:05."""
    return format_datetime(at.astimezone(TOKYO), "HH:mm", locale=_SAME)


def day(on: date) -> str:
    """Return a day as 2026-11-29; a moment must be in Japan's time already."""
    return format_date(on, "yyyy-MM-dd", locale=_SAME)


def minute(at: datetime) -> str:
    """Return a day and a time in Japan, as 2026-11-29 09:05."""
    return format_datetime(at.astimezone(TOKYO), "yyyy-MM-dd HH:mm", locale=_SAME)


def second(at: datetime) -> str:
    """Return a day and a time in Japan, as 2026-11-29 09:05:07."""
    return format_datetime(at.astimezone(TOKYO), "yyyy-MM-dd HH:mm:ss", locale=_SAME)


def time_or_date(at: datetime, *, now: datetime) -> str:
    """Return the time in Japan, as 09:05; with the day where that is not today, as 11/29 09:05."""
    there, today = at.astimezone(TOKYO), now.astimezone(TOKYO)
    return format_datetime(there, "HH:mm" if there.date() == today.date() else "MM/dd HH:mm", locale=_SAME)
