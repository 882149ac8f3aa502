"""Rasa's training sentences (data/nlu), for what is learnt from them outside Rasa."""

from pathlib import Path
from typing import Iterator, Tuple

import yaml

from understanding.normalise import normalise

FOLDER = Path("data/nlu")


def sentences(folder: Path = FOLDER) -> Iterator[Tuple[str, str]]:
    """Yield (intent, normalised text) for every training sentence."""
    for file in sorted(folder.glob("**/*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                if line.strip().startswith("- "):
                    yield str(block["intent"]), normalise(line.strip()[2:])
