"""Learns the corrections: texts of one intent, and of one question, are drawn together."""

import sys
from typing import Dict, Iterator, List, NamedTuple, Tuple

import numpy as np
import tensorflow as tf

from components.encoder import encoder_as_it_comes
from components.encoder_file import SIZE, EncoderFile
from components.signs import Signs
from components.tuning.examples import Classes, Example, Targets
from components.tuning.network import Network, variables

BATCH, TOGETHER = 32, 50
"""Texts of a batch, and batches among which texts are sorted by length."""

SCALE = 16.0
"""Vectors of norm 1 are stretched by this for the intents' linear layer."""

SHARPNESS = 0.06
"""Cosines are divided by this for the questions."""

SMOOTHING = 0.05
WARM_UP = 0.1
_REPORTED = 100


class Settings(NamedTuple):
    """How the encoder is tuned. The values were chosen by trial: docs/decisions/0025-tuned-encoder.md."""

    epochs: int = 3
    rank: int = 16
    rate: float = 8e-4
    decay: float = 0.9
    rate_of_heads: float = 3e-3
    dropout: float = 0.1
    weight_decay: float = 0.01
    seed: int = 1


class Learner:
    """Holds the network, linear layers for intents and danger, one direction for each question, and the state of AdamW (arXiv:1711.05101).

    What the context of a message tells has weights of its own, so that the encoder learns what the words tell.
    """

    def __init__(self, found: List[Example], settings: Settings) -> None:
        """Start from the encoder as it comes."""
        self._found, self._settings, self._classes = found, settings, Classes(found)
        self._file = EncoderFile()
        self._tokens = [self._file.token_ids(one.text) for one in found]
        self._network = Network(self._file, rank=settings.rank, seed=settings.seed)
        vectors = encoder_as_it_comes().encode([one.text for one in found])
        self._centre = tf.constant(vectors.mean(axis=0))
        self._signs = Signs()
        self._contexts = self._signs.fit([one.context for one in found])
        classes = self._classes
        self._intents, self._dangers = self._layer(SIZE, classes.intents), self._layer(SIZE, classes.dangers)
        self._questions = tf.Variable(self._means(vectors - vectors.mean(axis=0)))
        told = self._contexts.shape[1]
        self._told = [self._layer(told, one) for one in (classes.intents, classes.dangers, classes.questions)]
        everything = classes.targets(found)
        self._rarity = [
            _rarity(everything.intents, everything.intent_weights),
            _rarity(everything.dangers, everything.danger_weights),
        ]
        self._learnt = [
            *((one, rate, settings.weight_decay) for one, rate in variables(self._network, rate=settings.rate, decay=settings.decay)),
            *((one, settings.rate_of_heads, 0.0) for one in (self._intents, self._dangers, self._questions, *self._told)),
        ]  # fmt: skip
        self._first = [tf.Variable(tf.zeros_like(one)) for one, _, _ in self._learnt]
        self._second = [tf.Variable(tf.zeros_like(one)) for one, _, _ in self._learnt]

    def learn(self) -> Dict[str, np.ndarray]:
        """Learn all epochs, and return the corrections as 16-bit numbers."""
        chance = np.random.default_rng(self._settings.seed)
        batches = [batch for _ in range(self._settings.epochs) for batch in self._batches(chance)]
        warm = len(batches) * WARM_UP
        for number, batch in enumerate(batches, start=1):
            pace = min(number / warm, (len(batches) - number) / (len(batches) - warm))
            targets = self._classes.targets([self._found[place] for place in batch])
            contexts = self._contexts[batch].toarray()
            given = tuple(map(tf.constant, (*self._inputs(batch), contexts))), Targets(*map(tf.constant, targets))
            loss = self._step(*given, tf.constant([pace, number], tf.float32))
            if number % _REPORTED == 0:
                sys.stderr.write(f"{number} of {len(batches)}: loss {float(loss):.2f}\n")
        return {name: one.numpy().astype(np.float16) for name, one in self._network.corrections.items()}

    def _batches(self, chance: np.random.Generator) -> Iterator[List[int]]:
        order = list(range(len(self._found)))
        chance.shuffle(order)
        found = []
        for start in range(0, len(order), BATCH * TOGETHER):
            part = sorted(order[start : start + BATCH * TOGETHER], key=lambda place: len(self._tokens[place]))
            found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        chance.shuffle(found)
        yield from found

    def _inputs(self, batch: List[int]) -> Tuple[np.ndarray, np.ndarray]:
        rows = [self._tokens[place] for place in batch]
        longest = -(-max(map(len, rows)) // 4) * 4
        mask = np.array([[place < len(row) for place in range(longest)] for row in rows], np.float32)
        ids = np.array([row + [0] * (longest - len(row)) for row in rows])
        return self._file.embedded(ids).astype(np.float32), mask

    @tf.function(reduce_retracing=True)
    def _step(self, inputs: Tuple[tf.Tensor, tf.Tensor, tf.Tensor], targets: Targets, progress: tf.Tensor) -> tf.Tensor:
        """Learn one batch; `progress` is the share of the rates of learning that counts now, and the number of the batch from 1."""
        pace, number = tf.unstack(progress)
        with tf.GradientTape() as tape:
            embedded, mask, contexts = inputs
            vectors = self._network.encode(embedded, mask, dropout=self._settings.dropout)
            loss = self._loss(vectors, contexts, targets)
        gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, [one for one, _, _ in self._learnt]), 1.0)
        for (one, rate, decay), gradient, first, second in zip(self._learnt, gradients, self._first, self._second):
            first.assign(0.9 * first + 0.1 * gradient)
            second.assign(0.98 * second + 0.02 * gradient * gradient)
            step = (first / (1 - 0.9**number)) / (tf.sqrt(second / (1 - 0.98**number)) + 1e-8)
            one.assign_sub(pace * rate * (step + decay * one))
        return loss

    def _loss(self, vectors: tf.Tensor, contexts: tf.Tensor, targets: Targets) -> tf.Tensor:
        moved = vectors - self._centre
        told = [tf.matmul(contexts, one) for one in self._told]
        of_intents = _lost(targets.intents, tf.matmul(moved * SCALE, self._intents) + told[0])
        of_intents *= targets.intent_weights * tf.reduce_sum(targets.intents * self._rarity[0], 1)
        of_dangers = _lost(targets.dangers, tf.matmul(moved * SCALE, self._dangers) + told[1])
        of_dangers *= targets.danger_weights * tf.reduce_sum(targets.dangers * self._rarity[1], 1)
        cosines = tf.matmul(
            tf.math.l2_normalize(moved, -1), tf.math.l2_normalize(self._questions, -1), transpose_b=True
        )
        of_questions = _lost(targets.questions, cosines / SHARPNESS + told[2]) * targets.question_weights
        return tf.reduce_sum(of_intents + of_dangers + of_questions) / BATCH

    @staticmethod
    def _layer(inputs: int, classes: Dict[str, int]) -> tf.Variable:
        return tf.Variable(np.zeros((inputs, len(classes)), np.float32))

    def _means(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mean direction of each question's texts, shape (questions, 384)."""
        means = np.zeros((len(self._classes.questions), SIZE), np.float32)
        for one, vector in zip(self._found, vectors):
            if one.question is not None:
                means[self._classes.questions[one.question]] += vector
        return means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)


def _lost(wanted: tf.Tensor, logits: tf.Tensor) -> tf.Tensor:
    """Return the loss of each text: the cross entropy to the wanted shares, smoothed."""
    shares = wanted * (1 - SMOOTHING) + SMOOTHING / wanted.shape[-1]
    return -tf.reduce_sum(shares * tf.nn.log_softmax(logits), 1)


def _rarity(shares: np.ndarray, weights: np.ndarray) -> tf.Tensor:
    """Return how much each class counts: the rarer, the more."""
    counts = (shares * weights[:, None]).sum(axis=0)
    return tf.constant(np.sqrt(counts.mean() / np.maximum(counts, 1)).astype(np.float32))
