"""The adapter of the encoder: where it is kept, and whether it was learnt from the sentences that are there now.

`python -m understanding.adapter` says whether it fits. `data/encoder/adapter.json` names the digests of the sentences it was learnt from and of its own file, so that a process without
numpy can tell too. Without a fitting adapter the encoder serves as it comes.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Dict

FOLDER = Path("data/encoder")
WEIGHTS, LEARNT = "adapter.npz", "adapter.json"
SENTENCES = ("data/nlu/*/*.yml", "data/messages/*/*.tsv", "data/conversations/*/*.tsv")
"""Files whose sentences the adapter is learnt from, relative to the project's root. The wordings of questions are learnt from too,
but editors change them from day to day."""


def digest_of_sentences(root: Path) -> str:
    """Return the digest of all sentences, hexadecimal."""
    found = hashlib.sha256()
    for file in sorted(file for pattern in SENTENCES for file in root.glob(pattern)):
        found.update(f"{file.relative_to(root).as_posix()}\0".encode())
        found.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of a file, hexadecimal; raise OSError where it cannot be read."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fault(root: Path) -> str:
    """Return why the adapter cannot be used, in words for the operator; empty where it can."""
    folder = root / FOLDER
    try:
        learnt: Dict[str, str] = json.loads((folder / LEARNT).read_text(encoding="utf-8"))
        if learnt["weights"] != digest_of_file(folder / WEIGHTS):
            return (
                f"{FOLDER}/{WEIGHTS} is damaged: it is not the file that {LEARNT} describes; scripts/tune makes it anew"
            )
        if learnt["sentences"] != digest_of_sentences(root):
            return f"{FOLDER}/{WEIGHTS} was learnt from other sentences than those in data/: scripts/tune makes it anew"
    except FileNotFoundError as missing:
        return f"{FOLDER}/{Path(str(missing.filename)).name} is missing: scripts/tune makes it"
    except (OSError, ValueError, KeyError, TypeError):
        return f"{FOLDER}/{LEARNT} cannot be read: scripts/tune makes it anew"
    return ""


if __name__ == "__main__":
    sys.exit(fault(Path()) or 0)
