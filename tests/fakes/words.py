"""Words by key from a plain mapping."""

from collections.abc import Mapping

from bot.language import Language


class FewWords:
    """Holds the words it was given, the same keys in both languages or not."""

    def __init__(self, words: Mapping[Language, Mapping[str, str]]) -> None:
        """Hold words by language and key."""
        self._words = words

    def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
        """Return the words of a key, None where there are none; these have no editions."""
        del edition
        return self._words[language].get(key)
