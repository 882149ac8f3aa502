"""Matches a message to the question catalogue by embeddings, with what is being talked about as context."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple, Type

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

from components.embeddings import CLAUSE_VECTORS, CLAUSES
from components.encoder import encoder
from components.features import known_context
from components.kept_vectors import kept_vectors
from components.messages import UNKNOWN_QUESTION, labelled_messages, message_vectors
from components.question_learning import NO_QUESTION, Match, QuestionOdds, Trust, match
from components.question_vectors import (
    OF_NO_HARM,
    SCRIPTS,
    Catalogue,
    Owned,
    Question,
    QuestionVectors,
    Wordings,
    around,
    script_of,
)
from understanding.asking import ASKS
from understanding.context import Context
from understanding.facts.correction import corrected_role
from understanding.normalise import normalise

QUESTION, NEAR, ALSO = "question", "near_questions", "also_asked"
"""Where a message holds its question, {"id", "confidence"}, the confidence 0 to 1; where none is sure enough to stand alone, the ids that may be meant
beside it or in its place; and the id of another question that it asks in a sentence of its own."""

MOST_OFFERED = 2

STATEMENTS = frozenset(
    {
        "greet", "goodbye", "thanks", "affirm", "deny", "chitchat", "abusive_to_bot", "help_menu", "change_language",
        "report_deepfake", "report_real_image", "threatened_extortion", "school_photo_leak", "doxxed", "i_am_minor",
        "helping_someone", "i_made_or_shared_it", "crisis_suicide", "crisis_self_harm", "immediate_danger",
        "emotional_distress", "talk_to_human", "delete_my_data", "send_image_attempt", "out_of_scope",
    }
)  # fmt: skip
"""Intents whose sentences ask no question of the catalogue: a message that is nearer to them asks none."""

ANYBODY = Context()
NEVER = -9.0
"""What a question loses that cannot be asked here."""

TOLD_BESIDE = 0.6
"""What a clause that only tells is worth beside one that asks."""

SECONDS_BETWEEN_LOOKS = 3.0
FOLDER = Path("data/guidance/questions")
HELD_OUT = 10
"""Every so manieth labelled message is held out to learn how far a match can be trusted."""

_FILE = "questions.joblib"


class Known(NamedTuple):
    """What is learnt at training, for all scripts together."""

    asked: Tuple[Owned, ...]
    """Labelled messages that ask a question: wordings beside those of the catalogue."""
    others: Dict[str, np.ndarray]
    """Vectors of texts that ask none, by script, as 16-bit numbers."""
    odds: QuestionOdds
    trust: Trust


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionMatcher(IntentClassifier, GraphComponent):
    """Adds the nearest question, or none; follows the catalogue's files while it serves."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Require a featurizer, the sentence embeddings."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the default settings: paths relative to the project's root, the least trust, 0 to 1, from which a question is answered, offered, answered beside another, or answered without offering others, and what a topic of the question adds to its similarity."""
        return {
            "folder": str(FOLDER),
            "cache": "var/models/question_vectors.npz",
            "least": 0.4,
            "least_offered": 0.15,
            "least_beside": 0.85,
            "least_alone": 0.85,
            "topic_bonus": 0.02,
        }

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Use the settings; `train` keeps the statements, or `load` reads them."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._known: "Known | None" = None
        self._centred: Dict[str, Tuple[Wordings, np.ndarray]] = {}
        self._vectors = QuestionVectors(
            folder=Path(config["folder"]),
            cache=Path(config["cache"]),
            encode=kept_vectors,
            encoder_name=lambda: encoder().name,
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
        """Load what was learnt, read the catalogue, and follow its files from now on."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._known = joblib.load(Path(folder) / _FILE)
        component._vectors.add(component._known.asked)
        component._vectors.refresh()
        threading.Thread(target=component._follow, name="question catalogue", daemon=True).start()
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the catalogue as it is now, from the labelled messages, and from sentences that ask nothing."""
        self._vectors.refresh()
        said = [one for one in training_data.intent_examples if one.get(TEXT) and one.get(INTENT) in STATEMENTS]
        others = [
            Owned(NO_QUESTION, script_of(one.get(TEXT)), one.get_dense_features(TEXT)[1].features[0])
            for one in said
            if not ASKS.search(normalise(one.get(TEXT)))
        ]
        asked = _labelled(self._vectors.catalogue)
        held_out = [one for place, one in enumerate(asked) if place % HELD_OUT == 0]
        rest = [one for place, one in enumerate(asked) if place % HELD_OUT]
        odds = QuestionOdds([None, *(one.context for one in asked)])
        tried = self._learnt([*others, *rest], odds=odds)
        matches = [
            self._of_text(
                one.vector,
                one.script,
                context=one.context,
                bonus=self._bonuses(one.context or ANYBODY),
                known=tried,
            )
            for one in held_out
        ]
        right = [found is not None and found.name == one.name for found, one in zip(matches, held_out)]
        pairs = [(found, is_right) for found, is_right in zip(matches, right) if found is not None]
        trust = Trust().fit([found for found, _ in pairs], [is_right for _, is_right in pairs])
        known = self._learnt([*others, *asked], odds=odds)._replace(trust=trust)
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(known, Path(folder) / _FILE)
        return self._resource

    def _learnt(self, texts: Sequence[Owned], *, odds: QuestionOdds) -> Known:
        """Return what is learnt from texts and the catalogue's wordings, with the odds fitted to them; its trust is not fitted yet."""
        asked = tuple(one for one in texts if one.name)
        self._vectors.add(asked)
        self._centred = {}
        none = {script: [one for one in texts if not one.name and one.script == script] for script in SCRIPTS}
        others = {script: np.vstack([one.vector for one in found]) for script, found in none.items()}
        vectors, names, contexts = [], [], []
        for script, mine in self._vectors.catalogue.wordings.items():
            sizes = np.diff([*mine.starts, len(mine.vectors)])
            vectors += [mine.vectors, around(mine.centre, others[script])]
            names += [*np.repeat(mine.names, sizes), *([NO_QUESTION] * len(none[script]))]
            contexts += [*mine.contexts, *(one.context for one in none[script])]
        odds.fit(np.vstack(vectors), [str(name) for name in names], contexts)
        return Known(asked, {script: found.astype(np.float16) for script, found in others.items()}, odds, Trust())

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the question to every message that asks one."""
        for message in messages:
            if message.get(TEXT):
                self._match(message, _asked_in(message))
        return messages

    def _match(self, message: Message, context: Optional[Context]) -> None:
        texts = [message.get(TEXT), *(message.get(CLAUSES) or [])]
        clauses = message.get(CLAUSE_VECTORS)
        whole = message.get_dense_features(TEXT)[1].features
        vectors = whole if clauses is None else np.vstack([whole, clauses])
        bonus = self._bonuses(context or ANYBODY)
        found = [
            self._of_text(vector, script_of(text), context=context, bonus=bonus) for text, vector in zip(texts, vectors)
        ]
        if self._known is None:
            return
        asks = [bool(ASKS.search(normalise(text))) for text in texts[1:]]
        sure = [(one.name, self._known.trust.of(one)) if one is not None else ("", 0.0) for one in found]
        trust: Dict[str, float] = {}
        for (name, trusted), weight in zip(sure, _weights(asks)):
            trust[name] = max(trust.get(name, 0.0), trusted * weight)
        trust.pop("", None)
        if trust.get(OF_NO_HARM, 0.0) < self._config["least_alone"]:
            trust.pop(OF_NO_HARM, None)
        best = sorted(trust, key=lambda name: -trust[name])
        is_found = bool(best) and trust[best[0]] >= self._config["least"]
        if is_found:
            message.set(QUESTION, {"id": best[0], "confidence": trust[best[0]]})
            message.set(ALSO, self._also(best[0], [one for one, is_asked in zip(sure[1:], asks) if is_asked]))
        if not is_found or trust[best[0]] < self._config["least_alone"]:
            others = [name for name in best[is_found:] if trust[name] >= self._config["least_offered"]]
            message.set(NEAR, others[:MOST_OFFERED])

    def _also(self, first: str, asked: Sequence[Tuple[str, float]]) -> str:
        """Return another question that is asked as surely in a clause of its own, `` for none; `asked` are those of the clauses that ask."""
        others = [(trusted, name) for name, trusted in asked if name not in ("", first)]
        is_apart = any(name == first for name, _ in asked)
        trusted, name = max(others, default=(0.0, ""))
        return name if is_apart and trusted >= self._config["least_beside"] else ""

    def _of_text(
        self,
        vector: np.ndarray,
        script: str,
        *,
        context: Optional[Context],
        bonus: Dict[str, float],
        known: "Known | None" = None,
    ) -> "Match | None":
        """Return the nearest question for one text's vector, with what is added to each; None where there are no wordings."""
        known = known or self._known
        wordings = self._vectors.catalogue.wordings.get(script)
        if wordings is None or known is None:
            return None
        odds = known.odds.of(around(wordings.centre, vector)[0], context)
        return match(wordings, vector, odds=odds, bonus=bonus, others=self._others(script, wordings, known))

    def _bonuses(self, context: Context) -> Dict[str, float]:
        """Return what is added to the similarity of each question: whose topic it is, and who may not ask it."""
        return {name: self._bonus(question, context) for name, question in self._vectors.catalogue.questions.items()}

    def _bonus(self, question: Question, context: Context) -> float:
        if not question.fits(context):
            return NEVER
        return float(self._config["topic_bonus"]) if context.topic in question.topics else 0.0

    def _others(self, script: str, wordings: Wordings, known: Known) -> np.ndarray:
        """Return the texts that ask none as seen from the centre of the wordings, which moves when the catalogue changes."""
        kept = self._centred.get(script)
        if kept is None or kept[0] is not wordings:
            kept = (wordings, around(wordings.centre, known.others[script].astype(np.float32)))
            self._centred[script] = kept
        return kept[1]

    def _follow(self) -> None:
        waiting = threading.Event()
        while not waiting.wait(SECONDS_BETWEEN_LOOKS):
            self._vectors.refresh()


def _weights(asks: Sequence[bool]) -> List[float]:
    """Return what the trust in each text's question is worth, the whole message first: a clause that asks counts more than one that tells."""
    return [1.0, *(1.0 if one or not any(asks) else TOLD_BESIDE for one in asks)]


def _labelled(catalogue: Catalogue) -> List[Owned]:
    """Return the labelled messages with the question of the catalogue that each asks, or none; others are left out."""
    pairs = zip(labelled_messages(), message_vectors())
    return [
        Owned(one.question, script_of(one.text), vector, one.context)
        for one, vector in pairs
        if one.question != UNKNOWN_QUESTION and (not one.question or one.question in catalogue.questions)
    ]


def _asked_in(message: Message) -> Optional[Context]:
    """Return what a message was said into, with the role that the message corrects; None where it came without that."""
    context = known_context(message)
    role = corrected_role(normalise(message.get(TEXT)), context=context) if context else ""
    return replace(context, known={**context.known, "role": role}) if context and role else context
