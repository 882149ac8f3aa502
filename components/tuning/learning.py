"""Learns the corrections: texts of one intent, and of one question, are drawn together."""

import sys
from typing import Dict, Iterator, List, NamedTuple, Tuple

import numpy as np
import tensorflow as tf

from components.encoder import encoder_as_it_comes
from components.encoder_file import SIZE, EncoderFile
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

    epochs: int = 4
    rank: int = 16
    rate: float = 8e-4
    decay: float = 0.9
    rate_of_heads: float = 3e-3
    dropout: float = 0.1
    weight_decay: float = 0.01
    seed: int = 1


class Learner:
    """Holds the network, a linear layer for intents, one direction for each question, and the state of AdamW (arXiv:1711.05101)."""

    def __init__(self, found: List[Example], settings: Settings) -> None:
        """Start from the encoder as it comes."""
        self._found, self._settings, self._classes = found, settings, Classes(found)
        self._file = EncoderFile()
        self._tokens = [self._file.token_ids(one.text) for one in found]
        self._network = Network(self._file, rank=settings.rank, seed=settings.seed)
        vectors = encoder_as_it_comes().encode([one.text for one in found])
        self._centre = tf.constant(vectors.mean(axis=0))
        self._intents = tf.Variable(np.zeros((SIZE, len(self._classes.intents)), np.float32))
        self._bias = tf.Variable(np.zeros(len(self._classes.intents), np.float32))
        self._questions = tf.Variable(self._means(vectors - vectors.mean(axis=0)))
        everything = self._classes.targets(found)
        counts = (everything.intents * everything.intent_weights[:, None]).sum(axis=0)
        self._rarity = tf.constant(np.sqrt(counts.mean() / np.maximum(counts, 1)).astype(np.float32))
        heads = [(self._intents, 0.0), (self._bias, 0.0), (self._questions, 0.0)]
        self._learnt = [
            *((one, rate, settings.weight_decay) for one, rate in variables(self._network, rate=settings.rate, decay=settings.decay)),
            *((one, settings.rate_of_heads, decay) for one, decay in heads),
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
            given = tuple(map(tf.constant, self._inputs(batch))), Targets(*map(tf.constant, targets))
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
    def _step(self, inputs: Tuple[tf.Tensor, tf.Tensor], targets: Targets, progress: tf.Tensor) -> tf.Tensor:
        """Learn one batch; `progress` is the share of the rates of learning that counts now, and the number of the batch from 1."""
        pace, number = tf.unstack(progress)
        with tf.GradientTape() as tape:
            loss = self._loss(self._network.encode(*inputs, dropout=self._settings.dropout), targets)
        gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, [one for one, _, _ in self._learnt]), 1.0)
        for (one, rate, decay), gradient, first, second in zip(self._learnt, gradients, self._first, self._second):
            first.assign(0.9 * first + 0.1 * gradient)
            second.assign(0.98 * second + 0.02 * gradient * gradient)
            step = (first / (1 - 0.9**number)) / (tf.sqrt(second / (1 - 0.98**number)) + 1e-8)
            one.assign_sub(pace * rate * (step + decay * one))
        return loss

    def _loss(self, vectors: tf.Tensor, targets: Targets) -> tf.Tensor:
        moved = vectors - self._centre
        by_intent = tf.nn.log_softmax(tf.matmul(moved * SCALE, self._intents) + self._bias)
        of_intents = -tf.reduce_sum(_smoothed(targets.intents) * by_intent, 1)
        of_intents *= targets.intent_weights * tf.reduce_sum(targets.intents * self._rarity, 1)
        cosines = tf.matmul(
            tf.math.l2_normalize(moved, -1), tf.math.l2_normalize(self._questions, -1), transpose_b=True
        )
        wanted = tf.one_hot(targets.questions, len(self._classes.questions))
        of_questions = -tf.reduce_sum(_smoothed(wanted) * tf.nn.log_softmax(cosines / SHARPNESS), 1)
        return tf.reduce_sum(of_intents + of_questions * targets.question_weights) / BATCH

    def _means(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mean direction of each question's texts, shape (questions, 384)."""
        means = np.zeros((len(self._classes.questions), SIZE), np.float32)
        for one, vector in zip(self._found, vectors):
            if one.question is not None:
                means[self._classes.questions[one.question]] += vector
        return means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)


def _smoothed(shares: tf.Tensor) -> tf.Tensor:
    classes = shares.shape[-1]
    return shares * (1 - SMOOTHING) + SMOOTHING / classes
