"""Turns messages into feature rows: meaning and spelling."""

from typing import List

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import StandardScaler

from components.embeddings import CLAUSE_VECTORS, CLAUSES, excerpt


class Features:
    """Rows of the scaled sentence vector, then weighted letter n-grams."""

    def __init__(self, *, ngrams: int, spelling_weight: float) -> None:
        """Set the longest letter n-gram and the weight of spelling relative to meaning."""
        self._scaler = StandardScaler()
        self._weight = spelling_weight
        self._spelling = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, ngrams), min_df=3, sublinear_tf=True)

    def fit(self, texts: List[str], vectors: np.ndarray) -> csr_matrix:
        """Fit the scale and the n-grams, and return the rows of the training messages."""
        self._scaler.fit(vectors)
        self._spelling.fit(texts)
        return self.rows(texts, vectors)

    def rows(self, texts: List[str], vectors: np.ndarray) -> csr_matrix:
        """Return one row per message; `vectors` has the shape (messages, 384)."""
        meaning = self._scaler.transform(vectors) / np.sqrt(vectors.shape[1])
        return hstack([csr_matrix(meaning), self._weight * self._spelling.transform(texts)]).tocsr()

    def rows_of(self, message: Message) -> csr_matrix:
        """Return the row of a message, then those of its clauses where it has several."""
        parts = message.get(CLAUSES) or []
        vectors = [vectors_of([message]), *([message.get(CLAUSE_VECTORS)] if parts else [])]
        return self.rows([*texts_of([message]), *parts], np.vstack(vectors))


def texts_of(messages: List[Message]) -> List[str]:
    """Return what is read of each message."""
    return [excerpt(message.get(TEXT)) for message in messages]


def vectors_of(messages: List[Message]) -> np.ndarray:
    """Return the sentence vectors of messages, shape (messages, 384)."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
