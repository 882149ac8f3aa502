"""Makes the answers of questions entries of the catalogue, with words of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.guidance.catalogue import Catalogue, Entry, Words
from bot.guidance.questions import Answer, Questions
from bot.language import Language


class EntriesWithAnswers(Mapping[str, Entry]):
    """The entries of entries.yml, then the answers in use.

    An answer that is gone is not listed, but still found: a conversation in which it was said can be read to its end.
    """

    def __init__(self, shipped: Mapping[str, Entry], questions: Questions) -> None:
        """Join both."""
        self.shipped = shipped
        self._questions = questions

    def __getitem__(self, key: str) -> Entry:
        """Return an entry."""
        answer = self._questions.answer(key)
        return _entry(answer) if answer else self.shipped[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys, in the order of the files."""
        yield from self.shipped
        yield from self._questions.shown.answers

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.shipped) + len(self._questions.shown.answers)


class WordsWithAnswers:
    """The words of the gettext catalogues and of the answers."""

    def __init__(self, shipped: Words, questions: Questions) -> None:
        """Join both."""
        self.shipped = shipped
        self._questions = questions

    def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
        """Return the words of a key, None if there are none; files have no editions."""
        answer = self._questions.answer(key)
        return answer.texts[language] if answer else self.shipped.text(key, language=language, edition=edition)


def with_questions(catalogue: Catalogue, questions: Questions) -> Catalogue:
    """Return a catalogue with these questions in place of those that it has."""
    entries, words = catalogue.entries, catalogue.words
    return replace(
        catalogue,
        questions=questions,
        entries=EntriesWithAnswers(entries.shipped if isinstance(entries, EntriesWithAnswers) else entries, questions),
        words=WordsWithAnswers(words.shipped if isinstance(words, WordsWithAnswers) else words, questions),
    )


def _entry(answer: Answer) -> Entry:
    return Entry(key=answer.key, note=answer.note, contacts=answer.contacts, links=answer.links, buttons=answer.buttons)
