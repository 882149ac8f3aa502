"""The wish for a language, as the conversation takes it (see understanding/language_wish.py)."""

from bot.language import Language
from understanding import language_wish
from understanding.language_wish import says_more

__all__ = ["says_more", "wished_language"]


def wished_language(text: str, *, current: Language) -> Language | None:
    """Return the language that a text asks for; None where it only mentions one, or none."""
    wished = language_wish.wished_language(text, current=current.value)
    return Language(wished) if wished else None
