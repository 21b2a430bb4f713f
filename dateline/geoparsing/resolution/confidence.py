"""How sure the best candidate of a toponym is: a logistic regression over what speaks for it.

The score of a ranker says which candidate is best, not whether that is good enough: the gazetteer
may lack the place that is meant, and then the best is some hamlet far away that bears the name. So
the confidence also asks how well the name fits, how great the place is, whether the article speaks
of its country otherwise, and if a lake or a school that is called after a place can lie there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import REGION
from dateline.geoparsing.resolution.features import SECOND_ROUND

__all__ = ["COMPANY", "EVIDENCE", "Confidence", "company", "evidence", "log_odds"]

EVIDENCE: Final = (
    "score", "runner_up", "share", "total", "alternate_name", "derived_name", "prominence",
    "country_heard", "country_named", "nearest_km", "admin1_pull", "is_area", "demonym", "names",
    "called_after", "called_after_near",
)  # fmt: skip
"""Names of the numbers that `evidence` gives, in their order."""
COMPANY: Final = ("pull_30_km", "pull_150_km", "pull_600_km")
"""Names of the numbers that `company` gives: columns of `SECOND_ROUND`."""

_COLUMN: Final = {name: number for number, name in enumerate(SECOND_ROUND)}
_HEARD_WELL: Final = 1 / 3  # share of the other names' votes above which more says no more
_NEAR_ENOUGH: Final = 0.5  # pull of places within 150 km above which more says no more
_SURE: Final = 1e-4


@dataclass(frozen=True)
class Confidence:
    """Weights of the evidence.

    Attributes:
        weights: float64, shape (`EVIDENCE`,).
        intercept: Added to their sum.
    """

    weights: np.ndarray
    intercept: float

    def of(self, numbers: np.ndarray) -> float:
        """Probability in 0..1 that the best candidate is right, from what `evidence` gave."""
        return float(1 / (1 + np.exp(-(numbers @ self.weights + self.intercept))))


def evidence(rows: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """What speaks for and against the best of one toponym's candidates.

    Args:
        rows: What `PlaceView.second_round` gives of them, shape (candidates, `SECOND_ROUND`).
        scores: Score of each in 0..1, shape (candidates,), at least one.

    Returns:
        float64, shape (`EVIDENCE`,).
    """
    order = np.argsort(-scores, kind="stable")
    best = rows[order[0]]
    runner_up = float(scores[order[1]]) if len(order) > 1 else 0.0
    total = float(scores.sum())
    quality = best[_COLUMN["quality"]]
    # Lake Vermont lies not in Vermont, but the Naugatuck River flows through Naugatuck.
    called_after = quality >= 2 and best[_COLUMN["thing"]] > 0
    return np.array(
        [
            log_odds(float(scores[order[0]])),
            log_odds(runner_up),
            float(scores[order[0]]) / max(total, 1e-6),
            np.log(total + 1e-3),
            quality == 2,
            quality >= 3,
            best[_COLUMN["prominence"]],
            min(1.0, best[_COLUMN["country_pull"]] / _HEARD_WELL),
            best[_COLUMN["country_named"]],
            best[_COLUMN["nearest_km"]],
            best[_COLUMN["admin1_pull"]],
            best[_COLUMN["precision"]] >= REGION,
            best[_COLUMN["demonym"]],
            np.log1p(best[_COLUMN["names"]]),
            called_after,
            called_after * min(1.0, best[_COLUMN["pull_150_km"]] / _NEAR_ENOUGH),
        ],
        dtype=float,
    )


def company(rows: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """How near the article's other places are to the best of one toponym's candidates.

    Args:
        rows, scores: As for `evidence`.

    Returns:
        float64, shape (`COMPANY`,).
    """
    best = rows[int(np.argmax(scores))]
    return np.array([best[_COLUMN[name]] for name in COMPANY], dtype=float)


def log_odds(share: float) -> float:
    """Log-odds of a share in 0..1, which stay finite at its ends."""
    share = min(1 - _SURE, max(_SURE, share))
    return float(np.log(share / (1 - share)))
