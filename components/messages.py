"""Labelled messages (data/messages): what a careful reader takes from one message, for everything that is learnt."""

import csv
import functools
from pathlib import Path
from typing import List, NamedTuple, Tuple

import numpy as np

from components.encoder import encoder
from understanding.normalise import normalise

FOLDER = Path("data/messages")
COLUMNS = ("needs", "question", "danger", "role", "text")
NOTHING = "-"
UNKNOWN_QUESTION = "?"
"""Marks a question that the catalogue has not."""

LEVELS = ("none", "near", "passed", "doubt", "suicide", "harm", "violence")
OTHER = ".other"
"""Ends the label of a danger that is somebody else's."""


class LabelledMessage(NamedTuple):
    """One message as somebody might type it, and what it holds."""

    needs: Tuple[str, ...]
    """Intents, the main one first."""
    question: str
    """The question of the catalogue; empty for none, UNKNOWN_QUESTION for one that the catalogue has not."""
    danger: str
    """One of LEVELS."""
    is_about_other: bool
    role: str
    """Who writes, as far as this message alone shows it; empty where it does not."""
    text: str
    """Normalised."""


def labelled_messages(folder: Path = FOLDER) -> List[LabelledMessage]:
    """Return all labelled messages; raise ValueError with file and line where one is malformed."""
    found = []
    for file in sorted(folder.glob("*/*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise ValueError(f"{file}, line 1: the columns must be {', '.join(COLUMNS)}")
            for row in rows:
                try:
                    found.append(_message(row))
                except (KeyError, TypeError, AttributeError) as error:
                    raise ValueError(
                        f"{file}, line {rows.line_num}: five columns and known labels are needed"
                    ) from error
    return found


@functools.lru_cache(maxsize=1)
def message_vectors() -> np.ndarray:
    """Return the vectors of all labelled messages, in their order; shape (messages, 384)."""
    return encoder().encode([message.text for message in labelled_messages()])


def _message(row: "dict[str, str]") -> LabelledMessage:
    danger = row["danger"]
    level = danger[: -len(OTHER)] if danger.endswith(OTHER) else danger
    if level not in LEVELS:
        raise KeyError("danger")
    return LabelledMessage(
        needs=() if row["needs"] == NOTHING else tuple(row["needs"].split(",")),
        question="" if row["question"] == NOTHING else row["question"],
        danger=level,
        is_about_other=danger.endswith(OTHER),
        role="" if row["role"] == NOTHING else row["role"],
        text=normalise(row["text"]),
    )
