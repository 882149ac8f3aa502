"""What the context of a message tells about it: signs that are learnt beside the message's own words.

Safety is none of them: in the middle of a danger "ok" and "what do I write to X" would be heard as danger. Nor is what was asked: something
is asked nearly always, and who does not answer it says the same as without it; rules read the answers (understanding/answers.py).
"""

from typing import Dict, Optional, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from understanding.context import Context

Contexts = Sequence[Optional[Context]]
"""What each message was said into; None where that is not known."""

ALONE = {"alone": 1.0}
"""The signs of a message that was said into nothing: the first of a conversation, or one whose context is not known."""

QUESTION_BEFORE = 0.5
"""How much the question that was answered last counts beside the other signs: many were answered only a few times."""


OPENING = "welcome"
"""How the entries begin that are said before anybody wrote."""


def signs_of(context: Optional[Context]) -> Dict[str, float]:
    """Return the signs by name."""
    if context is None or (not context.heard and all(key.startswith(OPENING) for key in context.said)):
        return ALONE
    return {
        f"heard={context.heard}": 1.0,
        f"role={context.role}": 1.0,
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
