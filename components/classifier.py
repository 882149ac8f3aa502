"""Classifies intents by logistic regression over meaning and spelling, with a second regression for danger.

A message is classified as a whole and clause by clause; each intent has its own threshold, so that several needs are found.
"""

from pathlib import Path
from typing import Any, Dict, List, Type

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve
from sklearn.preprocessing import StandardScaler

from components.embeddings import CLAUSE_VECTORS, CLAUSES, excerpt

DANGER = ("crisis_suicide", "crisis_self_harm", "immediate_danger")
NEEDS, DANGER_CHANCES = "needs", "danger_chances"
"""Where a message holds its needs, [{"intent", "confidence"}], likeliest first, and the chance of each danger intent, 0 to 1."""

HELD_OUT = 5
"""Every so manieth sentence is held out to calibrate the thresholds."""

LOWEST, HIGHEST = 0.15, 0.6
"""Bounds of an intent's threshold."""

CLAUSE_MARGIN = 0.1
"""A clause alone must be so much above the threshold: it has less to go by than the whole message."""

_FILE = "classifier.joblib"


class Features:
    """Turns messages into feature rows: the scaled sentence vector, then weighted letter n-grams."""

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


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerAwareClassifier(IntentClassifier, GraphComponent):
    """Ranks the intents; a danger intent comes first if the mean of two models reaches the danger threshold."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Require a featurizer, the sentence embeddings."""
        return [Featurizer]

    @staticmethod
    def required_packages() -> List[str]:
        """Name the packages this component needs."""
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the default settings; `danger_threshold` is a probability (docs/decisions/0002-intents-by-embeddings.md)."""
        return {"C": 5.0, "ngrams": 4, "spelling_weight": 1.0, "danger_threshold": 0.4, "max_iter": 600, "tol": 0.1}

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Use the settings; `train` fits the model, or `load` reads it."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._features = Features(ngrams=config["ngrams"], spelling_weight=config["spelling_weight"])
        names = ("C", "max_iter", "tol")
        settings = {"class_weight": "balanced", "random_state": 42, **{name: config[name] for name in names}}
        self._regression = LogisticRegression(**settings)
        self._danger = LogisticRegression(**settings)
        self._thresholds: Dict[str, float] = {}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "DangerAwareClassifier":
        """Create an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "DangerAwareClassifier":
        """Load a trained component."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            parts = joblib.load(Path(folder) / _FILE)
        component._features, component._regression, component._danger, component._thresholds = parts
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all examples that have an intent and text."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        rows = self._features.fit(_texts(examples), _vectors(examples))
        intents = np.array([example.get(INTENT) for example in examples])
        held_out = np.arange(len(intents)) % HELD_OUT == 0
        self._regression.fit(rows[~held_out], intents[~held_out])
        chances = self._regression.predict_proba(rows[held_out])
        self._thresholds = thresholds(list(self._regression.classes_), chances, intents[held_out])
        self._regression.fit(rows, intents)
        self._danger.fit(rows, [intent in DANGER for intent in intents])
        with self._model_storage.write_to(self._resource) as folder:
            parts = (self._features, self._regression, self._danger, self._thresholds)
            joblib.dump(parts, Path(folder) / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the intent, the ranking of all intents, the needs and the chances of danger to every message that has text."""
        for message in messages:
            if message.get(TEXT):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        parts = message.get(CLAUSES) or []
        vectors = [_vectors([message]), *([message.get(CLAUSE_VECTORS)] if parts else [])]
        rows = self._features.rows([*_texts([message]), *parts], np.vstack(vectors))
        chances, dangers = self._regression.predict_proba(rows), self._danger.predict_proba(rows)[:, 1]
        ranking = self._ranking(chances[0], float(dangers[0]))
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        message.set(NEEDS, self._needs(chances))
        message.set(DANGER_CHANCES, self._danger_chances(chances, dangers))

    def _needs(self, chances: np.ndarray) -> List[Dict[str, Any]]:
        """Return the intents above their threshold in the whole message (first row) or in a clause, likeliest first."""
        found = {}
        for column, intent in enumerate(self._regression.classes_):
            threshold = self._thresholds.get(str(intent), HIGHEST)
            whole = float(chances[0, column])
            clause = float(chances[1:, column].max()) if len(chances) > 1 else 0.0
            if whole >= threshold or clause >= threshold + CLAUSE_MARGIN:
                found[str(intent)] = max(whole, clause)
        return [
            {"intent": intent, "confidence": found[intent]} for intent in sorted(found, key=lambda one: -found[one])
        ]

    def _danger_chances(self, chances: np.ndarray, dangers: np.ndarray) -> Dict[str, float]:
        """Return the chance of each danger intent: the two models agree by their mean, the clause with the most counts."""
        columns = [column for column, intent in enumerate(self._regression.classes_) if intent in DANGER]
        agreed = (chances[:, columns].sum(axis=1) + dangers) / 2
        row = int(np.argmax(agreed))
        shares = chances[row, columns] / max(float(chances[row, columns].sum()), 1e-9)
        return {
            str(self._regression.classes_[column]): float(agreed[row] * share) for column, share in zip(columns, shares)
        }

    def _ranking(self, chances: np.ndarray, danger: float) -> List[Dict[str, Any]]:
        """Return all intents, likeliest first; `danger` is the second model's probability of any danger intent."""
        order = np.argsort(-chances)
        ranking = [{"name": str(self._regression.classes_[i]), "confidence": float(chances[i])} for i in order]
        dangers = [entry for entry in ranking if entry["name"] in DANGER]
        agreed = (sum(entry["confidence"] for entry in dangers) + danger) / 2
        if agreed >= self._config["danger_threshold"]:
            first = {"name": dangers[0]["name"], "confidence": agreed}
        else:
            first = next(entry for entry in ranking if entry["name"] not in DANGER)
        return [first, *(entry for entry in ranking if entry["name"] != first["name"])]


def _texts(messages: List[Message]) -> List[str]:
    return [excerpt(message.get(TEXT)) for message in messages]


def _vectors(messages: List[Message]) -> np.ndarray:
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])


def thresholds(classes: List[str], chances: np.ndarray, intents: np.ndarray) -> Dict[str, float]:
    """Return the threshold of each intent that gives the best F1 on held-out sentences, within LOWEST and HIGHEST."""
    found = {}
    for column, intent in enumerate(classes):
        precision, recall, steps = precision_recall_curve(intents == intent, chances[:, column])
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = float(steps[min(int(np.argmax(f1)), len(steps) - 1)])
        found[str(intent)] = min(max(best, LOWEST), HIGHEST)
    return found
