"""The encoder as a TensorFlow network whose weights stay as they are, with low-rank corrections that learn (LoRA, arXiv:2106.09685)."""

import math
from typing import Dict, List, Tuple

import numpy as np
import tensorflow as tf

from components.encoder_file import LAYERS, MATRICES, SIZE, EncoderFile
from components.encoder_graph import EPSILON, HEADS

Pair = Tuple[tf.Tensor, tf.Tensor]


class Network:
    """Encodes rows of tokens; `corrections` are the variables to learn, `lN.NAME.A` (in, rank) and `lN.NAME.B` (rank, out)."""

    def __init__(self, file: EncoderFile, *, rank: int, seed: int) -> None:
        """Take the encoder's weights; at the start the corrections change nothing."""
        self._weights = {name: tf.constant(values, tf.float32) for name, values in file.weights().items()}
        chance = np.random.default_rng(seed)
        self.corrections: Dict[str, tf.Variable] = {}
        for layer in range(LAYERS):
            for name, (inner, outer) in MATRICES.items():
                first = chance.normal(0.0, 1 / math.sqrt(inner), (inner, rank)).astype(np.float32)
                self.corrections[f"l{layer}.{name}.A"] = tf.Variable(first)
                self.corrections[f"l{layer}.{name}.B"] = tf.Variable(np.zeros((rank, outer), np.float32))

    def encode(self, embedded: tf.Tensor, mask: tf.Tensor, *, dropout: float = 0.0) -> tf.Tensor:
        """Return vectors of norm 1, shape (texts, 384), for `embedded` (texts, tokens, 384) and `mask` (texts, tokens; 1 for a token)."""
        texts, tokens = tf.shape(mask)[0], tf.shape(mask)[1]
        hidden = self._dropped(self._normalised(embedded, "emb.ln"), dropout)
        hidden = tf.reshape(hidden, (-1, SIZE))
        hides = (1.0 - mask)[:, None, None, :] * -1e9
        for layer in (f"l{number}" for number in range(LAYERS)):
            heads = [self._in_heads(self._product(layer, name, hidden, dropout), texts, tokens) for name in "qkv"]
            likeness = tf.matmul(heads[0], heads[1], transpose_b=True) / math.sqrt(SIZE / HEADS) + hides
            attended = tf.matmul(self._dropped(tf.nn.softmax(likeness), dropout), heads[2])
            attended = tf.reshape(tf.transpose(attended, (0, 2, 1, 3)), (-1, SIZE))
            hidden = self._added(hidden, self._product(layer, "ao", attended, dropout), f"{layer}.aln", dropout)
            widened = tf.nn.gelu(self._product(layer, "fi", hidden, dropout))
            hidden = self._added(hidden, self._product(layer, "fo", widened, dropout), f"{layer}.oln", dropout)
        weights = mask[:, :, None]
        means = tf.reduce_sum(tf.reshape(hidden, (texts, tokens, SIZE)) * weights, 1) / tf.reduce_sum(weights, 1)
        return tf.math.l2_normalize(means, -1)

    def _product(self, layer: str, name: str, given: tf.Tensor, dropout: float) -> tf.Tensor:
        key = f"{layer}.{name}"
        kept = tf.matmul(given, self._weights[f"{key}.w"]) + self._weights[f"{key}.b"]
        low = tf.matmul(self._dropped(given, dropout), self.corrections[f"{key}.A"])
        return kept + tf.matmul(low, self.corrections[f"{key}.B"])

    def _added(self, hidden: tf.Tensor, new: tf.Tensor, name: str, dropout: float) -> tf.Tensor:
        return self._normalised(hidden + self._dropped(new, dropout), name)

    def _normalised(self, values: tf.Tensor, name: str) -> tf.Tensor:
        mean, variance = tf.nn.moments(values, -1, keepdims=True)
        return (values - mean) * tf.math.rsqrt(variance + EPSILON) * self._weights[f"{name}.w"] + self._weights[
            f"{name}.b"
        ]

    @staticmethod
    def _in_heads(values: tf.Tensor, texts: tf.Tensor, tokens: tf.Tensor) -> tf.Tensor:
        return tf.transpose(tf.reshape(values, (texts, tokens, HEADS, SIZE // HEADS)), (0, 2, 1, 3))

    @staticmethod
    def _dropped(values: tf.Tensor, dropout: float) -> tf.Tensor:
        return tf.nn.dropout(values, dropout) if dropout else values


def variables(network: Network, *, rate: float, decay: float) -> List[Tuple[tf.Variable, float]]:
    """Return each correction with its rate of learning, which falls by `decay` a layer from the last to the first."""
    return [
        (variable, rate * decay ** (LAYERS - 1 - int(name[1 : name.index(".")])))
        for name, variable in network.corrections.items()
    ]
