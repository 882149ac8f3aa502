"""Turns messages into feature rows: meaning, spelling, and what the context tells."""

from typing import List, Optional

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import StandardScaler

from components.embeddings import CLAUSE_VECTORS, CLAUSES, excerpt
from components.regression import Rows
from components.signs import Contexts, Signs
from understanding.context import Context, context_of


class Features:
    """Rows of the scaled sentence vector, and beside it weighted letter n-grams and the signs of the context."""

    def __init__(self, *, ngrams: int, spelling_weight: float) -> None:
        """Set the longest letter n-gram and the weight of spelling relative to meaning."""
        self._scaler = StandardScaler()
        self._weight = spelling_weight
        self._spelling = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(1, ngrams), min_df=5, sublinear_tf=True, dtype=np.float32
        )
        self._signs = Signs()

    def fit(self, texts: List[str], vectors: np.ndarray, contexts: Contexts) -> Rows:
        """Fit the scale, the n-grams and the signs, and return the rows of the training messages."""
        self._scaler.fit(vectors)
        self._spelling.fit(texts)
        self._signs.fit(contexts)
        return self.rows(texts, vectors, contexts)

    def rows(self, texts: List[str], vectors: np.ndarray, contexts: Contexts) -> Rows:
        """Return one row per message; `vectors` has the shape (messages, 384)."""
        meaning = self._scaler.transform(vectors) / np.sqrt(vectors.shape[1])
        spelling = self._weight * self._spelling.transform(texts)
        return Rows(meaning.astype(np.float32), hstack([spelling, self._signs.rows(contexts)]).tocsr())

    def of_words(self, rows: Rows) -> Rows:
        """Return rows without what the context tells."""
        return Rows(rows.dense, rows.sparse[:, : len(self._spelling.vocabulary_)])

    def rows_of(self, message: Message) -> Rows:
        """Return the row of a message, then those of its clauses where it has several."""
        parts = message.get(CLAUSES) or []
        vectors = [vectors_of([message]), *([message.get(CLAUSE_VECTORS)] if parts else [])]
        texts = [*texts_of([message]), *parts]
        return self.rows(texts, np.vstack(vectors), [known_context(message)] * len(texts))


def known_context(message: Message) -> Optional[Context]:
    """Return what a message was said into, None where it came without that."""
    metadata = message.get("metadata")
    return context_of(metadata) if metadata else None


def texts_of(messages: List[Message]) -> List[str]:
    """Return what is read of each message."""
    return [excerpt(message.get(TEXT)) for message in messages]


def vectors_of(messages: List[Message]) -> np.ndarray:
    """Return the sentence vectors of messages, shape (messages, 384)."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
