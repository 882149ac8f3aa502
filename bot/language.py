"""The two languages of the chat, and which of them a text is written in."""

from enum import StrEnum

from understanding.language import OTHER, language_of


class Language(StrEnum):
    """A language of the chat, by its ISO 639-1 code."""

    JA = "ja"
    EN = "en"

    @property
    def other(self) -> "Language":
        """Return the other language."""
        return Language.EN if self is Language.JA else Language.JA


def detect(text: str) -> Language | None:
    """Return the language of a text, None if it is unclear (a name, a number, `ok`) or neither of the two."""
    found = language_of(text)
    return Language(found) if found not in ("", OTHER) else None
