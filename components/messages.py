"""Labelled messages: what a careful reader takes from one message, for everything that is learnt.

`data/messages` holds messages that stand alone, `data/conversations` those of whole conversations, each of which was said into the
context that the messages before it made.
"""

import csv
import functools
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

import numpy as np

from components.kept_vectors import kept_vectors
from understanding.context import MOVES, Context
from understanding.normalise import normalise

MESSAGES, CONVERSATIONS = Path("data/messages"), Path("data/conversations")
COLUMNS = ("needs", "question", "danger", "role", "text")
IN_CONVERSATION = ("asked", "does", *COLUMNS)
NOTHING = "-"
UNKNOWN_QUESTION = "?"
"""Marks a question that the catalogue has not."""

LEVELS = ("none", "near", "passed", "doubt", "suicide", "harm", "violence")
OTHER = ".other"
"""Ends the label of a danger that is somebody else's."""

ASKED = {
    "age": "age_in_image", "platform": "platform", "state": "state", "role": "role", "who": "who", "safe": "safe",
    "file": "file_on_device", "human": "human",
}  # fmt: skip
"""What the program had asked, by its name in a file and in a Context."""

DOES = ("done", "next", "yes", "no", "value", "skip", "again", "wait", "later", "cannot", "bye")
"""What a message is to what was said before."""

_SAFETY = {"passed": "eased", "doubt": "doubt", "suicide": "danger", "harm": "danger", "violence": "danger"}


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
    does: str = ""
    """One of DOES, or empty."""
    context: Optional[Context] = None
    """What it was said into; None where it stands alone."""


def labelled_messages(*, messages: Path = MESSAGES, conversations: Path = CONVERSATIONS) -> List[LabelledMessage]:
    """Return all labelled messages; raise ValueError with file and line where one is malformed."""
    alone = (_message(row) for file in sorted(messages.glob("**/*.tsv")) for row, _ in _rows(file, COLUMNS))
    found = list(alone)
    for file in sorted(conversations.glob("**/*.tsv")):
        context = Context()
        for row, begins in _rows(file, IN_CONVERSATION):
            context = Context() if begins else context
            message = _message(row)._replace(
                does="" if row["does"] == NOTHING else row["does"],
                context=_with_asked(context, asked=row["asked"]),
            )
            found.append(message)
            context = _after(context, message)
    return found


@functools.lru_cache(maxsize=1)
def message_vectors() -> np.ndarray:
    """Return the vectors of all labelled messages, in their order; shape (messages, 384)."""
    return kept_vectors([message.text for message in labelled_messages()])


def _rows(file: Path, columns: Tuple[str, ...]) -> Iterator[Tuple[Dict[str, str], bool]]:
    """Yield the rows of a file, and whether each begins a conversation: an empty line stands between two."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != columns:
            raise ValueError(f"{file}, line 1: the columns must be {', '.join(columns)}")
        begins = True
        for cells in rows:
            row = dict(zip(columns, cells))
            if cells and (len(cells) != len(columns) or not _is_known(row)):
                raise ValueError(f"{file}, line {rows.line_num}: {len(columns)} columns and known labels are needed")
            if cells:
                yield row, begins
            begins = not cells


def _is_known(row: Dict[str, str]) -> bool:
    """Tell whether all labels but the intents and the question, which are checked where they are used, are known."""
    return (
        _level(row["danger"]) in LEVELS
        and row.get("asked", NOTHING) in (NOTHING, *ASKED)
        and row.get("does", NOTHING) in (NOTHING, *DOES)
    )


def _level(danger: str) -> str:
    return danger[: -len(OTHER)] if danger.endswith(OTHER) else danger


def _message(row: Dict[str, str]) -> LabelledMessage:
    return LabelledMessage(
        needs=() if row["needs"] == NOTHING else tuple(row["needs"].split(",")),
        question="" if row["question"] == NOTHING else row["question"],
        danger=_level(row["danger"]),
        is_about_other=row["danger"].endswith(OTHER),
        role="" if row["role"] == NOTHING else row["role"],
        text=normalise(row["text"]),
    )


def _with_asked(context: Context, *, asked: str) -> Context:
    return Context(
        asked=ASKED.get(asked, ""),
        heard=context.heard,
        safety=context.safety,
        known=context.known,
        said=context.said,
    )


def _after(context: Context, message: LabelledMessage) -> Context:
    """Return the context of the message that follows."""
    question = "" if message.question == UNKNOWN_QUESTION else message.question
    return Context(
        heard=next((need for need in message.needs if need not in MOVES), context.heard),
        safety=_SAFETY.get(message.danger, context.safety),
        known={"role": message.role} if message.role else context.known,
        said=(*context.said, f"question.{question}" if question else "heard"),
    )
