"""The wordings of the question catalogue as vectors, kept between starts, so that only new wordings are encoded."""

import hashlib
import threading
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
import yaml

from understanding.context import Context
from understanding.language import JAPANESE_LETTER
from understanding.normalise import normalise

Encode = Callable[[List[str]], np.ndarray]
"""Returns one vector of norm 1 for each text, shape (texts, 384)."""

SCRIPTS = ("japanese", "latin")
OF_NO_HARM = "only_worried"
"""Asked by who begins and has told nothing: later, whatever is denied is near to it."""


class Question(NamedTuple):
    """What matching needs to know of a question."""

    id: str
    topics: Tuple[str, ...]
    roles: Tuple[str, ...]
    wordings: Tuple[str, ...]

    def fits(self, context: Context) -> bool:
        """Tell whether it may be asked here; whose role is not known is taken for somebody harmed."""
        if self.id == OF_NO_HARM and (context.topic or context.role or context.safety != "calm"):
            return False
        return not self.roles or ("self" if context.role in ("", "skipped") else context.role) in self.roles


class Wordings(NamedTuple):
    """The wordings of one script, grouped by question and centred: the encoder's vectors of one script all lie close together."""

    names: Tuple[str, ...]
    """The questions, in the order of their groups."""
    starts: np.ndarray
    """Where each question's wordings begin."""
    vectors: np.ndarray
    contexts: Tuple[Optional[Context], ...]
    """What each wording was said into; None for those of the catalogue."""
    means: np.ndarray
    centre: np.ndarray


class Owned(NamedTuple):
    """A text that asks a question of the catalogue (`` for none), by its vector as the encoder gives it."""

    name: str
    script: str
    vector: np.ndarray
    context: Optional[Context] = None


class Catalogue(NamedTuple):
    """All questions with the vectors of their wordings, by script."""

    questions: Dict[str, Question]
    wordings: Dict[str, Wordings]


EMPTY = Catalogue({}, {})


def script_of(text: str) -> str:
    """Return the script of a text: japanese as soon as there is any, else latin."""
    return "japanese" if JAPANESE_LETTER.search(text) else "latin"


def read_questions(folder: Path) -> Dict[str, Question]:
    """Return the questions of a folder by id; raise an error of YAML, KeyError or TypeError where a file is malformed."""
    found = {}
    for file in sorted(folder.glob("*.yml")):
        for name, read in (yaml.safe_load(file.read_text(encoding="utf-8")) or {})["questions"].items():
            wordings = dict.fromkeys(normalise(str(text)) for language in ("ja", "en") for text in read[language])
            found[str(name)] = Question(
                id=str(name),
                topics=tuple(read.get("topics") or ()),
                roles=tuple(read.get("roles") or ()),
                wordings=tuple(wording for wording in wordings if wording),
            )
    return found


class QuestionVectors:
    """Follows the files of a folder; a set of files that cannot be read changes nothing."""

    def __init__(self, *, folder: Path, cache: Path, encode: Encode, encoder_name: Callable[[], str]) -> None:
        """Use a folder of questions, a file that keeps the vectors, and an encoder, by whose name vectors are told apart."""
        self._folder, self._cache, self._encode, self._encoder_name = folder, cache, encode, encoder_name
        self._added: Tuple[Owned, ...] = ()
        self._state: Optional[Tuple[Tuple[str, int, int], ...]] = None
        self._busy = threading.Lock()
        self.catalogue = EMPTY

    def refresh(self) -> None:
        """Read the files if they changed; one thread at a time does it, others go on with what there is."""
        if not self._busy.acquire(blocking=False):
            return
        try:
            state = self._files()
            if state != self._state:
                self._state = state
                self.catalogue = self._with_vectors(read_questions(self._folder))
        except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError):
            pass  # `bot` names the file, the line and the reason; the last good catalogue goes on serving here
        finally:
            self._busy.release()

    def add(self, texts: Sequence[Owned]) -> None:
        """Match by these texts too, in place of those that were added before."""
        self._added = tuple(texts)
        if self.catalogue is not EMPTY:
            self.catalogue = self._with_vectors(self.catalogue.questions)

    def _files(self) -> Tuple[Tuple[str, int, int], ...]:
        states = ((file.name, file.stat()) for file in sorted(self._folder.glob("*.yml")))
        return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)

    def _with_vectors(self, questions: Dict[str, Question]) -> Catalogue:
        pairs = [(question.id, wording) for question in questions.values() for wording in question.wordings]
        known, name = self._known(), self._encoder_name()
        keys = {wording: _key(name, wording) for _, wording in pairs}
        missing = [wording for wording, key in keys.items() if key not in known]
        if missing:
            encoded = np.asarray(self._encode(missing), dtype=np.float32)
            known.update(zip((keys[wording] for wording in missing), encoded))
            self._keep({key: known[key] for key in keys.values()})
        by_script: Dict[str, List[Owned]] = {script: [] for script in SCRIPTS}
        for owner, wording in pairs:
            script = script_of(wording)
            by_script[script].append(Owned(owner, script, known[keys[wording]]))
        for one in (one for one in self._added if one.name in questions):
            by_script[one.script].append(one)
        return Catalogue(questions, {script: centred(rows) for script, rows in by_script.items() if rows})

    def _known(self) -> Dict[str, np.ndarray]:
        try:
            with np.load(self._cache) as kept:
                return dict(zip(kept["keys"].tolist(), kept["vectors"].astype(np.float32)))
        except (OSError, ValueError, KeyError):
            return {}

    def _keep(self, known: Dict[str, np.ndarray]) -> None:
        part = self._cache.with_suffix(f".{threading.get_native_id()}.part.npz")
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            np.savez(part, keys=np.array(list(known)), vectors=np.vstack(list(known.values())).astype(np.float16))
            part.replace(self._cache)
        except OSError:
            part.unlink(missing_ok=True)  # kept or not, the vectors are the same


def centred(rows: List[Owned]) -> Wordings:
    """Return the wordings of one script around their centre, with the mean of each question; each question's rows are together."""
    names = tuple(dict.fromkeys(row.name for row in rows))
    numbers = {name: number for number, name in enumerate(names)}
    rows = sorted(rows, key=lambda row: numbers[row.name])
    sizes = np.bincount([numbers[row.name] for row in rows])
    starts = np.cumsum([0, *sizes[:-1]])
    vectors = np.vstack([row.vector for row in rows])
    centre = vectors.mean(axis=0)
    vectors = around(centre, vectors)
    means = np.add.reduceat(vectors, starts, axis=0) / sizes[:, None]
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    return Wordings(names, starts, vectors, tuple(row.context for row in rows), means, centre)


def around(centre: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Return vectors seen from a centre, of norm 1; shape (vectors, 384)."""
    moved = np.atleast_2d(vectors) - centre
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)


def scores(wordings: Wordings, vector: np.ndarray) -> np.ndarray:
    """Return the similarity of a text's vector to each question, -1 to 1: to its mean, and to its two nearest wordings."""
    seen = around(wordings.centre, vector)[0]
    similar = wordings.vectors @ seen
    first = np.maximum.reduceat(similar, wordings.starts)
    sizes = np.diff([*wordings.starts, len(similar)])
    others = np.where(similar == np.repeat(first, sizes), -1.0, similar)
    second = np.where(sizes > 1, np.maximum.reduceat(others, wordings.starts), first)
    return (wordings.means @ seen + (first + second) / 2) / 2


def _key(encoder_name: str, wording: str) -> str:
    return hashlib.blake2b(f"{encoder_name}\0{wording}".encode(), digest_size=16).hexdigest()
