"""Fitting the trees that reread an article's roles: a pure function of marked articles.

Needs LightGBM's Python package (`pip install dateline[train]`); reading articles does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import lightgbm
import numpy as np
from numpy.typing import NDArray

from dateline.findings import ROLES
from dateline.geoparsing.boosting import BOOSTING
from dateline.geoparsing.trees import Trees

__all__ = ["RereadingExample", "fit_rereading"]

_BOOSTING: Final = {
    **BOOSTING,
    "objective": "multiclass",
    "num_class": len(ROLES),
    "learning_rate": 0.1,
    "num_leaves": 15,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "lambda_l2": 5.0,
}
_ROUNDS: Final = 80
"""More made the file larger, and nothing better on documents that were left out."""
_COARSE: Final = 0.5
"""Share of the weight where a label leaves several roles open: the likeliest of them is taken."""


@dataclass(frozen=True)
class RereadingExample:
    """One article's mentions.

    Attributes:
        rows: As `rereading.rereading_rows` gives them, of chances by a model that has not learned
            from the article; float32, shape (mentions, `REREADING`).
        alone: Those chances; float64, shape (mentions, 8).
        allowed: Whether the label leaves each role open; bool, shape (mentions, 8).
        weights: How much each counts; 0 where a rule is sure; float64, shape (mentions,).
    """

    rows: NDArray[np.float32]
    alone: NDArray[np.float64]
    allowed: NDArray[np.bool_]
    weights: NDArray[np.float64]


def fit_rereading(examples: Sequence[RereadingExample]) -> Trees:
    """Fit the trees.

    Args:
        examples: Articles with marked roles.

    Returns:
        Trees that give each row of `REREADING` the probability of each role.
    """
    rows = np.concatenate([one.rows for one in examples])
    alone = np.concatenate([one.alone for one in examples])
    allowed = np.concatenate([one.allowed for one in examples])
    weights = np.concatenate([one.weights for one in examples])
    used = (weights > 0) & ~allowed.all(axis=1)
    likeliest = np.where(allowed, alone, -1.0).argmax(axis=1)
    weights = np.where(allowed.sum(axis=1) > 1, _COARSE, 1.0) * weights
    data = lightgbm.Dataset(rows[used], likeliest[used], weight=weights[used])
    return Trees(lightgbm.train(dict(_BOOSTING), data, _ROUNDS).model_to_string())
