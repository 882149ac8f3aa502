"""What the editor needs from outside, apart from the revisions."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Protocol

from bot.conversation.case import Gap
from bot.conversation.conversations import Conversations
from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import Part, Published
from bot.guidance.translation_import import TranslatedMessage
from bot.language import Language


class Gaps(Protocol):
    """Counts of what the guidance had no answer to; none leads to a person."""

    async def gaps(self, *, first: date, last: date) -> Sequence[tuple[Gap, str, str, int]]:
        """Return (gap, intent, language, how often) from one day to another, both included; the most frequent first."""
        ...


class Files(Protocol):
    """The guidance as files: for the repository, and for translators."""

    def words(self, published: Published, *, language: Language) -> str:
        """Return the `.po` file of a language with the published words in it."""
        ...

    def facts(self, published: Published, *, part: Part) -> str:
        """Return the YAML file of a kind of facts with the published fields in it."""
        ...

    def read(self, text: str, *, language: Language) -> Sequence[TranslatedMessage]:
        """Return the messages of a `.po` file; raise FileBroken where any of it cannot be read."""
        ...


class Sandbox(Protocol):
    """Lets an editor try a path through the guidance; nothing of it is stored."""

    def __call__(self, catalogue: Catalogue) -> AbstractAsyncContextManager[Conversations]:
        """Open a conversation service of its own, in memory, that speaks as a catalogue has it."""
        ...
