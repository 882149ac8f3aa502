"""Measures how far what was learnt in one language holds in the other: `python -m components.across_languages FILE.tsv ...`.

The regression over intents learns from the sentences and labelled messages of one language alone, and reads the rows of the files
(columns as for `python -m bot nlu`) of each. It prints one JSON object: {"ja": {"ja": share, "en": share}, "en": ...}, shares 0 to 1 of rows
whose first or second intent was understood. The encoder is the one in use: it was tuned to both languages.
"""

import csv
import json
import sys
from pathlib import Path
from typing import Dict, List, NamedTuple

import numpy as np

from components.classifier import MessageClassifier
from components.encoder import encoder
from components.features import Features
from components.messages import CONVERSATIONS, MESSAGES, labelled_messages
from components.needs import NO_NEED
from components.regression import Regression
from components.sentences import FOLDER, sentences
from understanding.normalise import normalise

LANGUAGES = ("ja", "en")


class Row(NamedTuple):
    """One sentence of a test, and the intents that are right for it."""

    language: str
    right: "tuple[str, ...]"
    text: str


def main() -> None:
    """Measure and print."""
    rows = [row for file in sys.argv[1:] for row in _rows(Path(file))]
    sys.stdout.write(json.dumps({language: _measured(language, rows) for language in LANGUAGES}) + "\n")


def _rows(file: Path) -> List[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        read = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(row["lang"], tuple(filter(None, (row["label"], row.get("secondary")))), normalise(row["text"]))
        for row in read
    ]


def _measured(language: str, rows: List[Row]) -> Dict[str, float]:
    messages = labelled_messages(messages=MESSAGES / language, conversations=CONVERSATIONS / language)
    learnt = [(text, (intent,), None) for intent, text in sentences(FOLDER / language)]
    learnt += [(one.text, one.needs or (NO_NEED,), one.context) for one in messages]
    texts, needs, contexts = zip(*learnt)
    config = MessageClassifier.get_default_config()
    features = Features(ngrams=config["ngrams"], spelling_weight=config["spelling_weight"])
    regression = Regression(penalty=config["penalty"], steps=config["steps"], balance=0.5, further=0.5)
    regression.fit(features.fit(list(texts), encoder().encode(list(texts)), contexts), list(needs))
    found = features.rows([row.text for row in rows], encoder().encode([row.text for row in rows]), [None] * len(rows))
    chances = regression.chances(found)
    chances[:, regression.classes.index(NO_NEED)] = 0.0
    understood = [regression.classes[place] for place in np.argmax(chances, axis=1)]
    return {
        other: round(
            float(np.mean([intent in row.right for intent, row in zip(understood, rows) if row.language == other])),
            4,
        )
        for other in LANGUAGES
    }


if __name__ == "__main__":
    main()
