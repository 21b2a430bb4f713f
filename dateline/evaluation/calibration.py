"""Whether a confidence means what it says: of all marks said to be 80 % sure, 80 % are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

__all__ = ["Bin", "expected_error", "reliability"]

_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Placements of like confidence.

    Attributes:
        count: How many.
        confidence: Their mean confidence, 0..1.
        right: The share of them that is right, 0..1.
    """

    count: int
    confidence: float
    right: float


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """The reliability curve: placements in ten bins of confidence, empty ones left out.

    Args:
        confidences: 0..1, one a placement.
        right: Whether each is right.
    """
    values, hits = np.asarray(confidences, dtype=float), np.asarray(right, dtype=bool)
    bins = np.minimum((values * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(int(inside.sum()), float(values[inside].mean()), float(hits[inside].mean()))
        for inside in (bins == number for number in range(_BINS))
        if inside.any()
    )


def expected_error(curve: Sequence[Bin]) -> float:
    """Expected calibration error: the mean gap between confidence and truth, weighted by count.

    As Guo et al. 2017 define it (https://arxiv.org/abs/1706.04599); 0 for no placements.
    """
    total = sum(each.count for each in curve)
    gaps = sum(each.count * abs(each.confidence - each.right) for each in curve)
    return gaps / total if total else 0.0
