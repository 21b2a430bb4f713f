"""Counts of what a query leaves, as kernels on the integer codes of a corpus.

Units: *articles*, *texts* (copies counted once) and *mentions*. Nothing here says events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import Codes
from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query.narrow import Selection, narrow
from dateline.query.query import Query

__all__ = [
    "BINS",
    "Bin",
    "Totals",
    "by_day",
    "by_place",
    "by_removal",
    "spoken_by_day",
    "totals",
    "unplaced",
]

Bin = Literal["day", "week", "month"]
BINS: Final = ("day", "week", "month")

_SLOTS: Final = len(ROLES) + 1
_MONDAY: Final = 3  # 1 January 1970 was a Thursday
Ints = npt.NDArray[np.int64]


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
    mentions = selection.mentions_among
    unplaced_rows = codes.mention_places[selection.mention_rows] < 0
    pairs = codes.pairs.places[selection.pair_rows][selection.pairs_among]
    return Totals(
        articles=int(np.count_nonzero(selection.articles)),
        texts=int(np.count_nonzero(np.bincount(codes.groups[selection.articles]))),
        places=int(np.count_nonzero(np.bincount(pairs, minlength=1))),
        mentions=int(np.count_nonzero(mentions)),
        unplaced=int(np.count_nonzero(mentions & unplaced_rows)),
        undated=int(np.count_nonzero(selection.articles[codes.n_dated :])),
    )


def by_place(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Count by place.

    Returns:
        One row a place with a mention that counts, by `place_id` (int32): `articles` mentioning it,
        `texts`, `mentions` (int64), `confidence` (float32, mean over the mentions that have one,
        else NaN), `role` (category: the first in `ROLES` in which it is mentioned, or missing).
    """
    codes = corpus.codes
    n_places = codes.n_places
    rows, among = selection.mention_rows, selection.mentions_among
    by_role = np.bincount(
        codes.place_roles[rows][among], minlength=(n_places + 1) * _SLOTS
    ).reshape(-1, _SLOTS)[1:]
    mentions = by_role.sum(axis=1)
    passing = selection.pairs_among
    articles = np.bincount(codes.pairs.places[selection.pair_rows][passing], minlength=n_places)
    place_ids = np.flatnonzero(articles)
    role = (by_role[place_ids] > 0).argmax(axis=1)
    return pd.DataFrame(
        {
            "place_id": place_ids.astype(np.int32),
            "articles": articles[place_ids],
            "texts": _texts_by_place(codes, selection, articles)[place_ids],
            "mentions": mentions[place_ids],
            "confidence": _confidence(codes, selection)[place_ids],
            "role": pd.Categorical.from_codes(
                np.where(role < len(ROLES), role, -1), categories=pd.Index(ROLES)
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
    ids = np.flatnonzero(selection.articles[: codes.n_dated])
    bins = _bins(codes.days[ids], bin)
    base = int(bins[0]) if len(bins) else 0
    articles = np.bincount(bins - base)
    copied = codes.copied[ids]
    texts = articles - np.bincount(bins[copied] - base, minlength=len(articles))
    once = np.unique((bins[copied] - base) * codes.n_articles + codes.groups[ids[copied]])
    texts += np.bincount(once // max(codes.n_articles, 1), minlength=len(articles))
    found = np.flatnonzero(articles)
    return pd.DataFrame(
        {
            "day": _first_days(found + base, bin),
            "articles": articles[found],
            "texts": texts[found],
        }
    )


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
    spoken = corpus.codes.spoken
    rows = np.flatnonzero(selection.articles[spoken.articles])
    ids = spoken.articles[rows].astype(np.int64)
    first, last = _bins(spoken.first[rows], bin), _bins(spoken.last[rows], bin)
    base = int(first.min()) if len(first) else 0
    width = int(last.max()) - base + 1 if len(last) else 0
    first, last = first - base, last - base
    # Of the intervals of one article, each counts only beyond where the ones before it reach.
    reach = np.maximum.accumulate(ids * (width + 1) + last + 1)
    begins = ids * (width + 1) + first
    begins[1:] = np.maximum(begins[1:], reach[:-1])
    ends = ids * (width + 1) + last + 1
    left = begins < ends
    change = np.bincount((begins - ids * (width + 1))[left], minlength=width + 1)
    change = change - np.bincount((last + 1)[left], minlength=width + 1)
    articles = np.cumsum(change)[:width]
    found = np.flatnonzero(articles)
    return pd.DataFrame({"day": _first_days(found + base, bin), "articles": articles[found]})


def unplaced(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """What counts but is *not placed*, by the words it was called by.

    Returns:
        `surface`, `mentions`, `articles` (int64), most mentions first, then by the alphabet.
    """
    rows = np.flatnonzero(selection.mentions & (corpus.codes.mention_places < 0))
    frame = pd.DataFrame(
        {
            "surface": corpus.column("mentions", "surface").iloc[rows].to_numpy(),
            "article_id": corpus.mentions["article_id"].iloc[rows].to_numpy(),
        }
    )
    counted = frame.groupby("surface")["article_id"].agg(mentions="size", articles="nunique")
    return counted.reset_index().sort_values(
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


def _texts_by_place(codes: Codes, selection: Selection, articles: Ints) -> Ints:
    """Articles, less those that have copies, plus each group of copies once."""
    grouped, pairs, rows = codes.texts_by_place, codes.copied_pairs, selection.pair_rows
    begin, end = np.searchsorted(pairs, [rows.start, rows.stop])
    passing = selection.pairs_among[pairs[begin:end] - rows.start]
    groups = grouped.groups[begin:end][passing]
    seen = np.zeros(len(grouped.values), dtype=bool)
    seen[groups] = True
    copies = np.bincount(grouped.values[groups], minlength=codes.n_places)
    texts: Ints = articles - copies + np.bincount(grouped.values[seen], minlength=codes.n_places)
    return texts


def _confidence(codes: Codes, selection: Selection) -> npt.NDArray[np.float32]:
    among = selection.mentions_among
    values = codes.confidences[selection.mention_rows][among]
    slots = codes.mention_places[selection.mention_rows][among] + 1
    known = ~np.isnan(values)
    if not known.all():
        values, slots = values[known], slots[known]
    total = np.bincount(slots, weights=values, minlength=codes.n_places + 1)[1:]
    count = np.bincount(slots, minlength=codes.n_places + 1)[1:]
    with np.errstate(invalid="ignore"):
        return (total / count).astype(np.float32)


def _bins(days: npt.NDArray[np.int32], bin: Bin) -> Ints:
    """Number of the bin of each day: days, Mondays or months since 1970."""
    if bin == "day":
        return days.astype(np.int64)
    if bin == "week":
        return (days.astype(np.int64) + _MONDAY) // 7
    if bin == "month":
        return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    raise ChoiceError(f"bin {bin!r}", f"one of {', '.join(BINS)}", "choose one of them")


def _first_days(bins: Ints, bin: Bin) -> Any:
    if bin == "week":
        bins = bins * 7 - _MONDAY
    unit = "M" if bin == "month" else "D"
    return bins.astype(f"datetime64[{unit}]").astype("datetime64[us]")
