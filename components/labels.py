"""Learns what labelled messages (data/messages) hold beside intents: danger, whose danger it is, and who writes."""

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
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from components.features import Features, texts_of, vectors_of
from components.messages import labelled_messages, message_vectors

DANGER_CHANCES, ROLE_CHANCES = "danger_chances", "role_chances"
"""Where a message holds the chance of each level of danger (LEVELS, and OTHER: that it is somebody else's) and of each role, 0 to 1."""

OTHER = "other"
NONE, DOUBT, PASSED = "none", "doubt", "passed"
BY_INTENT = {"crisis_suicide": "suicide", "crisis_self_harm": "harm", "immediate_danger": "violence"}
"""The level of danger in the sentences of an intent; the sentences of all others hold none."""

_SAME = {"near": NONE}
_FILE = "labels.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LabelClassifier(IntentClassifier, GraphComponent):
    """Adds the chances of danger and of roles to a message."""

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
        """Return the default settings."""
        return {"C": 5.0, "ngrams": 4, "spelling_weight": 1.0, "max_iter": 600, "tol": 0.1}

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Use the settings; `train` fits the models, or `load` reads them."""
        self._model_storage = model_storage
        self._resource = resource
        self._features = Features(ngrams=config["ngrams"], spelling_weight=config["spelling_weight"])
        settings = {"class_weight": "balanced", "random_state": 42}
        settings.update({name: config[name] for name in ("C", "max_iter", "tol")})
        self._danger = LogisticRegression(**settings)
        self._other = LogisticRegression(**settings)
        self._role = LogisticRegression(**settings)

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LabelClassifier":
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
    ) -> "LabelClassifier":
        """Load a trained component."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            parts = joblib.load(Path(folder) / _FILE)
        component._features, component._danger, component._other, component._role = parts
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn danger from the sentences of the intents and from the labelled messages, the others from the latter alone."""
        sentences = [one for one in training_data.intent_examples if one.get(TEXT)]
        messages = labelled_messages()
        rows = self._features.fit(
            [*texts_of(sentences), *(one.text for one in messages)],
            np.vstack([vectors_of(sentences), message_vectors()]),
        )
        levels = [BY_INTENT.get(one.get(INTENT), NONE) for one in sentences]
        self._danger.fit(rows, [*levels, *(_SAME.get(one.danger, one.danger) for one in messages)])
        labelled = rows[len(sentences) :]
        in_danger = np.array([one.danger not in (NONE, "near") for one in messages])
        self._other.fit(
            labelled[in_danger], [one.is_about_other for one in messages if one.danger not in (NONE, "near")]
        )
        self._role.fit(labelled, [one.role for one in messages])
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump((self._features, self._danger, self._other, self._role), Path(folder) / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the chances to every message that has text."""
        for message in messages:
            if message.get(TEXT):
                rows = self._features.rows_of(message)
                message.set(DANGER_CHANCES, self._danger_chances(rows))
                roles = self._role.predict_proba(rows[:1])[0]
                message.set(
                    ROLE_CHANCES, {str(name): float(chance) for name, chance in zip(self._role.classes_, roles)}
                )
        return messages

    def _danger_chances(self, rows: Any) -> Dict[str, float]:
        """Return the chances in the message as a whole or in the clause where danger is likeliest."""
        chances = self._danger.predict_proba(rows)
        names = [str(name) for name in self._danger.classes_]
        safe = [names.index(NONE), names.index(PASSED)]
        likeliest = int(np.argmin(chances[:, safe].sum(axis=1)))
        found = {name: float(chances[likeliest, column]) for column, name in enumerate(names)}
        is_true = list(self._other.classes_).index(True)
        return {**found, OTHER: float(self._other.predict_proba(rows[likeliest])[0, is_true])}
