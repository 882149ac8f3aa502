"""What is learnt about questions beside their wordings: which one a text asks, if any, and how far the nearest can be trusted."""

from typing import Dict, List, NamedTuple, Optional, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from components.question_vectors import Wordings, around, scores
from components.regression import Regression, Rows
from components.signs import Contexts, Signs
from understanding.context import Context

NO_QUESTION = ""
STRETCH = 4.0
"""Vectors of norm 1 are stretched by this, so that the regression's penalty does not flatten them."""

SHARE = 0.06
"""How much the regression's logarithmic odds count beside similarity."""

NEW, BEHIND = 3.0, 1.5
"""The odds of a question that came after training: about those of one that is asked, or so much behind the likeliest, so that its wordings
decide, and one that is only near to them does not take the place of a neighbour that was learnt."""

VERBATIM, TRUST_IN_VERBATIM = 0.9, 0.9
"""How near a text is to a wording that says the same, and how far such a match is trusted at least."""

_FLOOR = 1e-6


class QuestionOdds:
    """Tells the odds of each question against none, for a vector seen from its script's centre and what it was said into."""

    def __init__(self, contexts: Contexts) -> None:
        """Prepare the regression for all contexts that will be met; `fit` comes first."""
        self._signs = Signs()
        self._signs.fit(contexts)
        self._regression = Regression(penalty=0.1, steps=40, steps_again=15, balance=0.0)

    def fit(self, vectors: np.ndarray, names: Sequence[str], contexts: Contexts) -> "QuestionOdds":
        """Learn from centred vectors, shape (texts, 384), the question each text asks, NO_QUESTION for none, and its context.

        A second time goes on from the first.
        """
        rows = Rows((vectors * STRETCH).astype(np.float32), self._signs.rows(contexts))
        self._regression.fit(rows, [(name,) for name in names])
        return self

    def of(self, vector: np.ndarray, context: Optional[Context]) -> Dict[str, float]:
        """Return the natural logarithm of the odds of each question that was learnt, against none."""
        rows = Rows((vector[None] * STRETCH).astype(np.float32), self._signs.rows([context]))
        chances = np.log(self._regression.chances(rows)[0] + _FLOOR)
        names = self._regression.classes
        none = chances[names.index(NO_QUESTION)]
        return {name: float(chance - none) for name, chance in zip(names, chances) if name != NO_QUESTION}


class Match(NamedTuple):
    """The nearest question of one text, and what tells how far it can be trusted."""

    name: str
    score: float
    """Similarity and odds together."""
    lead: float
    """How far it is before the second."""
    odds: float
    said: float
    """How near the text is to texts that ask none, -1 to 1."""
    closest: float = 0.0
    """How near the text is to the nearest wording of the question, -1 to 1."""

    @property
    def signs(self) -> List[float]:
        """Return what Trust goes by."""
        return [self.score, self.lead, self.odds, self.said]


def match(
    wordings: Wordings, vector: np.ndarray, *, odds: Dict[str, float], bonus: Dict[str, float], others: np.ndarray
) -> Match:
    """Return the nearest question of a vector; `bonus` is added by question, `others` are centred vectors that ask none."""
    new = max(NEW, max(odds.values(), default=0.0) - BEHIND)
    joined = np.array(
        [
            score + SHARE * odds.get(name, new) + bonus.get(name, 0.0)
            for name, score in zip(wordings.names, scores(wordings, vector))
        ]
    )
    order = np.argsort(-joined)[:2]
    seen = around(wordings.centre, vector)[0]
    nearest = np.partition(others @ seen, -2)[-2:].mean() if len(others) > 1 else -1.0
    name = wordings.names[order[0]]
    ends = [*wordings.starts[1:], len(wordings.vectors)]
    closest = float((wordings.vectors[wordings.starts[order[0]] : ends[order[0]]] @ seen).max())
    lead = joined[order[0]] - joined[order[1]] if len(order) > 1 else 1.0
    return Match(name, float(joined[order[0]]), float(lead), odds.get(name, new), float(nearest), closest)


class Trust:
    """Tells how likely the nearest question is the one that was asked."""

    def __init__(self) -> None:
        """Prepare the regression; `fit` comes first."""
        self._regression = LogisticRegression(C=10.0, class_weight=None)

    def fit(self, matches: Sequence[Match], right: Sequence[bool]) -> "Trust":
        """Learn from matches of texts that nothing else was learnt from, and whether each was right."""
        self._regression.fit([one.signs for one in matches], list(right))
        return self

    def of(self, one: Match) -> float:
        """Return the probability that a match is right, 0 to 1."""
        chance = float(self._regression.predict_proba([one.signs])[0, 1])
        return max(chance, TRUST_IN_VERBATIM) if one.closest >= VERBATIM else chance
