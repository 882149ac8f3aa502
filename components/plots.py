"""Draws how far figures of understanding can be trusted: `python -m components.plots ROWS FOLDER`.

ROWS holds one JSON object a line, as `python -m bot nlu --rows` writes them; they hold no words. FOLDER gets two SVG files a language:
`reliability_LANG.svg` (how often a reading of some confidence is right) and `confusion_LANG.svg` (which intent was taken for which).
"""

import json
import sys
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "understanding"  # the same figures give the same file

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

STEPS = 10
"""Groups of confidence, of equal width."""

FEWEST = 10
"""Rows below which a group is not drawn."""

NO_QUESTION, NOT_IN_CATALOGUE = "-", "?"

Row = Dict[str, Any]


def main() -> None:
    """Draw all files."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for language in sorted({row["language"] for row in rows}):
        mine = [row for row in rows if row["language"] == language]
        _save(_reliability(mine), folder / f"reliability_{language}.svg")
        _save(_confusion(mine), folder / f"confusion_{language}.svg")


def _save(figure: plt.Figure, file: Path) -> None:
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


def _reliability(rows: Sequence[Row]) -> plt.Figure:
    intents = [(row["confidence"], row["intent"] in (row["label"], row["secondary"])) for row in rows]
    questions = [
        (row["question_confidence"], row["question_read"] == row["question"])
        for row in rows
        if row["question_read"] and row["question"] not in ("", NOT_IN_CATALOGUE)
    ]
    figure, axes = plt.subplots(figsize=(6, 5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name, pairs in (("intent", intents), ("question", questions)):
        axes.plot(*_groups(pairs), marker="o", label=f"{name}, {len(pairs)} rows")
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    return figure


def _groups(pairs: Sequence[Tuple[float, bool]]) -> Tuple[List[float], List[float]]:
    """Return the mean confidence and the share right of each group with enough rows."""
    found = [[pair for pair in pairs if min(int(pair[0] * STEPS), STEPS - 1) == step] for step in range(STEPS)]
    large = [group for group in found if len(group) >= FEWEST]
    return [float(np.mean([one for one, _ in group])) for group in large], [
        float(np.mean([right for _, right in group])) for group in large
    ]


def _confusion(rows: Sequence[Row]) -> plt.Figure:
    names = sorted({row["label"] for row in rows} | {row["intent"] for row in rows if row["intent"]})
    places = {name: place for place, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)))
    for row in (row for row in rows if row["intent"]):
        right = row["intent"] in (row["label"], row["secondary"])
        counts[places[row["label"]], places[row["label"] if right else row["intent"]]] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, axes = plt.subplots(figsize=(10, 9.5), layout="constrained")
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set(xlabel="understood as", ylabel="meant")
    return figure


if __name__ == "__main__":
    main()
