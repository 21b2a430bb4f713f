"""Columns as integer codes: one value a row, several values an article, rows that share a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = [
    "Bits",
    "Coded",
    "Grouped",
    "Ints",
    "Longs",
    "Mask",
    "Occurrences",
    "begins",
    "blocks",
    "changes",
    "coded",
    "days_of",
    "distinct",
    "grouped",
    "grouped_by_article",
]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint16]
Mask = npt.NDArray[np.bool_]


_BLOCK: Final = 1 << 20
"""Rows worked on at once, so that what is needed on the way stays small beside what is kept."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One value a row: `codes[row]` into `values`, of which the last, an empty text, is *none*.

    Values are Python texts, dtype object: to list Arrow's costs more than to count them.
    """

    codes: Ints
    values: pd.Index[str]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Distinct (article, value) pairs, sorted by article: `codes[i]` into `values`, as `Coded`."""

    articles: Ints
    codes: Ints
    values: pd.Index[str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows joined by what several of them share, so that it is counted once.

    Attributes:
        groups: Group of each row.
        values: Value of each group.
    """

    groups: Ints
    values: Ints

    def count(self, chosen: Ints, length: int) -> Longs:
        """How many groups of each value have a row in one of the groups chosen.

        Args:
            chosen: Groups of the rows that count, in any order, repeated at will.
            length: Number of values.

        Returns:
            int64, shape (length,).
        """
        if not len(chosen):
            return np.zeros(length, dtype=np.int64)
        # Of some months, the groups lie side by side, and those before and after need no look.
        first, last = int(chosen.min()), int(chosen.max())
        seen = np.zeros(last - first + 1, dtype=bool)
        seen[chosen - np.int32(first)] = True
        return np.bincount(self.values[first : last + 1][seen], minlength=length)


def coded(series: pd.Series[Any]) -> Coded:
    """The codes of a category column; an empty text is *none*, as a missing value is."""
    if "" in series.cat.categories:
        series = series.cat.remove_categories([""])
    values: pd.Index[str] = pd.Index([*series.cat.categories, ""], dtype=object)
    codes = series.cat.codes.to_numpy()
    return Coded(np.where(codes < 0, len(values) - 1, codes).astype(np.int32), values)


def days_of(moments: pd.Series[Any], missing: int) -> Ints:
    """Days since 1970, `missing` where there is none.

    Args:
        moments: datetime64.
        missing: The number for a missing one.
    """
    days = moments.to_numpy().astype("datetime64[D]")
    numbers = days.astype(np.int64)
    numbers[np.isnat(days)] = missing
    return numbers.astype(np.int32)


def distinct(articles: Ints, codes: Ints, values: pd.Index[str]) -> Occurrences:
    """Each value of an article once.

    Args:
        articles: Article of each row, sorted.
        codes: Value of each row.
        values: What the codes stand for.
    """
    width = max(len(values), 1)
    ids, found = [], []
    for rows in blocks(articles):
        keys = np.sort(articles[rows].astype(np.int64) * width + codes[rows])
        own, value = np.divmod(keys[changes(keys)], width)
        ids.append(own.astype(np.int32))
        found.append(value.astype(np.int32))
    return Occurrences(np.concatenate(ids), np.concatenate(found), values)


def grouped(first: npt.NDArray[Any], second: npt.NDArray[Any]) -> Grouped:
    """Rows joined where both of two numbers are the same; the second is the value of the group.

    Args:
        first, second: Numbers from 0, one a row.
    """
    if not len(first):
        return Grouped(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    width = int(second.max()) + 1
    keys = first.astype(np.int64) * width + second
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    new = changes(keys)
    groups = np.empty(len(keys), dtype=np.int32)
    groups[order] = np.cumsum(new, dtype=np.int32) - np.int32(1)
    return Grouped(groups, (keys[new] % width).astype(np.int32))


def grouped_by_article(articles: Ints, second: npt.NDArray[Any]) -> Grouped:
    """`grouped`, where the first of the two numbers is the article, sorted.

    Args:
        articles: Article of each row.
        second: A number from 0 of each row.
    """
    groups, values, count = np.empty(len(articles), dtype=np.int32), [], 0
    for rows in blocks(articles):
        part = grouped(articles[rows], second[rows])
        np.add(part.groups, np.int32(count), out=groups[rows])
        values.append(part.values)
        count += len(part.values)
    return Grouped(groups, np.concatenate(values))


def begins(sorted_ids: Ints, count: int) -> Longs:
    """First row of each article 0..count-1, and one more at the end.

    Args:
        sorted_ids: Article of each row, sorted.
        count: How many articles there are.
    """
    # Numbers of another dtype would have all ids converted to it.
    ids = np.arange(count + 1, dtype=sorted_ids.dtype)
    return np.searchsorted(sorted_ids, ids).astype(np.int64)


def blocks(articles: Ints) -> Iterator[slice]:
    """Cut rows that are sorted by article into ranges of about a million that end with an article.

    Args:
        articles: Article of each row, sorted.

    Yields:
        At least one range, in order.
    """
    at, total = 0, len(articles)
    while True:
        end = min(at + _BLOCK, total)
        if end < total:
            end = int(np.searchsorted(articles, articles[end - 1], side="right"))
        yield slice(at, end)
        at = end
        if at >= total:
            return


def changes(values: npt.NDArray[Any]) -> Mask:
    """Whether a value differs from the one before it; the first does."""
    differs = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=differs[1:])
    return differs
