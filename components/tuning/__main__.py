"""Tunes the encoder and writes the adapter: `python -m components.tuning`; 20 to 30 minutes on two cores."""

import json
from pathlib import Path

import numpy as np

from components.tuning.examples import examples
from components.tuning.learning import Learner, Settings
from understanding.adapter import FOLDER, LEARNT, WEIGHTS, digest_of_file, digest_of_sentences


def main() -> None:
    """Learn, and write the adapter's two files."""
    learnt_from = digest_of_sentences(Path())
    corrections = Learner(examples(), Settings()).learn()
    FOLDER.mkdir(parents=True, exist_ok=True)
    part = FOLDER / "part.npz"
    np.savez(part, **corrections)
    weights = digest_of_file(part)
    part.replace(FOLDER / WEIGHTS)
    told = {"sentences": learnt_from, "weights": weights}
    (FOLDER / LEARNT).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
