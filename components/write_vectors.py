"""Writes the vectors of every sentence that something is learnt from: `python -m components.write_vectors`, some minutes."""

import sys
from pathlib import Path
from typing import Iterable

from components.embeddings import excerpt
from components.kept_vectors import FILE, keep
from components.messages import labelled_messages
from components.question_vectors import read_questions
from components.sentences import sentences

QUESTIONS = Path("data/guidance/questions")


def learnt_from() -> Iterable[str]:
    """Yield every text whose vector is learnt from, as it is encoded."""
    yield from (excerpt(text) for _, text in sentences())
    yield from (message.text for message in labelled_messages())
    for question in read_questions(QUESTIONS).values():
        yield from question.wordings


def main() -> None:
    """Write the file, and say how many sentences it holds."""
    texts = list(dict.fromkeys(learnt_from()))
    keep(texts)
    sys.stdout.write(f"{FILE}: {len(texts)} sentences, {FILE.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
