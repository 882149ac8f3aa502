"""Classifies messages: their intents and needs, the chances of danger, and who writes.

A message is read as a whole and clause by clause, by its meaning, its spelling and what it was said into; all models learn from the
same rows, of Rasa's sentences and of the labelled messages.
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

from components.features import Features, texts_of, vectors_of
from components.labels import DANGER_CHANCES, DOES_CHANCES, ROLE_CHANCES, LabelModels
from components.messages import labelled_messages, message_vectors
from components.needs import NEEDS, NeedModel

_FILE = "classifier.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MessageClassifier(IntentClassifier, GraphComponent):
    """Adds the intent, the ranking of all intents, the needs, and the chances of danger and of roles."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Require a featurizer, the sentence embeddings."""
        return [Featurizer]

    @staticmethod
    def required_packages() -> List[str]:
        """Name the packages this component needs."""
        return ["sklearn", "scipy"]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the default settings (see Features, Regression and NeedModel)."""
        return {"penalty": 0.2, "steps": 60, "ngrams": 4, "spelling_weight": 1.0, "danger_threshold": 0.4}

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Use the settings; `train` fits the models, or `load` reads them."""
        self._model_storage = model_storage
        self._resource = resource
        settings = {"penalty": config["penalty"], "steps": config["steps"]}
        self._features = Features(ngrams=config["ngrams"], spelling_weight=config["spelling_weight"])
        self._needs = NeedModel(danger_threshold=config["danger_threshold"], balance=0.5, further=0.5, **settings)
        self._labels = LabelModels(**settings)

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MessageClassifier":
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
    ) -> "MessageClassifier":
        """Load a trained component."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._features, component._needs, component._labels = joblib.load(Path(folder) / _FILE)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all sentences that have an intent, and on the labelled messages."""
        sentences = [one for one in training_data.intent_examples if one.get(TEXT)]
        messages = labelled_messages()
        rows = self._features.fit(
            [*texts_of(sentences), *(one.text for one in messages)],
            np.vstack([vectors_of(sentences), message_vectors()]),
            [*([None] * len(sentences)), *(one.context for one in messages)],
        )
        intents = [one.get(INTENT) for one in sentences]
        self._needs.fit(rows, [*((intent,) for intent in intents), *(one.needs for one in messages)])
        self._labels.fit(rows, self._features.of_words(rows), intents, messages)
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump((self._features, self._needs, self._labels), Path(folder) / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Add what was found to every message that has text."""
        for message in messages:
            if message.get(TEXT):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        rows = self._features.rows_of(message)
        danger, chances = self._labels.danger(self._features.of_words(rows)), self._needs.chances(rows)
        ranking = self._needs.ranking(chances[0], danger)
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        message.set(NEEDS, self._needs.needs(chances))
        message.set(DANGER_CHANCES, danger)
        message.set(ROLE_CHANCES, self._labels.roles(rows))
        message.set(DOES_CHANCES, self._labels.does(rows))
