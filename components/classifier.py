"""Classifies intents by logistic regression over meaning and spelling.

A message is classified as a whole and clause by clause; each intent has its own threshold, so that several needs are found. Messages
that hold no need are a class of their own, which is never said to be an intent.
"""

from pathlib import Path
from typing import Any, Dict, List, Tuple, Type

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
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

from components.features import Features, texts_of, vectors_of
from components.labels import BY_INTENT, DANGER_CHANCES, NONE, PASSED
from components.messages import labelled_messages, message_vectors

DANGER = tuple(BY_INTENT)
NEEDS = "needs"
"""Where a message holds its needs, [{"intent", "confidence"}], likeliest first."""

NO_NEED = "-"
"""The class of messages without a need."""

FURTHER = 0.5
"""How much a message counts as an example of each need after its main one."""

HELD_OUT = 5
"""Every so manieth sentence is held out to calibrate the thresholds."""

LOWEST, HIGHEST = 0.15, 0.6
"""Bounds of an intent's threshold."""

CLAUSE_MARGIN = 0.1
"""A clause alone must be so much above the threshold: it has less to go by than the whole message."""

_FILE = "classifier.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerAwareClassifier(IntentClassifier, GraphComponent):
    """Ranks the intents; a danger intent comes first if its chance and that of danger reach the danger threshold by their mean."""

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
        settings["warm_start"] = True  # the second fit, on all sentences, goes on from the first
        self._regression = LogisticRegression(**settings)
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
        component._features, component._regression, component._thresholds = parts
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all examples that have an intent and text, and on the labelled messages."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        messages = labelled_messages()
        rows = self._features.fit(
            [*texts_of(examples), *(one.text for one in messages)], np.vstack([vectors_of(examples), message_vectors()])
        )
        needs = [(example.get(INTENT),) for example in examples] + [one.needs or (NO_NEED,) for one in messages]
        held_out = np.arange(len(needs)) % HELD_OUT == 0
        self._fit(rows[~held_out], [needs[place] for place in np.flatnonzero(~held_out)])
        chances = self._regression.predict_proba(rows[held_out])
        truth = [needs[place] for place in np.flatnonzero(held_out)]
        self._thresholds = thresholds(list(self._regression.classes_), chances, truth)
        self._fit(rows, needs)
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump((self._features, self._regression, self._thresholds), Path(folder) / _FILE)
        return self._resource

    def _fit(self, rows: Any, needs: List[Tuple[str, ...]]) -> None:
        """Fit the regression: a message with several needs is an example of each."""
        pairs = [(row, place, need) for row, found in enumerate(needs) for place, need in enumerate(found)]
        weights = [FURTHER if place else 1.0 for _, place, _ in pairs]
        self._regression.fit(rows[[row for row, _, _ in pairs]], [need for _, _, need in pairs], sample_weight=weights)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the intent, the ranking of all intents, the needs and the chances of danger to every message that has text."""
        for message in messages:
            if message.get(TEXT):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        chances = self._regression.predict_proba(self._features.rows_of(message))
        ranking = self._ranking(chances[0], message.get(DANGER_CHANCES) or {})
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        message.set(NEEDS, self._needs(chances))

    def _needs(self, chances: np.ndarray) -> List[Dict[str, Any]]:
        """Return the intents above their threshold in the whole message (first row) or in a clause, likeliest first."""
        found = {}
        for column, intent in enumerate(self._regression.classes_):
            if intent == NO_NEED:
                continue
            threshold = self._thresholds.get(str(intent), HIGHEST)
            whole = float(chances[0, column])
            clause = float(chances[1:, column].max()) if len(chances) > 1 else 0.0
            if whole >= threshold or clause >= threshold + CLAUSE_MARGIN:
                found[str(intent)] = max(whole, clause)
        return [
            {"intent": intent, "confidence": found[intent]} for intent in sorted(found, key=lambda one: -found[one])
        ]

    def _ranking(self, chances: np.ndarray, danger: Dict[str, float]) -> List[Dict[str, Any]]:
        """Return all intents, likeliest first; `danger` holds the chances of the levels of danger (components/labels.py)."""
        order = [place for place in np.argsort(-chances) if self._regression.classes_[place] != NO_NEED]
        ranking = [{"name": str(self._regression.classes_[i]), "confidence": float(chances[i])} for i in order]
        dangers = [entry for entry in ranking if entry["name"] in DANGER]
        some = 1.0 - danger.get(NONE, 1.0) - danger.get(PASSED, 0.0)
        agreed = (sum(entry["confidence"] for entry in dangers) + some) / 2
        if agreed >= self._config["danger_threshold"]:
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
        found[str(intent)] = min(max(best, LOWEST), HIGHEST)
    return found
