"""The intents of a message: a ranking of all, and the needs, which are those above a threshold of their own.

Messages that hold no need are a class of their own, which is never said to be an intent.
"""

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from sklearn.metrics import precision_recall_curve

from components.labels import BY_INTENT, NONE, PASSED
from components.regression import Regression, Rows

DANGER = tuple(BY_INTENT)
NEEDS = "needs"
"""Where a message holds its needs, [{"intent", "confidence"}], likeliest first."""

NO_NEED = "-"
"""The class of messages without a need."""

HELD_OUT = 5
"""Every so manieth sentence is held out to calibrate the thresholds."""

LOWEST, HIGHEST = 0.15, 0.6
"""Bounds of an intent's threshold."""

CLAUSE_MARGIN = 0.1
"""A clause alone must be so much above the threshold: it has less to go by than the whole message."""


class NeedModel:
    """One regression over the intents, with a threshold for each."""

    def __init__(self, *, danger_threshold: float, **settings: Any) -> None:
        """Prepare the regression; `danger_threshold` is a probability (docs/decisions/0002-intents-by-embeddings.md)."""
        self._danger_threshold = danger_threshold
        self._regression = Regression(**settings)
        self._thresholds: Dict[str, float] = {}

    def fit(self, rows: Rows, needs: Sequence[Tuple[str, ...]]) -> "NeedModel":
        """Learn the needs of each row; the thresholds are learnt from rows that were held out, then all are learnt from."""
        named = [one or (NO_NEED,) for one in needs]
        held_out = np.arange(len(named)) % HELD_OUT == 0
        self._regression.fit(rows[~held_out], [named[place] for place in np.flatnonzero(~held_out)])
        chances = self._regression.chances(rows[held_out])
        truth = [named[place] for place in np.flatnonzero(held_out)]
        self._thresholds = thresholds(self._regression.classes, chances, truth)
        self._regression.fit(rows, named)
        return self

    def chances(self, rows: Rows) -> np.ndarray:
        """Return the chance of each intent and of NO_NEED, shape (rows, classes)."""
        return self._regression.chances(rows)

    def needs(self, chances: np.ndarray) -> List[Dict[str, Any]]:
        """Return the intents above their threshold in the whole message (first row) or in a clause, likeliest first."""
        found = {}
        for column, intent in enumerate(self._regression.classes):
            if intent == NO_NEED:
                continue
            threshold = self._thresholds.get(intent, HIGHEST)
            whole = float(chances[0, column])
            clause = float(chances[1:, column].max()) if len(chances) > 1 else 0.0
            if whole >= threshold or clause >= threshold + CLAUSE_MARGIN:
                found[intent] = max(whole, clause)
        return [
            {"intent": intent, "confidence": found[intent]} for intent in sorted(found, key=lambda one: -found[one])
        ]

    def ranking(self, chances: np.ndarray, danger: Dict[str, float]) -> List[Dict[str, Any]]:
        """Return all intents of a whole message, likeliest first.

        A danger intent comes first if its chance and that of danger (see components/labels.py) reach the threshold by their mean.
        """
        classes = self._regression.classes
        order = [place for place in np.argsort(-chances) if classes[place] != NO_NEED]
        ranking = [{"name": classes[place], "confidence": float(chances[place])} for place in order]
        dangers = [entry for entry in ranking if entry["name"] in DANGER]
        some = 1.0 - danger.get(NONE, 1.0) - danger.get(PASSED, 0.0)
        agreed = (sum(entry["confidence"] for entry in dangers) + some) / 2
        if agreed >= self._danger_threshold:
            first = {"name": dangers[0]["name"], "confidence": agreed}
        else:
            first = next(entry for entry in ranking if entry["name"] not in DANGER)
        return [first, *(entry for entry in ranking if entry["name"] != first["name"])]


def thresholds(classes: List[str], chances: np.ndarray, needs: List[Tuple[str, ...]]) -> Dict[str, float]:
    """Return the threshold of each intent that gives the best F1 on held-out messages, within LOWEST and HIGHEST."""
    found = {}
    for column, intent in enumerate(classes):
        truth = np.array([intent in one for one in needs])
        precision, recall, steps = precision_recall_curve(truth, chances[:, column])
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = float(steps[min(int(np.argmax(f1)), len(steps) - 1)])
        found[intent] = min(max(best, LOWEST), HIGHEST)
    return found
