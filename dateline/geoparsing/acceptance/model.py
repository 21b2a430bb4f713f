"""Acceptance: which likely spans are toponyms after all, now that it is known where they would lie.

Recognition sees words. A surname, a company or a storm that bears the name of some hamlet looks
like a toponym to it; that the hamlet lies far from all else the article names tells that none is
meant. And the town it was too shy to mark is one, where it lies among the article's other places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.geoparsing.recognition.recogniser import Span
from dateline.geoparsing.resolution.confidence import log_odds
from dateline.geoparsing.resolution.resolver import WEIGHED, Resolution
from dateline.geoparsing.trees import Trees

__all__ = ["ACCEPTANCE", "AcceptanceModel", "acceptance_rows"]

ACCEPTANCE: Final = ("likelihood", *WEIGHED)
"""Names of the columns of `acceptance_rows`, in their order."""


@dataclass(frozen=True)
class AcceptanceModel:
    """What training leaves for acceptance.

    Attributes:
        trees: Probability of a toponym from a row of `ACCEPTANCE`.
        least: Least probability of a toponym, 0..1.
    """

    trees: Trees
    least: float

    def accepted(self, spans: Sequence[Span], resolutions: Sequence[Resolution]) -> list[bool]:
        """Whether each span is a toponym.

        Args:
            spans: From the recogniser.
            resolutions: One for each span.
        """
        likely = self.trees.predict(acceptance_rows(spans, resolutions))
        return [bool(probability >= self.least) for probability in likely]


def acceptance_rows(spans: Sequence[Span], resolutions: Sequence[Resolution]) -> np.ndarray:
    """What speaks for each span; NaN where the gazetteer has no candidate for it.

    Returns:
        float64, shape (spans, `ACCEPTANCE`).
    """
    rows = np.full((len(spans), len(ACCEPTANCE)), np.nan)
    for row, span, resolution in zip(rows, spans, resolutions, strict=True):
        row[0] = log_odds(span.probability)
        if resolution.weighed:
            row[1:] = resolution.weighed
    return rows
