"""What the encoder is tuned on: sentences of the intents, wordings of the questions, labelled messages."""

from typing import Dict, List, NamedTuple, Optional, Tuple

import numpy as np

from components.labels import BY_INTENT, NONE, level_of
from components.messages import NOTHING, UNKNOWN_QUESTION, labelled_messages
from components.question_vectors import read_questions
from components.questions import ASKS, FOLDER, STATEMENTS
from components.sentences import sentences
from understanding.context import Context

FURTHER = 0.5
"""How much a further need of a message counts beside its main one."""

NO_QUESTION = ""
"""The class of texts that ask no question of the catalogue."""

WEIGHT_OF_NONE = 0.3
"""How much such a text counts: there are many of them."""


class Example(NamedTuple):
    """One text with what it holds: None (no needs) where that is not known."""

    text: str
    needs: Tuple[str, ...] = ()
    """The intents it is about; NOTHING is one of them where it is about none."""
    question: Optional[str] = None
    danger: Optional[str] = None
    context: Optional[Context] = None


class Targets(NamedTuple):
    """What a batch should be read as: shares of classes, shape (texts, classes), and how much each text counts."""

    intents: np.ndarray
    intent_weights: np.ndarray
    dangers: np.ndarray
    danger_weights: np.ndarray
    questions: np.ndarray
    question_weights: np.ndarray


def examples() -> List[Example]:
    """Return all examples."""
    catalogue = read_questions(FOLDER)
    found = [
        Example(
            text,
            needs=(intent,),
            question=NO_QUESTION if intent in STATEMENTS and not ASKS.search(text) else None,
            danger=BY_INTENT.get(intent, NONE),
        )
        for intent, text in sentences()
    ]
    found += [Example(wording, question=one.id) for one in catalogue.values() for wording in one.wordings]
    for message in labelled_messages():
        is_known = message.question != UNKNOWN_QUESTION and (not message.question or message.question in catalogue)
        found.append(
            Example(
                message.text,
                needs=message.needs or (NOTHING,),
                question=message.question if is_known else None,
                danger=level_of(message),
                context=message.context,
            )
        )
    return found


class Classes:
    """The classes of a set of examples, and what each example should be read as."""

    def __init__(self, found: List[Example]) -> None:
        """Number the intents, the levels of danger and the questions that occur; no question is a class too."""
        self.intents = _numbered({need for one in found for need in one.needs})
        self.dangers = _numbered({one.danger for one in found if one.danger is not None})
        self.questions = _numbered({one.question for one in found if one.question is not None})

    def targets(self, found: List[Example]) -> Targets:
        """Return what a batch of examples should be read as."""
        shares = np.zeros((len(found), len(self.intents)), np.float32)
        for row, one in enumerate(found):
            for place, need in enumerate(one.needs):
                shares[row, self.intents[need]] = FURTHER if place else 1.0
        sums = shares.sum(axis=1)
        weights = [
            0.0 if one.question is None else WEIGHT_OF_NONE if one.question == NO_QUESTION else 1.0 for one in found
        ]
        return Targets(
            intents=shares / np.maximum(sums, 1e-9)[:, None],
            intent_weights=(sums > 0).astype(np.float32),
            dangers=_one_each([one.danger for one in found], self.dangers),
            danger_weights=np.array([one.danger is not None for one in found], np.float32),
            questions=_one_each([one.question for one in found], self.questions),
            question_weights=np.array(weights, np.float32),
        )


def _one_each(names: "List[str | None]", numbers: Dict[str, int]) -> np.ndarray:
    shares = np.zeros((len(names), len(numbers)), np.float32)
    for row, name in enumerate(names):
        if name is not None:
            shares[row, numbers[name]] = 1.0
    return shares


def _numbered(names: "set[str]") -> Dict[str, int]:
    return {name: number for number, name in enumerate(sorted(names))}
