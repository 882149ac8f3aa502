"""A file of questions as it was written, with the line of everything in it, so that each fault names its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]
"""Where something stands in a file: keys and numbers from the top, such as `("questions", "pay_or_not", "ja", 3)`."""
TOP = "questions"


@dataclass(frozen=True, kw_only=True)
class QuestionFault:
    """One thing that is wrong; the reason names keys and lines, never a wording."""

    file: str
    line: int
    question: str
    """The id of the question; empty for the file as a whole."""
    reason: str

    def __str__(self) -> str:
        """Return it as one line: file, line, question and reason."""
        return ": ".join(part for part in (f"{self.file}:{self.line}", self.question, self.reason) if part)


@dataclass(frozen=True, kw_only=True)
class QuestionSource:
    """One file: its content as plain values, the line of each, and what is wrong with its writing."""

    file: str
    content: Any = None
    """None where the file cannot be read; `unreadable` says why."""
    lines: Mapping[Place, int] = field(default_factory=dict)
    doubled: tuple[Place, ...] = ()
    """Keys that stand twice in the same place."""
    unreadable: QuestionFault | None = None

    def line(self, place: Place) -> int:
        """Return the line of a place or, where nothing stands there, of the nearest one around it."""
        return next((self.lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in self.lines), 1)

    def fault(self, reason: str, place: Place = ()) -> QuestionFault:
        """Return a fault at a place."""
        question = str(place[1]) if len(place) > 1 else ""
        return QuestionFault(file=self.file, line=self.line(place), question=question, reason=reason)

    def questions(self) -> Mapping[str, Any]:
        """Return the questions as they are written, by id; none where the file has faults of its own."""
        content = self.content.get(TOP) if isinstance(self.content, dict) else None
        return {str(key): fields for key, fields in content.items()} if isinstance(content, dict) else {}

    def own_faults(self) -> Iterator[QuestionFault]:
        """Yield the faults of the file as a whole."""
        if self.unreadable:
            yield self.unreadable
        elif (
            not isinstance(self.content, dict) or set(self.content) != {TOP} or not isinstance(self.content[TOP], dict)
        ):
            yield self.fault(f"expected one key `{TOP}:` with a question below it")
        yield from self.doubled_in(())

    def doubled_in(self, place: Place) -> Iterator[QuestionFault]:
        """Yield the keys that stand twice: right below the top, or with a question's place, anywhere in the question."""
        for path in self.doubled:
            if path[: len(place)] == place if place else len(path) == 1:
                yield self.fault(f"`{path[-1]}` stands here a second time", path)


def in_order(faults: Iterable[QuestionFault]) -> list[QuestionFault]:
    """Return faults by file and line."""
    return sorted(faults, key=lambda fault: (fault.file, fault.line))
