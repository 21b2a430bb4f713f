"""How many articles each value of a facet would leave, the facet's own filter left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import Coded, Codes, Occurrences
from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query.narrow import Selection, narrow
from dateline.query.query import FURTHER, Query

__all__ = ["FACETS", "by_facet", "by_facets"]

FACETS: Final = (
    "roles",
    "sources",
    "countries",
    "places",
    "languages",
    "agencies",
    "people",
    "organisations",
    "speaker_kinds",
)
"""Facets every corpus has; `x.NAME` is one for each of `Corpus.further`."""

Ints = npt.NDArray[np.int64]


def by_facet(corpus: Corpus, query: Query, facet: str) -> pd.DataFrame:
    """Count the articles of each value of a facet.

    The facet's own filter is left out, every other holds: the number beside a value is the number
    of articles that choosing it alone would leave.

    Args:
        corpus: The corpus.
        query: The whole question.
        facet: One of `FACETS`, or `x.NAME`.

    Returns:
        `value` (str; empty for *none given*, gazetteer ids for places) and `articles` (int64),
        values without an article left out; the most first, then by the alphabet.

    Raises:
        ChoiceError: There is no such facet.
    """
    return by_facets(corpus, query, (facet,))[facet]


def by_facets(
    corpus: Corpus, query: Query, facets: Sequence[str] = FACETS
) -> dict[str, pd.DataFrame]:
    """`by_facet` for several; what they have in common is done once."""
    active = set(query.active())
    shared = narrow(corpus, query) if not active.issuperset(facets) else None
    return {
        facet: _count(
            corpus,
            shared
            if shared is not None and facet not in active
            else narrow(corpus, query, without=facet),
            facet,
        )
        for facet in facets
    }


def _count(corpus: Corpus, selection: Selection, facet: str) -> pd.DataFrame:
    codes = corpus.codes
    if facet == "roles":
        return _table((*ROLES, ""), _by_role(codes, selection))
    if facet == "countries":
        return _table((*codes.countries.values, ""), _by_country(codes, selection))
    if facet == "places":
        places = codes.pairs.places[selection.pair_rows][selection.pairs_among]
        return _table(
            corpus.places["gazetteer_id"].to_numpy(dtype=object),
            np.bincount(places, minlength=codes.n_places),
        )
    if facet in ("people", "organisations", "speaker_kinds"):
        return _by_occurrence(getattr(codes, facet), selection)
    if facet in ("sources", "languages", "agencies"):
        return _by_code(getattr(codes, facet), selection)
    if facet.startswith(FURTHER):
        return _by_code(corpus.further_codes(facet.removeprefix(FURTHER)), selection)
    raise ChoiceError(
        f"facet {facet!r}", f"one of {', '.join(FACETS)}, or x.NAME", "choose one of them"
    )


def _by_code(coded: Coded, selection: Selection) -> pd.DataFrame:
    counts = np.bincount(coded.codes[selection.articles] + 1, minlength=len(coded.values) + 1)
    return _table(("", *coded.values), counts)


def _by_occurrence(found: Occurrences, selection: Selection) -> pd.DataFrame:
    begin, end = np.searchsorted(
        found.articles, [selection.span.start, selection.span.stop], side="left"
    )
    codes = found.codes[begin:end]
    if not selection.articles[selection.span].all():
        codes = codes[selection.articles[found.articles[begin:end]]]
    return _table(found.values, np.bincount(codes, minlength=len(found.values)))


def _by_country(codes: Codes, selection: Selection) -> Ints:
    grouped = codes.articles_by_country
    seen = np.zeros(len(grouped.values), dtype=bool)
    seen[grouped.groups[selection.pair_rows][selection.pairs_among]] = True
    return np.bincount(grouped.values[seen], minlength=len(codes.countries.values) + 1)


def _by_role(codes: Codes, selection: Selection) -> Ints:
    if selection.places is None:
        bits = codes.article_roles[selection.articles]
    else:
        passing = selection.pairs_among
        articles = codes.pairs.articles[selection.pair_rows][passing]
        starts = np.flatnonzero(np.diff(articles, prepend=-1))
        bits = codes.pairs.roles[selection.pair_rows][passing]
        bits = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits
    sets = np.bincount(bits, minlength=1)
    roles = np.arange(len(sets))[:, None] >> np.arange(len(ROLES) + 1) & 1
    counts: Ints = sets @ roles
    return counts


def _table(values: Sequence[str] | npt.NDArray[np.object_], counts: Ints) -> pd.DataFrame:
    found = np.flatnonzero(counts)
    names = np.asarray(values, dtype=object)[found]
    order = np.lexsort((names.astype(str), -counts[found]))
    return pd.DataFrame(
        {"value": pd.Series(names[order], dtype="str"), "articles": counts[found][order]}
    )
