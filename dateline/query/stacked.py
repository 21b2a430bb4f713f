"""Articles by day of publication and, at the same time, by place, source or role.

Every article counts once, so that a stack is as high as the bar it divides: under its source, under
the place it mentions most often in a role that counts, or under the role most of its mentions have.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, Codes
from dateline.codes.bins import Bin, first_days
from dateline.codes.columns import Ints, Longs, changes
from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query.narrow import Selection

__all__ = ["BYS", "MOST_SERIES", "By", "Stack", "by_day_and"]

By = Literal["place", "source", "role"]
BYS: Final[tuple[By, ...]] = ("place", "source", "role")

MOST_SERIES: Final = 6
"""Series by themselves; what is beyond is one more."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Counts by bin and series.

    Attributes:
        values: What the series stand for, most articles first: gazetteer ids, sources or roles.
        others: How many further values the series after them joins; 0 for none.
        counts: One row a bin and series with an article: `day` (datetime64[us], the first of the
            bin), `series` (int64; 0..len(values)-1, then `len(values)` for all others, and
            `len(values) + 1` for articles that have none), `articles`, `texts` (int64; copies
            within one bin counted once, under the earliest).
    """

    values: tuple[str, ...]
    others: int
    counts: pd.DataFrame


def by_day_and(
    corpus: Corpus, selection: Selection, bin: Bin, by: By, *, most: int = MOST_SERIES
) -> Stack:
    """Count articles by day of publication and by one thing more.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        bin: `day`, `week` or `month`.
        by: `place`, `source` or `role`. By role, mentions in every role are looked at, as a facet
            is counted without its own filter.
        most: Series at the most, besides those of all others and of none.

    Returns:
        The counts. Undated articles are in none.

    Raises:
        ChoiceError: There is no such bin, or nothing such to count by.
    """
    codes = corpus.codes
    bins = codes.article_bins(bin)
    labels, names = _labels(corpus, selection, by)
    rows = np.flatnonzero(selection.articles[: codes.n_dated])
    counted = np.bincount(labels[rows][labels[rows] >= 0], minlength=len(names))
    ranked = np.argsort(-counted, kind="stable")
    present = int(np.count_nonzero(counted))
    own = min(present, most) if present != most + 1 else present  # one other is a series itself
    series = np.full(len(names) + 1, own + 1, dtype=np.int64)  # the last, -1, has none
    series[ranked] = np.minimum(np.arange(len(names)), own)
    slots = own + 2
    first = int(bins[0]) if len(bins) else 0
    cells = (bins[rows].astype(np.int64) - first) * slots + series[labels[rows]]
    once = _first_of_each_text(codes, rows, bins)
    width = int(cells.max()) + 1 if len(cells) else 0
    articles = np.bincount(cells, minlength=width)
    texts = np.bincount(cells[once], minlength=width)
    found = np.flatnonzero(articles)
    return Stack(
        tuple(names[place] for place in ranked[:own]),
        present - own,
        pd.DataFrame(
            {
                "day": first_days(found // slots + first, bin),
                "series": found % slots,
                "articles": articles[found].astype(np.int64),
                "texts": texts[found].astype(np.int64),
            }
        ),
    )


def _labels(corpus: Corpus, selection: Selection, by: By) -> tuple[Longs, list[str]]:
    """A number for each article, -1 for none, and what the numbers stand for."""
    codes = corpus.codes
    if by == "source":
        sources = codes.sources
        named = np.array([value != "" for value in sources.values], dtype=bool)
        labels = sources.codes.astype(np.int64)
        return np.where((labels >= 0) & named[labels], labels, -1), list(sources.values)
    if by == "place":
        owners, places, _ = selection.counted()
        return _most_mentioned(owners, places, codes), corpus.places["gazetteer_id"].tolist()
    if by == "role":
        owners, _, roles = replace(selection, roles=ALL_ROLES).counted()
        return _most_frequent_role(owners, roles, codes), list(ROLES)
    raise ChoiceError(f"stacked by {by!r}", f"one of {', '.join(BYS)}", "choose one of them")


def _most_mentioned(owners: Ints, places: Ints, codes: Codes) -> Longs:
    """The place that stands most often in each article; of several, the commonest of all.

    Args:
        owners, places: Article and place of each mention, sorted by both; negative for no place.
        codes: Says how many articles there are.

    Returns:
        int64, shape (articles,), -1 where an article has none.
    """
    labels = np.full(codes.n_articles, -1, dtype=np.int64)
    placed = np.flatnonzero(places >= 0)
    owners, places = owners[placed], places[placed]
    if not len(owners):
        return labels
    commonest, rank = _ranked(np.bincount(places))
    starts = np.flatnonzero(changes(owners) | changes(places))
    counts = np.diff(np.append(starts, len(owners)))
    best = np.flatnonzero(changes(owners[starts]))
    keys = counts * len(rank) + rank[places[starts]]
    labels[owners[starts][best]] = commonest[np.maximum.reduceat(keys, best) % len(rank)]
    return labels


def _most_frequent_role(owners: Ints, roles: npt.NDArray[np.uint8], codes: Codes) -> Longs:
    """The role that most mentions of each article have, as `_most_mentioned` of places."""
    slots = len(ROLES) + 1  # the last is a missing role
    cells = np.bincount(owners * np.int32(slots) + roles, minlength=codes.n_articles * slots)
    counts = cells.reshape(-1, slots)[:, :-1]
    commonest, rank = _ranked(counts.sum(axis=0))
    labels = commonest[(counts * len(rank) + rank).max(axis=1) % len(rank)]
    return np.where(counts.any(axis=1), labels, -1)


def _ranked(overall: Longs) -> tuple[Longs, Longs]:
    """Values from the rarest to the commonest, and the rank of each."""
    commonest = np.argsort(overall, kind="stable")
    rank = np.empty_like(commonest)
    rank[commonest] = np.arange(len(commonest))
    return commonest, rank


def _first_of_each_text(
    codes: Codes, rows: npt.NDArray[np.int64], bins: npt.NDArray[np.int32]
) -> npt.NDArray[np.bool_]:
    """Which of these articles are the first of their text in their bin."""
    first = np.ones(len(rows), dtype=bool)
    copied = np.flatnonzero(codes.copied[rows])
    groups = codes.groups[rows[copied]].astype(np.int64)
    width = int(codes.groups.max(initial=0)) + 1
    keys = bins[rows[copied]].astype(np.int64) * width + groups
    first[copied] = False
    first[copied[np.unique(keys, return_index=True)[1]]] = True
    return first
