"""Counts of whole tables that one click after another asks for, remembered for each corpus."""

from __future__ import annotations

from typing import Final
from weakref import WeakKeyDictionary

import pandas as pd

from dateline.corpus import Corpus
from dateline.query import Query, Totals, by_place, narrow, totals

__all__ = ["counted"]

_KEPT: Final = 32
"""Queries of one corpus; each costs a row a place."""

Counted = tuple[pd.DataFrame, Totals]
_known: Final[WeakKeyDictionary[Corpus, dict[Query, Counted]]] = WeakKeyDictionary()


def counted(corpus: Corpus, query: Query) -> Counted:
    """Count by place what a query leaves of a corpus, and all of it.

    Returns:
        What `by_place` gives, not to be written to, and `totals`. All visitors share them, until
        the corpus itself is let go.
    """
    known = _known.setdefault(corpus, {})
    found = known.get(query)
    if found is None:
        selection = narrow(corpus, query)
        found = by_place(corpus, selection), totals(corpus, selection)
        if len(known) >= _KEPT:
            known.clear()
        known[query] = found
    return found
