"""The sentence encoder: multilingual-e5-small, tuned by an adapter where it fits, served by ONNX Runtime."""

import functools
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, Iterable, List

import numpy as np
import onnxruntime

from components.encoder_file import SIZE, EncoderFile
from components.encoder_graph import GraphBuilder
from understanding.adapter import FOLDER, WEIGHTS, digest_of_file, fault

AS_IT_COMES = "as it comes"
"""The name of the encoder without an adapter."""

MOST_TOGETHER = 32
"""Texts that are encoded at once."""

_log = logging.getLogger(__name__)


class Encoder:
    """Turns texts into vectors of 384 numbers and norm 1."""

    def __init__(self, *, name: str, corrections: Dict[str, np.ndarray]) -> None:
        """Build the graph: the encoder's weights, plus the products of the corrections `lN.NAME.A` (in, rank) and `.B` (rank, out)."""
        self.name = name
        self._file = EncoderFile()
        weights = self._file.weights()
        for first in (found for found in corrections if found.endswith(".A")):
            matrix = first[:-2]
            weights[f"{matrix}.w"] = weights[f"{matrix}.w"] + corrections[first].astype(np.float32) @ corrections[
                f"{matrix}.B"
            ].astype(np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        graph = GraphBuilder(weights).build().SerializeToString()
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: List[str]) -> np.ndarray:
        """Return one vector for each text, shape (texts, 384)."""
        rows = [self._file.token_ids(text) for text in texts]
        vectors = np.zeros((len(rows), SIZE), np.float32)
        by_length = sorted(range(len(rows)), key=lambda row: len(rows[row]))
        batches = [by_length[start : start + MOST_TOGETHER] for start in range(0, len(rows), MOST_TOGETHER)]
        for places, means in zip(batches, self._all([[rows[place] for place in places] for places in batches])):
            vectors[places] = means
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    def _all(self, batches: List[List[List[int]]]) -> Iterable[np.ndarray]:
        """Return the vectors of each batch: of many, as in training, as many at a time as there are cores."""
        if len(batches) == 1:
            return [self._means(batches[0])]
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
            return list(workers.map(self._means, batches))

    def _means(self, rows: List[List[int]]) -> np.ndarray:
        longest = max(map(len, rows))
        mask = np.array([[place < len(row) for place in range(longest)] for row in rows], np.int32)
        ids = np.array([row + [0] * (longest - len(row)) for row in rows])
        (out,) = self._session.run(None, {"embedded": self._file.embedded(ids).astype(np.float32), "mask": mask})
        return (out * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)


@functools.lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return this process's encoder: tuned where the adapter fits the sentences, else as it comes, which the log says."""
    reason = fault(Path())
    if not reason:
        weights = FOLDER / WEIGHTS
        try:
            with np.load(weights) as corrections:
                return Encoder(name=digest_of_file(weights), corrections=dict(corrections))
        except (OSError, ValueError, KeyError):
            reason = f"{weights} does not fit the encoder: scripts/tune makes it anew"
    _log.warning("The encoder serves as it comes. %s.", reason)
    return encoder_as_it_comes()


def encoder_as_it_comes() -> Encoder:
    """Return the encoder without an adapter."""
    return Encoder(name=AS_IT_COMES, corrections={})
