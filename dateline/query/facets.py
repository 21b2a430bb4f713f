"""How many articles each value of a facet would leave, the facet's own filter left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes.columns import Coded, Longs
from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query.narrow import Selection, narrow
from dateline.query.query import FURTHER, Query

__all__ = ["FACETS", "Tally", "by_facet", "by_facets"]

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

_ROLES: Final[pd.Index[str]] = pd.Index([*ROLES, ""], dtype=object)


class Tally(TypedDict):
    """Articles of each value of a facet: two columns of one length, the most articles first.

    Plain columns, not a frame, because making nine of them takes longer than counting within some
    months does; `pandas.DataFrame(tally)` is one.

    Attributes:
        value: str, dtype object; empty for *none given*, gazetteer ids for places.
        articles: int64, 1 or more.
    """

    value: npt.NDArray[np.object_]
    articles: Longs


def by_facet(corpus: Corpus, query: Query, facet: str) -> Tally:
    """Count the articles of each value of a facet.

    The facet's own filter is left out, every other holds: the number beside a value is the number
    of articles that choosing it alone would leave. Where places are chosen beside an area or a
    distance, these are left out with them.

    Args:
        corpus: The corpus.
        query: The whole question.
        facet: One of `FACETS`, or `x.NAME`.

    Returns:
        Values without an article are left out; equally many are in the order the corpus has them
        in (roles as in `ROLES`).

    Raises:
        ChoiceError: There is no such facet.
    """
    return by_facets(corpus, query, (facet,))[facet]


def by_facets(
    corpus: Corpus,
    query: Query,
    facets: Sequence[str] = FACETS,
    *,
    selection: Selection | None = None,
) -> dict[str, Tally]:
    """`by_facet` for several; what they have in common is done once.

    Args:
        corpus: The corpus.
        query: The whole question.
        facets: Of `FACETS`, or `x.NAME`.
        selection: What `narrow(corpus, query)` gave, if it is at hand.
    """
    active = set(query.active())
    if selection is None:
        selection = narrow(corpus, query)
    return {
        facet: _count(
            corpus,
            narrow(corpus, query, without=_own(query, facet)) if facet in active else selection,
            facet,
        )
        for facet in facets
    }


def _own(query: Query, facet: str) -> tuple[str, ...]:
    """The filters that say the same as a facet: places can be pointed at in three ways."""
    return (facet, "areas", "near") if facet == "places" and query.places.include else (facet,)


def _count(corpus: Corpus, selection: Selection, facet: str) -> Tally:
    codes = corpus.codes
    if facet == "roles":
        return _tally(_ROLES, selection.by_role())
    if facet == "countries":
        return _tally(codes.countries.values, selection.by_country())
    if facet == "places":
        return _tally(corpus.gazetteer_ids, selection.articles_by_place)
    if facet in ("people", "organisations", "speaker_kinds"):
        return _tally(*selection.by_occurrence(facet))
    if facet in ("sources", "languages", "agencies"):
        return _by_code(getattr(codes, facet), selection)
    if facet.startswith(FURTHER):
        return _by_code(corpus.further_codes(facet.removeprefix(FURTHER)), selection)
    raise ChoiceError(
        f"facet {facet!r}", f"one of {', '.join(FACETS)}, or x.NAME", "choose one of them"
    )


def _by_code(coded: Coded, selection: Selection) -> Tally:
    codes = coded.codes[selection.ids]
    return _tally(coded.values, np.bincount(codes, minlength=len(coded.values)))


def _tally(values: pd.Index[str], counts: Longs) -> Tally:
    found = np.flatnonzero(counts)
    found = found[np.argsort(-counts[found], kind="stable")]
    return {"value": values.to_numpy()[found], "articles": counts[found]}
