"""What is counted once an article: the distinct (article, place) of its mentions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.codes.columns import Bits, Grouped, Ints, Longs

__all__ = ["CopiedPairs", "Pairs"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Distinct (article, place) of placed mentions, in the order of the mentions.

    Attributes:
        articles, places: The two; places int64, since they are used as indices only.
        roles: Bits of the roles in which the article mentions the place.
        confidences: float64, mean over the mentions that have one, else NaN.
        begin: int64, shape (articles + 1,): first pair of each article.
    """

    articles: Ints
    places: Longs
    roles: Bits
    confidences: npt.NDArray[np.float64]
    begin: Longs


@dataclass(frozen=True, slots=True)
class CopiedPairs:
    """The pairs of articles that have copies.

    Attributes:
        rows: Their rows in `Codes.pairs`.
        articles, places, roles: As there.
        texts: Joined by (group of copies, place).
    """

    rows: Longs
    articles: Ints
    places: Longs
    roles: Bits
    texts: Grouped
