"""Lists sentences that say the same as another, and wordings that lie nearer to another question: `python -m components.nearness`.

Sentences are compared by the encoder as it comes: the tuned one draws together what means the same, also where the words differ.
Wordings are compared by the encoder that serves, as the matcher sees them. Short answers may come again and are left out.
"""

import argparse
import sys
from pathlib import Path
from typing import Iterator, List, NamedTuple, Tuple

import numpy as np

from components.encoder import encoder, encoder_as_it_comes
from components.messages import CONVERSATIONS, MESSAGES
from components.question_vectors import Owned, Question, Wordings, centred, read_questions, scores, script_of
from components.questions import FOLDER as QUESTIONS
from components.sentences import FOLDER as SENTENCES
from understanding.normalise import normalise

SAME = 0.97
"""Similarity, -1 to 1, from which two sentences say the same in nearly the same words."""

FEWEST = {"japanese": 10, "latin": 24}
"""Characters from which a sentence is compared: shorter ones are answers and fragments, which many people write alike."""

AT_ONCE = 2000


class Line(NamedTuple):
    """One sentence of the data, and where it stands."""

    file: Path
    number: int
    text: str
    """Normalised."""


class Pair(NamedTuple):
    """Two sentences that are nearly the same, the later one first, and how near they are, -1 to 1."""

    line: Line
    other: Line
    similarity: float


def main() -> int:
    """List both; with --remove, take the later of two sentences that are nearly the same out of its file."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--remove", action="store_true", help="remove near copies, but not out of conversations")
    remove = asked.parse_args().remove
    copies = near_copies([*_sentences(), *_messages()])
    for line, other, similarity in copies:
        sys.stdout.write(f"{line.file}, line {line.number}: as {other.file}, line {other.number} ({similarity:.2f})\n")
    if remove:
        _remove([copy.line for copy in copies if CONVERSATIONS not in copy.line.file.parents])
    strays = astray(list(read_questions(QUESTIONS).values()))
    for name, wording, nearer in strays:
        sys.stdout.write(f"{name}: \u201c{wording}\u201d lies nearer to {nearer}\n")
    sys.stdout.write(f"{len(copies)} near copies, {len(strays)} wordings nearer to another question\n")
    return 0


def near_copies(lines: List[Line]) -> List[Pair]:
    """Return the pairs of sentences of one script that are nearly the same."""
    found = []
    for script, fewest in FEWEST.items():
        mine = [line for line in lines if script_of(line.text) == script and len(line.text) >= fewest]
        vectors = encoder_as_it_comes().encode([line.text for line in mine]) if mine else np.zeros((0, 1), np.float32)
        for start in range(0, len(mine), AT_ONCE):
            similar = vectors[start : start + AT_ONCE] @ vectors.T
            for row, column in np.argwhere(similar >= SAME):
                if column < start + row:
                    found.append(Pair(mine[start + row], mine[column], float(similar[row, column])))
    return found


def astray(questions: List[Question]) -> List[Tuple[str, str, str]]:
    """Return (question, wording, other question) for each wording that the matcher would take for another question without it."""
    pairs = [(question.id, wording) for question in questions for wording in question.wordings]
    vectors = encoder().encode([wording for _, wording in pairs])
    owned = [(Owned(name, script_of(text), vector), text) for (name, text), vector in zip(pairs, vectors)]
    found = []
    for script in FEWEST:
        mine = [(one, text) for one, text in owned if one.script == script]
        wordings = centred([one for one, _ in mine]) if mine else None
        for one, text in mine if wordings else ():
            nearest = _nearest_without(wordings, one)
            if nearest != one.name:
                found.append((one.name, text, nearest))
    return found


def _nearest_without(wordings: Wordings, one: Owned) -> str:
    """Return the question that a wording is nearest to when it is not one of its own question's."""
    moved = one.vector - wordings.centre
    is_itself = (wordings.vectors @ moved) / np.linalg.norm(moved) > 1 - 1e-5
    others = wordings._replace(vectors=np.where(is_itself[:, None], 0.0, wordings.vectors))
    return wordings.names[int(np.argmax(scores(others, one.vector)))]


def _sentences() -> Iterator[Line]:
    for file in sorted(SENTENCES.glob("**/*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip().startswith("- ") and "intent:" not in line:
                yield Line(file, number, normalise(line.strip()[2:]))


def _messages() -> Iterator[Line]:
    for file in sorted([*MESSAGES.glob("**/*.tsv"), *CONVERSATIONS.glob("**/*.tsv")]):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if number > 1 and line:
                yield Line(file, number, normalise(line.rpartition("\t")[2]))


def _remove(lines: List[Line]) -> None:
    for file in {line.file for line in lines}:
        gone = {line.number for line in lines if line.file == file}
        kept = file.read_text(encoding="utf-8").splitlines(keepends=True)
        left = [text for number, text in enumerate(kept, 1) if number not in gone]
        file.write_text("".join(left), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
