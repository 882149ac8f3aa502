"""Builds the encoder as an ONNX graph whose matrices are held in 8 bits, with operators of ONNX Runtime's own.

Operators: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
"""

from typing import Dict, List, Tuple

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from components.encoder_file import LAYERS, SIZE

BITS, BLOCK = 8, 32
HEADS, EPSILON = 12, 1e-12
_OWN = "com.microsoft"
_ACCURACY = 4
"""Products are computed in 8 bits (accuracy_level of MatMulNBits)."""


class GraphBuilder:
    """Collects nodes and constants."""

    def __init__(self, weights: Dict[str, np.ndarray]) -> None:
        """Use the weights of EncoderFile.weights, with or without an adapter's corrections."""
        self._weights = weights
        self._constants: List[onnx.TensorProto] = []
        self._nodes: List[onnx.NodeProto] = []

    def build(self) -> onnx.ModelProto:
        """Return the graph: from `embedded` (texts, tokens, 384) and `mask` (texts, tokens; 1 for a token) to the last layer's output."""
        start = ["embedded", self._constant("emb.ln.w"), self._constant("emb.ln.b")]
        self._node("LayerNormalization", start, ["start"], domain="", axis=-1, epsilon=EPSILON)
        last = "start"
        for layer in range(LAYERS):
            last = self._layer(f"l{layer}", last)
        shape = ["texts", "tokens"]
        inputs = [
            helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [*shape, SIZE]),
            helper.make_tensor_value_info("mask", TensorProto.INT32, shape),
        ]
        outputs = [helper.make_tensor_value_info(last, TensorProto.FLOAT, [*shape, SIZE])]
        graph = helper.make_graph(self._nodes, "encoder", inputs, outputs, self._constants)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)

    def _layer(self, layer: str, given: str) -> str:
        together = [
            np.concatenate([self._weights[f"{layer}.{name}.{part}"] for name in "qkv"], axis=-1) for part in "wb"
        ]
        parts = [f"{layer}.{name}" for name in ("query", "key", "value")]
        product = self._product(f"{layer}.qkv", given, *together)
        self._node("Split", [product], parts, domain="", axis=2, num_outputs=3)
        attended, added = f"{layer}.attended", f"{layer}.added"
        self._node("MultiHeadAttention", [*parts, "", "mask"], [attended], num_heads=HEADS)
        self._normalised(f"{layer}.aln", [self._matrix(layer, "ao", attended), given], added)
        widened = f"{layer}.widened"
        self._node("Gelu", [self._matrix(layer, "fi", added)], [widened])
        self._normalised(f"{layer}.oln", [self._matrix(layer, "fo", widened), added], f"{layer}.out")
        return f"{layer}.out"

    def _matrix(self, layer: str, name: str, given: str) -> str:
        return self._product(
            f"{layer}.{name}", given, self._weights[f"{layer}.{name}.w"], self._weights[f"{layer}.{name}.b"]
        )

    def _product(self, name: str, given: str, weights: np.ndarray, bias: np.ndarray) -> str:
        inner, outer = weights.shape
        values, scales = in_blocks(weights)
        names = [self._constant(f"{name}.values", values), self._constant(f"{name}.scales", scales)]
        inputs = [given, *names, "", "", self._constant(f"{name}.b", bias)]
        sizes = {"K": inner, "N": outer, "bits": BITS, "block_size": BLOCK, "accuracy_level": _ACCURACY}
        self._node("MatMulNBits", inputs, [name], **sizes)
        return name

    def _normalised(self, name: str, summands: List[str], out: str) -> None:
        inputs = [*summands, self._constant(f"{name}.w"), self._constant(f"{name}.b")]
        self._node("SkipLayerNormalization", inputs, [out], epsilon=EPSILON)

    def _constant(self, name: str, values: "np.ndarray | None" = None) -> str:
        found = self._weights[name] if values is None else values
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(found), name))
        return name

    def _node(self, kind: str, inputs: List[str], outputs: List[str], domain: str = _OWN, **settings: object) -> None:
        self._nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **settings))


def in_blocks(weights: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """Return a matrix (in, out) as bytes in blocks of 32, shape (out, in / 32, 32), and the scale of each block; 128 stands for 0."""
    blocks = weights.T.reshape(weights.shape[1], -1, BLOCK)
    furthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], axis=2)
    half = 2 ** (BITS - 1)
    scales = furthest / -half
    values = np.round(blocks / np.where(scales == 0, 1, scales)) + half
    return np.clip(values, 0, 2 * half - 1).astype(np.uint8), scales.reshape(-1).astype(np.float32)
