"""Translations of the interface (locales/*/LC_MESSAGES/messages.mo)."""

import gettext
from pathlib import Path

from bot.language import Language


def mark(text: str) -> str:
    """Mark a text for extraction, like `_`; it is translated where it is shown."""
    return text


class Interface:
    """The translations of the interface, by language."""

    def __init__(self, locales: Path) -> None:
        """Read the compiled catalogues; raise FileNotFoundError if one has not been compiled."""
        self._words = {
            language: gettext.translation("messages", localedir=str(locales), languages=[language.value])
            for language in Language
        }

    def __getitem__(self, language: Language) -> gettext.NullTranslations:
        """Return the translations of one language."""
        return self._words[language]
