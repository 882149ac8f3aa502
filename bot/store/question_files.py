"""Reads the questions in data/guidance/questions/, and takes changed files up while the bot runs."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import GuidanceError
from bot.guidance.question_check import Checked, check_questions
from bot.guidance.question_source import Place, QuestionFault, QuestionSource
from bot.guidance.questions import Questions
from bot.store.yaml_text import LOADER

FOLDER = "questions"
"""The folder of the files, within that of the guidance."""
_NAMED = "data/guidance/questions"
"""What the folder is called in a fault, wherever it is."""
_DEEPEST = 8
"""Levels of a file that are looked at; a question has fewer."""
logger = logging.getLogger(__name__)

State = tuple[tuple[str, int, int, int], ...]


def read_questions(folder: Path, *, catalogue: Catalogue) -> Checked:
    """Return the questions without a fault, and all faults; raise GuidanceError if there is no such folder."""
    return check_questions([_source(file) for file in _files(folder)], catalogue=catalogue)


class QuestionFiles:
    """Follows the files: a set without a fault takes the place of the one in use, a fault changes nothing and is told."""

    def __init__(self, folder: Path, *, catalogue: Catalogue) -> None:
        """Follow a folder for a catalogue made with `with_questions`."""
        self._folder = folder
        self._catalogue = catalogue
        self._read: State | None = None
        self._seen: State | None = None
        self._told: set[str] = set()

    @property
    def questions(self) -> Questions:
        """Return the questions in use."""
        return self._catalogue.questions

    async def look(self) -> None:
        """Read the files if they changed; those that changed since the last look may be half written, and wait for the next."""
        try:
            state = _state(self._folder)
        except GuidanceError as fault:
            self._seen = self._read = None  # a folder that comes back is read again
            self._refuse([str(fault)])
            return
        if state == self._read:
            return
        if state != self._seen:
            self._seen = state
            return
        checked = await asyncio.to_thread(read_questions, self._folder, catalogue=self._catalogue)
        self._read = state
        if checked.faults:
            self._refuse([str(fault) for fault in checked.faults])
        else:
            self._told = set()
            self.questions.show(checked.questions)
            logger.info("%d questions are in use", len(self.questions))

    def _refuse(self, faults: Sequence[str]) -> None:
        self.questions.refuse(faults)
        for fault in (one for one in faults if one not in self._told):
            logger.error("the questions stay as they were: %s", fault)
        self._told = set(faults)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise GuidanceError(
            f"{_NAMED} is missing: make the folder; it may be empty, and README.md beside it says what goes in"
        )
    named = (file for file in folder.iterdir() if file.suffix in (".yml", ".yaml") and not file.name.startswith("."))
    return sorted(named)


def _state(folder: Path) -> State:
    """Return what tells a changed file from the same one: its name, number, size and time."""
    found = []
    for file in _files(folder):
        try:
            told = file.stat()
        except OSError:  # taken away since it was listed
            continue
        found.append((file.name, told.st_ino, told.st_size, told.st_mtime_ns))
    return tuple(found)


def _source(file: Path) -> QuestionSource:
    name = f"{_NAMED}/{file.name}"
    if file.suffix == ".yaml":
        return _unreadable(name, "the name has to end in .yml")
    try:
        loader = LOADER(file.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        content = loader.construct_document(node) if node is not None else None
    except UnicodeDecodeError:
        return _unreadable(name, "not written in UTF-8")
    except OSError as fault:
        return _unreadable(name, type(fault).__name__)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        return _unreadable(name, f"no YAML: {fault.problem}", line=mark.line + 1 if mark else 1)
    except (yaml.YAMLError, ValueError) as fault:
        return _unreadable(name, f"no YAML: {type(fault).__name__}")
    lines: dict[Place, int] = {}
    doubled: list[Place] = []
    for place, line in _places(node) if node is not None else ():
        if place in lines and not any(place[: len(outer)] == outer for outer in doubled):
            doubled.append(place)
        lines[place] = line
    return QuestionSource(file=name, content=content, lines=lines, doubled=tuple(doubled))


def _places(node: yaml.Node, here: Place = ()) -> Iterator[tuple[Place, int]]:
    """Yield everything that stands in a file, with its line."""
    below: Sequence[tuple[str | int, yaml.Node, yaml.Node]] = ()
    if isinstance(node, yaml.MappingNode):
        below = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        below = [(number, value, value) for number, value in enumerate(node.value)]
    for name, start, value in below if len(here) < _DEEPEST else ():
        yield (*here, name), start.start_mark.line + 1
        yield from _places(value, (*here, name))


def _unreadable(name: str, reason: str, *, line: int = 1) -> QuestionSource:
    return QuestionSource(file=name, unreadable=QuestionFault(file=name, line=line, question="", reason=reason))
