"""The baseline: a Rasa model with the stock pipeline, trained on our sentences and rules but none of our components."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import time
from pathlib import Path

from _model import training_data
from _project import RASA, ROOT, VAR, call
from _stamps import digest

CONFIG = """\
recipe: default.v1
assistant_id: stock
language: en
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: {epochs}
    constrain_similarities: true
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
policies:
  - name: RulePolicy
    core_fallback_action_name: utter_decide
"""
_LEARNT_FROM = ("domain.yml", "data/nlu/**/*.yml", "data/rules/**/*.yml")
_OURS = re.compile(r"\baction_decide\b")
_ACTIONS = re.compile(r"^actions:\n(?:[ #].*\n)+", re.MULTILINE)
_FALLBACK = """\
version: "3.1"
rules:
  - rule: a message that was not understood
    steps:
      - intent: nlu_fallback
      - action: utter_decide
"""
_RESPONSES = "\nresponses:\n  utter_decide:\n    - custom: {say: decide}\n"


def stock_model(epochs: int) -> tuple[Path, float]:
    """Return the model and the seconds that its training took; train it if the data changed, and delete older ones."""
    recipe = CONFIG.format(epochs=epochs)
    name = hashlib.sha256(f"{digest(_LEARNT_FROM)}{recipe}{_FALLBACK}".encode()).hexdigest()[:16]
    model, note = VAR / "bench" / f"{name}.tar.gz", VAR / "bench" / f"{name}.json"
    if not (model.is_file() and note.is_file()):
        note.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="tomoshibi-bench-") as folder:
            seconds = _train(Path(folder), recipe)
            for old in [*model.parent.glob("*.tar.gz"), *model.parent.glob("*.json")]:  # a third of a GB each
                old.unlink()
            shutil.move(str(Path(folder) / "models" / "stock.tar.gz"), str(model))
        note.write_text(json.dumps({"epochs": epochs, "seconds": round(seconds, 1)}), encoding="utf-8")
    return model, float(json.loads(note.read_text(encoding="utf-8"))["seconds"])


def _train(project: Path, recipe: str) -> float:
    """Train in a separate project in which a response replaces our one action."""
    (project / "config.yml").write_text(recipe, encoding="utf-8")
    (project / "domain.yml").write_text(_stock_domain(), encoding="utf-8")
    for folder in training_data():
        for file in sorted((ROOT / folder).rglob("*.yml")):
            if not folder.endswith("stories"):
                copy = project / file.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(_OURS.sub("utter_decide", file.read_text(encoding="utf-8")), encoding="utf-8")
    (project / "data" / "fallback.yml").write_text(_FALLBACK, encoding="utf-8")
    places = ("--config", project / "config.yml", "--domain", project / "domain.yml", "--data", project / "data")
    start = time.monotonic()
    call([RASA, "train", *places, "--out", project / "models", "--fixed-model-name", "stock"])
    return time.monotonic() - start


def _stock_domain() -> str:
    domain = (ROOT / "domain.yml").read_text(encoding="utf-8")
    return _ACTIONS.sub("", domain) + _RESPONSES
