"""A small linear model over letter n-grams that finds danger without another process.

components/train_danger_model.py trains it.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

NONE = "none"


@dataclass(frozen=True, kw_only=True)
class DangerModel:
    """A learnt model: for each n-gram its inverse document frequency and one weight for each class."""

    longest: int
    classes: Sequence[str]
    intercepts: Sequence[float]
    grams: Mapping[str, Sequence[float]]

    def predict(self, text: str) -> tuple[str, float]:
        """Return the likeliest danger intent in a normalised text, and the chance of any danger, 0 to 1."""
        scores = list(self.intercepts)
        weighed = self._weighed(text)
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        for gram, weight in weighed.items():
            for place, coefficient in enumerate(self.grams[gram][1:]):
                scores[place] += coefficient * weight / length
        chances = dict(zip(self.classes, _softmax(scores), strict=True))
        calm = chances.pop(NONE)
        return max(chances, key=lambda intent: chances[intent]), 1.0 - calm

    def _weighed(self, text: str) -> dict[str, float]:
        counts = Counter(gram for gram in _ngrams(text, self.longest) if gram in self.grams)
        return {gram: (1.0 + math.log(count)) * self.grams[gram][0] for gram, count in counts.items()}


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    return [power / sum(powers) for power in powers]


def _ngrams(text: str, longest: int) -> Iterator[str]:
    """Yield the letter n-grams inside words, each word with a space on both sides (scikit-learn's `char_wb`)."""
    for word in text.split():
        padded = f" {word} "
        for size in range(1, longest + 1):
            yield padded[:size]
            for start in range(1, len(padded) - size + 1):
                yield padded[start : start + size]
            if size >= len(padded):
                break
