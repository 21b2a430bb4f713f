"""The days that texts speak of, as disjoint intervals of each article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dateline.codes.bins import Bin, bins_of
from dateline.codes.columns import Ints, blocks, days_of

__all__ = ["LONGEST", "Spoken", "in_bins", "spoken_days"]

LONGEST: Final = 31
"""Days. What is spoken of more vaguely than by the month is on no timeline."""

_OPEN: Final = int(np.iinfo(np.int32).max)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Days or bins spoken of: disjoint intervals of each article, sorted by (article, first).

    Attributes:
        articles: Whose text it is.
        first, last: Both included.
    """

    articles: Ints
    first: Ints
    last: Ints


def spoken_days(dates: pd.DataFrame) -> Spoken:
    """Days spoken of to the month or better.

    An interval of more than `LONGEST` days (a year, a decade, "recently") would cover months of a
    chart without having been said of any day of them, and is left out. Of an interval with one open
    end ("since Monday") the day of the known end counts.

    Args:
        dates: Hot columns of DATES, sorted by article.

    Returns:
        Days since 1970.
    """
    owners = dates["article_id"].to_numpy()
    return _joined([_days_of(dates.iloc[rows]) for rows in blocks(owners)])


def _days_of(dates: pd.DataFrame) -> Spoken:
    first = days_of(dates["earliest"], _OPEN)
    last = days_of(dates["latest"], _OPEN) - np.int32(1)
    no_first, no_last = first == _OPEN, last == _OPEN - 1
    last, first = np.where(no_last, first, last), np.where(no_first, last, first)
    known = ~(no_first & no_last) & (last >= first) & (last - first < LONGEST)
    ids = dates["article_id"].to_numpy()
    rows = np.flatnonzero(known)
    rows = rows[np.lexsort((first[rows], ids[rows]))]
    return _disjoint(Spoken(ids[rows], first[rows], last[rows]))


def in_bins(days: Spoken, bin: Bin) -> Spoken:
    """The bins in which these days lie, each once an article."""
    first, last = bins_of(days.first, bin), bins_of(days.last, bin)
    return _joined(
        [
            _disjoint(Spoken(days.articles[rows], first[rows], last[rows]))
            for rows in blocks(days.articles)
        ]
    )


def _joined(parts: Sequence[Spoken]) -> Spoken:
    return Spoken(
        np.concatenate([part.articles for part in parts]),
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.last for part in parts]),
    )


def _disjoint(spoken: Spoken) -> Spoken:
    """What each interval adds to those of the same article before it, sorted by first."""
    if not len(spoken.articles):
        return spoken
    low = int(spoken.first.min())
    width = int(spoken.last.max()) - low + 2
    base = spoken.articles.astype(np.int64) * width - low
    reach = np.maximum.accumulate(base + spoken.last)  # of another article it is always less
    first = base + spoken.first
    first[1:] = np.maximum(first[1:], reach[:-1] + 1)
    adds = first <= base + spoken.last
    return Spoken(spoken.articles[adds], (first - base)[adds].astype(np.int32), spoken.last[adds])
