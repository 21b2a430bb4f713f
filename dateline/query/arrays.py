"""The findings of a corpus in memory: which articles have them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, Codes
from dateline.codes.columns import Ints, Mask, Occurrences
from dateline.query.query import Values

__all__ = ["Arrays", "lookup"]


class Arrays:
    """The findings as integer codes: what `Tables` of `dateline.query.disk` answers, in memory.

    Args:
        codes: Of the corpus.
    """

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def mentioning(self, roles: int, places: Mask) -> Mask:
        """Articles with a mention of one of these places in one of these roles."""
        pairs = self._codes.pairs
        rows = np.flatnonzero(places[pairs.places])
        if roles != ALL_ROLES:
            rows = rows[(pairs.roles[rows] & np.uint16(roles)) != 0]
        return self._marked(pairs.articles[rows])

    def speaking(self, first: int | None, last: int | None) -> Mask:
        """Articles that speak of one of these days, since 1970, both included."""
        spoken = self._codes.spoken
        hit = np.ones(len(spoken.articles), dtype=bool)
        if first is not None:
            hit &= spoken.last >= first
        if last is not None:
            hit &= spoken.first <= last
        return self._marked(spoken.articles[np.flatnonzero(hit)])

    def occurring(self, facet: str, values: Values) -> Mask:
        """Articles that have what is to be kept and nothing of what is to be left out."""
        mask = np.ones(self._codes.n_articles, dtype=bool)
        found: Occurrences = getattr(self._codes, facet)
        for wanted, keep in ((values.include, True), (values.exclude, False)):
            if wanted:
                rows = np.flatnonzero(lookup(found.values, wanted)[found.codes])
                hit = self._marked(found.articles[rows])
                mask &= hit if keep else ~hit
        return mask

    def _marked(self, articles: Ints) -> Mask:
        mask = np.zeros(self._codes.n_articles, dtype=bool)
        mask[articles] = True
        return mask


def lookup(values: pd.Index[str], wanted: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Which values are wanted; one that is not among them is no error."""
    table = np.zeros(len(values), dtype=bool)
    places = values.get_indexer(pd.Index(wanted, dtype=object))
    table[places[places >= 0]] = True
    return table
