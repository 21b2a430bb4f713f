"""Fitting the choice of an article's focus: a conditional logistic regression over its places.

An article may leave several places open (a set that tells only the province of the story); the
likelihood that is maximised is the summed probability of those. Needs SciPy (`pip install
dateline[train]`); reading articles does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.geoparsing.focus.features import FOCUS_FEATURES
from dateline.geoparsing.focus.model import FocusModel

__all__ = ["FocusExample", "fit_focus"]

_RIDGE: Final = 2.0
"""Strength of the quadratic penalty."""
_ROUNDS: Final = 300
"""Most iterations of L-BFGS."""


class FocusExample(NamedTuple):
    """The places of one article.

    Attributes:
        features: float64, shape (places, `FOCUS_FEATURES`).
        right: Which of them the article may be about, bool, shape (places,).
        fold: Number of its fold.
        weight: How much it counts.
    """

    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    fold: int
    weight: float = 1.0


def fit_focus(examples: Sequence[FocusExample]) -> FocusModel:
    """Fit one weight for each feature.

    Args:
        examples: Articles; one that leaves all of its places open, or none, teaches nothing.

    Returns:
        The model, its weights rounded to three places.
    """
    from scipy.optimize import minimize

    used = [one for one in examples if one.right.any() and not one.right.all()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = _RIDGE / 2 * float(weights @ weights), _RIDGE * weights
        for one in used:
            scores = one.features @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            kept = chance * one.right
            mass = max(float(kept.sum()), 1e-12)
            value -= one.weight * float(np.log(mass))
            slope = slope + one.weight * (one.features.T @ (chance - kept / mass))
        return value, slope

    start = np.zeros(len(FOCUS_FEATURES))
    found: Any = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    weights = found.x.round(3).tolist()
    return FocusModel(dict(zip(FOCUS_FEATURES, weights, strict=True)))
