"""How LightGBM grows trees here, whatever they are to tell."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["BOOSTING"]

BOOSTING: Final[dict[str, Any]] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "lambda_l2": 2.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
"""Settings that all trees share; the same examples give the same trees."""
