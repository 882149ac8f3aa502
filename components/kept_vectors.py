"""The vectors of the sentences that everything is learnt from, kept beside the adapter: on a fresh machine only classifiers are learnt.

`components/write_vectors.py` writes the file. A sentence that is not in it, because it is newer or because the adapter is another one, is
encoded; so the file may be old or missing, and learning only takes longer.
"""

import hashlib
import zipfile
from typing import Dict, List

import numpy as np

from components.encoder import Encoder, encoder
from understanding.adapter import FOLDER

FILE = FOLDER / "vectors.npz"
_LARGEST = 31
"""The largest number that stands for one of a vector's 384, each vector on a scale of its own: agrees to 0.9997, a quarter smaller than with 127."""


def kept_vectors(texts: List[str]) -> np.ndarray:
    """Return one vector of norm 1 for each text, shape (texts, 384), from the file where it holds them."""
    serving = encoder()
    kept = _read()
    keys = [_key(serving, text) for text in texts]
    missing = {key: text for key, text in zip(keys, texts) if key not in kept}
    if missing:
        kept.update(zip(missing, serving.encode(list(missing.values()))))
    return np.vstack([kept[key] for key in keys])


def keep(texts: List[str]) -> None:
    """Encode texts and write the file anew; the numbers of a vector are rounded there."""
    serving = encoder()
    by_key = {_key(serving, text): text for text in texts}
    vectors = serving.encode(list(by_key.values()))
    scales = np.abs(vectors).max(axis=1, keepdims=True) / _LARGEST
    part = FILE.with_suffix(".part.npz")
    np.savez_compressed(
        part,
        keys=np.array(list(by_key), np.uint64),
        numbers=np.rint(vectors / scales).astype(np.int8),
        scales=scales.astype(np.float32),
    )
    part.replace(FILE)


def _read() -> Dict[int, np.ndarray]:
    """Return what the file holds by key; nothing where it cannot be read."""
    try:
        with np.load(FILE) as kept:
            vectors = kept["numbers"].astype(np.float32) * kept["scales"]
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            return dict(zip(kept["keys"].tolist(), vectors))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def _key(serving: Encoder, text: str) -> int:
    """Return the key of a text for one encoder, 64 bits: of a hundred thousand texts no two will share one."""
    digest = hashlib.blake2b(f"{serving.name}\0{text}".encode(), digest_size=8)
    return int.from_bytes(digest.digest(), "big")
