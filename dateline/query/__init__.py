"""Narrow a corpus and count what is left.

    >>> query = Query(words="convoy", countries=Values(include=("SY",)))
    >>> selection = narrow(corpus, query)                      # doctest: +SKIP
    >>> by_place(corpus, selection).nlargest(3, "articles")    # doctest: +SKIP

A `Query` is a value; `narrow` turns it into one mask over articles and one over mentions; every
count is a pure function of corpus and selection.
"""

from __future__ import annotations

from dateline.codes.bins import BINS
from dateline.query.counts import (
    Totals,
    by_day,
    by_place,
    by_removal,
    spoken_by_day,
    totals,
    unplaced,
)
from dateline.query.facets import FACETS, Tally, by_facet, by_facets
from dateline.query.listing import ORDERS, ordered, page
from dateline.query.narrow import Selection, narrow
from dateline.query.query import FURTHER, MOST_AREAS, Area, Query, Values

__all__ = [
    "BINS",
    "FACETS",
    "FURTHER",
    "MOST_AREAS",
    "ORDERS",
    "Area",
    "Query",
    "Selection",
    "Tally",
    "Totals",
    "Values",
    "by_day",
    "by_facet",
    "by_facets",
    "by_place",
    "by_removal",
    "narrow",
    "ordered",
    "page",
    "spoken_by_day",
    "totals",
    "unplaced",
]
