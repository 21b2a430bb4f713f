"""Fitting the role model: a multinomial logistic regression that also learns from coarser labels.

The conflict articles give one of eight roles. Other sets only say literal or associative, or event
or not; an example of theirs allows several roles, and the likelihood that is maximised is the
summed probability of the allowed ones. Pure functions, which need SciPy (`pip install
dateline[train]`); reading articles does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from dateline.findings import ROLES

__all__ = ["ASSOCIATIVE", "LITERAL", "RoleExample", "as_data", "fit_roles"]

LITERAL: Final = frozenset(("event", "setting", "dateline", "background", "comparison"))
"""Roles of a name that stands for the place itself."""

ASSOCIATIVE: Final = frozenset(ROLES) - LITERAL
"""Roles of a name that stands for something else."""

_NEGLIGIBLE: Final = 0.036
"""Features whose every weight is smaller are left out."""
_RIDGE: Final = 12.0
"""Strength of the quadratic penalty."""
_LEAST: Final = 3
"""Features of fewer examples are left out."""
_ROUNDS: Final = 200
"""Most iterations of L-BFGS."""


class RoleExample(NamedTuple):
    """One mention to learn from.

    Attributes:
        features: Names of its indicators.
        allowed: The roles its label leaves open.
        weight: How much it counts.
    """

    features: Sequence[str]
    allowed: frozenset[str]
    weight: float = 1.0


def fit_roles(examples: Sequence[RoleExample]) -> dict[str, list[float]]:
    """Fit one weight for each feature and role.

    Args:
        examples: Mentions with the roles their labels allow.

    Returns:
        Weights by feature, float, in the order of `ROLES`, rounded to three places. The feature
        `bias` is always there.
    """
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(name for example in examples for name in set(example.features))
    columns = {name: number for number, name in enumerate(sorted(counts)) if counts[name] >= _LEAST}
    columns = {name: number for number, name in enumerate(columns)}
    columns["bias"] = len(columns)
    rows, places = [], []
    for row, example in enumerate(examples):
        for name in {*example.features, "bias"}:
            if name in columns:
                rows.append(row)
                places.append(columns[name])
    size, width = len(examples), len(ROLES)
    matrix = csr_matrix((np.ones(len(rows)), (rows, places)), shape=(size, len(columns)))
    allowed = np.array([[role in one.allowed for role in ROLES] for one in examples], float)
    weight = np.array([one.weight for one in examples])
    turned = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(-1, width)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chance = np.exp(scores)
        chance /= chance.sum(axis=1, keepdims=True)
        kept = chance * allowed
        mass = np.maximum(kept.sum(axis=1), 1e-12)
        slope = turned @ ((chance - kept / mass[:, None]) * weight[:, None]) + _RIDGE * weights
        value = -(weight * np.log(mass)).sum() + _RIDGE / 2 * (weights**2).sum()
        return float(value), slope.ravel()

    start = np.zeros(len(columns) * width)
    found: Any = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    weights = found.x.reshape(-1, width).round(3)
    return {
        name: weights[number].tolist()
        for name, number in columns.items()
        if name == "bias" or np.abs(weights[number]).max() >= _NEGLIGIBLE
    }


def as_data(
    weights: dict[str, list[float]], language_model: str, trained_on: str
) -> dict[str, Any]:
    """The contents of a trained file, for `RoleModel.from_data`.

    Args:
        weights: As `fit_roles` gives them.
        language_model: Name of the spaCy model that parsed the examples.
        trained_on: What the examples were, in words.

    Returns:
        A value that JSON can hold.
    """
    return {
        "language_model": language_model,
        "roles": list(ROLES),
        "trained_on": trained_on,
        "thousandths": {
            name: [round(1000 * weight) for weight in own] for name, own in weights.items()
        },
    }
