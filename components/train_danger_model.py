"""Train the danger model: `python -m components.train_danger_model OUT.json`.

`bot` checks each message for danger before it asks Rasa, and also without Rasa (bot/conversation/danger/model.py). It has no
machine-learning library, so this module trains a small linear model over letter n-grams on Rasa's sentences and on the labelled
messages, and writes it as JSON: for each n-gram its inverse document frequency and one weight per class.
"""

import json
import sys
from pathlib import Path
from typing import Iterator, List, Tuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from components.labels import BY_INTENT, DOUBT, NONE, is_told
from components.messages import labelled_messages
from components.sentences import sentences

LONGEST_NGRAM = 4
_INTENT = {level: intent for intent, level in BY_INTENT.items()}


def examples() -> Iterator[Tuple[str, str]]:
    """Yield (text, class) of all that is learnt from: a danger intent, or `none`. What is to be asked about is neither.

    Neither is a message whose danger only its conversation tells: this model reads messages alone.
    """
    for intent, text in sentences():
        yield text, intent if intent in BY_INTENT else NONE
    for message in labelled_messages():
        intent = _INTENT.get(message.danger, NONE)
        if message.danger != DOUBT and is_told(message):
            yield message.text, intent


def train(texts: List[str], labels: List[str]) -> dict:
    """Return the trained model as plain data."""
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, LONGEST_NGRAM), min_df=3, sublinear_tf=True)
    rows = grams.fit_transform(texts)
    regression = LogisticRegression(C=10.0, class_weight="balanced", max_iter=500, random_state=42).fit(rows, labels)
    weights = np.round(regression.coef_, 4)
    return {
        "longest": LONGEST_NGRAM,
        "classes": [str(name) for name in regression.classes_],
        "intercepts": [float(value) for value in np.round(regression.intercept_, 4)],
        "grams": {
            gram: [round(float(grams.idf_[column]), 4), *(float(value) for value in weights[:, column])]
            for gram, column in sorted(grams.vocabulary_.items())
        },
    }


def main() -> None:
    """Train, and write the file named on the command line."""
    texts, labels = zip(*examples())
    model = train(list(texts), list(labels))
    Path(sys.argv[1]).write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
