"""What the context of a message tells about it: signs that are learnt beside the message's own words.

Safety is none of them: in the middle of a danger "ok" and "what do I write to X" would be heard as danger.
"""

from typing import Dict, Optional, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from understanding.context import Context

Contexts = Sequence[Optional[Context]]
"""What each message was said into; None where that is not known."""

ALONE = {"alone": 1.0}
"""The signs of a message whose context is not known."""

QUESTION_BEFORE = 0.5
"""How much the question that was answered last counts beside the other signs: many were answered only a few times."""


SAFE = "safe"
_ABOUT_SAFETY = frozenset({"wish", "harm", "at_hand", "still_there", "other_safe", "still_safe"})
"""What else is asked about safety: one sign with SAFE, as the labelled conversations tell them not apart."""


def signs_of(context: Optional[Context]) -> Dict[str, float]:
    """Return the signs by name."""
    if context is None:
        return ALONE
    if not context.said and not context.heard:
        return {"first": 1.0}
    return {
        f"heard={context.heard}": 1.0,
        f"role={context.role}": 1.0,
        f"asked={SAFE if context.asked in _ABOUT_SAFETY else context.asked}": 1.0,
        f"question={context.last_question}": QUESTION_BEFORE,
    }


class Signs:
    """Turns contexts into rows, one column a sign that was met in training."""

    def __init__(self) -> None:
        """Prepare the columns; `fit` comes first."""
        self._columns = DictVectorizer(dtype=np.float32)

    def fit(self, contexts: Contexts) -> csr_matrix:
        """Learn the columns, and return the rows."""
        return self._columns.fit_transform([signs_of(context) for context in contexts])

    def rows(self, contexts: Contexts) -> csr_matrix:
        """Return one row for each context."""
        return self._columns.transform([signs_of(context) for context in contexts])
