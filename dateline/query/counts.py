"""Counts of what a query leaves, as small tables.

Units: *articles*, *texts* (copies counted once) and *mentions*. Nothing here says events.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes.bins import Bin, first_days
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query.narrow import Selection, narrow
from dateline.query.query import Query

__all__ = [
    "Totals",
    "by_day",
    "by_place",
    "by_removal",
    "spoken_by_day",
    "totals",
    "unplaced",
]

_ROLE: Final = pd.CategoricalDtype(list(ROLES))


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a query leaves.

    Attributes:
        articles: Articles.
        texts: Texts, copies counted once.
        places: Places with a mention that counts.
        mentions: Mentions that count, placed or not.
        unplaced: Those of them that are not placed.
        undated: Articles without a date: on no timeline.
    """

    articles: int
    texts: int
    places: int
    mentions: int
    unplaced: int
    undated: int


def totals(corpus: Corpus, selection: Selection) -> Totals:
    """Count everything once."""
    codes = corpus.codes
    groups = np.zeros(codes.n_articles, dtype=bool)
    groups[codes.groups[selection.ids]] = True
    return Totals(
        articles=int(np.count_nonzero(selection.articles)),
        texts=int(np.count_nonzero(groups)),
        places=int(np.count_nonzero(selection.articles_by_place)),
        mentions=int(selection.mentions_by_place.sum()),
        unplaced=int(selection.mentions_by_place[0].sum()),
        undated=int(np.count_nonzero(selection.articles[codes.n_dated :])),
    )


def by_place(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Count by place.

    Returns:
        One row a place with a mention that counts, by `place_id` (int32): `articles` mentioning it,
        `texts`, `mentions` (int64), `confidence` (float32, mean over these articles' own means,
        else NaN), `role` (category: the first in `ROLES` in which it is mentioned, or missing).
    """
    articles = selection.articles_by_place
    place_ids = np.flatnonzero(articles)
    by_role = selection.mentions_by_place[1:][place_ids]
    role = (by_role > 0).argmax(axis=1)
    return _frame(
        {
            "place_id": place_ids.astype(np.int32),
            "articles": articles[place_ids],
            "texts": selection.texts_by_place[place_ids],
            "mentions": by_role.sum(axis=1),
            "confidence": selection.confidence_by_place[place_ids],
            "role": pd.Categorical.from_codes(
                np.where(role < len(ROLES), role, -1).astype(np.int8), dtype=_ROLE, validate=False
            ),
        }
    )


def by_day(corpus: Corpus, selection: Selection, bin: Bin = "day") -> pd.DataFrame:
    """Count by day of publication; weeks begin on Monday.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        bin: `day`, `week` or `month`.

    Returns:
        One row a bin with an article, in order: `day` (datetime64[us], its first day), `articles`,
        `texts` (int64; copies within one bin counted once). Undated articles are in none.

    Raises:
        ChoiceError: There is no such bin.
    """
    codes = corpus.codes
    bins = codes.article_bins(bin)
    if not len(bins):
        return _by_bin(bins, bin, articles=bins, texts=bins)
    first, width = int(bins[0]), int(bins[-1] - bins[0]) + 1
    dated = np.flatnonzero(selection.articles[: len(bins)])
    articles = np.bincount(bins[dated] - first, minlength=width)
    rows, grouped = selection.rows_of(codes.copied_articles), codes.texts_by_bin(bin)
    copies = np.bincount(bins[codes.copied_articles[rows]] - first, minlength=width)
    texts = articles - copies + grouped.count(grouped.groups[rows], width)
    found = np.flatnonzero(articles)
    return _by_bin(found + first, bin, articles=articles[found], texts=texts[found])


def spoken_by_day(corpus: Corpus, selection: Selection, bin: Bin = "day") -> pd.DataFrame:
    """Count articles by the days they speak of, where they say it to the month or better.

    An article counts once in each bin that one of its intervals touches, so the number of a bin is
    the number of articles that `Query.spoken` over its days leaves.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        bin: `day`, `week` or `month`.

    Returns:
        One row a bin with an article, in order: `day` (datetime64[us], its first day), `articles`
        (int64).

    Raises:
        ChoiceError: There is no such bin.
    """
    bins, articles = selection.spoken_by_bin(bin)
    return _by_bin(bins, bin, articles=articles)


def unplaced(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """What counts but is *not placed*, by the words it was called by.

    Returns:
        `surface`, `mentions`, `articles` (int64), most mentions first, then by the alphabet.
    """
    return selection.unplaced().sort_values(
        ["mentions", "surface"], ascending=[False, True], ignore_index=True
    )


def by_removal(corpus: Corpus, query: Query) -> pd.DataFrame:
    """What taking back one filter would leave: an offer to someone who found nothing.

    Returns:
        `filter` (as `Query.without` takes it), `articles` (int64), the most first.
    """
    rows = [
        (name, int(np.count_nonzero(narrow(corpus, query, without=name).articles)))
        for name in query.active()
    ]
    frame = pd.DataFrame(rows, columns=["filter", "articles"])
    return frame.sort_values("articles", ascending=False, kind="stable", ignore_index=True)


def _by_bin(bins: npt.NDArray[Any], bin: Bin, **counts: npt.NDArray[Any]) -> pd.DataFrame:
    columns = {name: count.astype(np.int64) for name, count in counts.items()}
    return _frame({"day": first_days(bins, bin), **columns})


def _frame(columns: Mapping[str, Any]) -> pd.DataFrame:
    """A frame of new arrays, which need no copy: that takes longer than counting a few."""
    return pd.DataFrame(columns, copy=False)
