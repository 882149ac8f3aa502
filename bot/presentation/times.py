"""Times as people read them: in Japan's time, and said so."""

import gettext
from datetime import datetime
from typing import Final

from babel.dates import format_datetime

from bot.japan import TOKYO
from bot.language import Language

_MOMENT: Final = {Language.JA: "M月d日（EEE）H:mm", Language.EN: "EEE d MMM, H:mm"}


def moment(at: datetime, *, language: Language, words: gettext.NullTranslations) -> str:
    """Return a day and a time with the word whose time it is."""
    there = format_datetime(at.astimezone(TOKYO), _MOMENT[language], locale=language.value)
    return words.gettext("%(when)s (Japan time)") % {"when": there}
