"""Percentiles of measured times."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def percentile(seconds: Sequence[float], share: int) -> float:
    """Return the milliseconds within which this percentage of the times lies (nearest rank); NaN without any times."""
    return sorted(seconds)[math.ceil(len(seconds) * share / 100) - 1] * 1000 if seconds else math.nan
