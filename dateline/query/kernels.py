"""Counts over a corpus in memory, as kernels on its integer codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, SLOTS
from dateline.codes.bins import Bin
from dateline.codes.columns import Ints, Longs, Mask, Occurrences
from dateline.query.selection import Rows, Selection, chosen

__all__ = ["SelectionInMemory"]

_PIECE: Final = 1 << 20
"""Mentions counted at once."""


@dataclass(frozen=True, eq=False)
class SelectionInMemory(Selection):
    """What a query leaves of a corpus that is in memory as a whole."""

    @property
    def n_mentions(self) -> int:
        return self.codes.n_mentions

    @cached_property
    def mention_rows(self) -> Rows:
        codes = self.codes
        among, span = self._repeated(codes.mention_begin)
        if self.roles != ALL_ROLES:
            roles = codes.mention_roles[span]
            counted = np.zeros(len(roles), dtype=bool)
            for role in range(SLOTS):
                if self.roles >> role & 1:
                    counted |= roles == role
            among &= counted
        rows = chosen(among, span)
        if self.places is None:
            return rows
        with_none = np.append(self.places, False)  # -1, not placed, is the last
        placed: Mask = with_none[codes.mention_places[rows]]
        return np.flatnonzero(placed) + rows.start if isinstance(rows, slice) else rows[placed]

    def counted(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        codes, rows = self.codes, self.mention_rows
        return (
            codes.mention_articles[rows],
            codes.mention_places[rows],
            codes.mention_roles[rows],
        )

    def counted_in(self, article: int) -> Mask:
        begin = self.codes.mention_begin
        return self.mentions[begin[article] : begin[article + 1]]

    @cached_property
    def articles_by_place(self) -> Longs:
        return np.bincount(self.codes.pairs.places[self._pair_rows], minlength=self.codes.n_places)

    @property
    def texts_by_place(self) -> Longs:
        # Articles, less those that have copies, plus each group of copies once.
        copied, n_places = self.codes.copied_pairs, self.codes.n_places
        rows = self.rows_of(copied.articles)
        counted = (copied.roles[rows] & np.uint16(self.roles)) != 0
        if self._pairs is not None:
            counted &= self._pairs[copied.rows[rows]]
        counts = np.flatnonzero(counted)
        copies = np.bincount(copied.places[rows][counts], minlength=n_places)
        once = copied.texts.count(copied.texts.groups[rows][counts], n_places)
        texts: Longs = self.articles_by_place - copies + once
        return texts

    @cached_property
    def mentions_by_place(self) -> Longs:
        codes = self.codes
        length = (codes.n_places + 1) * SLOTS
        # To count int32, numpy makes int64 of them: of some at a time, but of so many that adding
        # up what they come to costs less than counting them.
        first, *others = _pieces(self.mention_rows, max(_PIECE, 2 * length))
        counts = np.bincount(codes.place_roles(first), minlength=length)
        for rows in others:
            counts += np.bincount(codes.place_roles(rows), minlength=length)
        return counts.reshape(-1, SLOTS)

    @property
    def confidence_by_place(self) -> npt.NDArray[np.float32]:
        pairs, n_places = self.codes.pairs, self.codes.n_places
        places, values = pairs.places[self._pair_rows], pairs.confidences[self._pair_rows]
        count, missing = self.articles_by_place, np.isnan(values)
        if missing.any():
            places, values = places[~missing], values[~missing]
            count = np.bincount(places, minlength=n_places)
        total = np.bincount(places, weights=values, minlength=n_places)
        with np.errstate(invalid="ignore"):  # no article, no mean
            return (total / count).astype(np.float32)

    def by_country(self) -> Longs:
        codes, length = self.codes, len(self.codes.countries.values)
        grouped = codes.articles_by_country
        if self._pairs is not None:
            return grouped.count(grouped.groups[self._pair_rows], length)
        among, rows = self._repeated(codes.country_begin)
        if self.roles != ALL_ROLES:
            among &= (codes.country_roles[rows] & np.uint16(self.roles)) != 0
        return np.bincount(grouped.values[chosen(among, rows)], minlength=length)

    def by_role(self) -> Longs:
        codes = self.codes
        if self._pairs is None:
            bits = codes.article_roles[self.ids]
        else:
            rows = self._pair_rows
            starts = np.flatnonzero(np.diff(codes.pairs.articles[rows], prepend=-1))
            bits = codes.pairs.roles[rows]
            bits = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits
        sets = np.bincount(bits, minlength=1)
        roles = np.arange(len(sets))[:, None] >> np.arange(SLOTS) & 1
        counts: Longs = sets @ roles
        return counts

    def by_occurrence(self, facet: str) -> tuple[pd.Index[str], Longs]:
        found: Occurrences = getattr(self.codes, facet)
        codes = found.codes[self.rows_of(found.articles)]
        return found.values, np.bincount(codes, minlength=len(found.values))

    def spoken_by_bin(self, bin: Bin) -> tuple[npt.NDArray[np.integer], Longs]:
        spoken = self.codes.spoken_bins(bin)
        rows = self.rows_of(spoken.articles)
        first, last = spoken.first[rows], spoken.last[rows]
        if not len(first):
            return first, np.zeros(0, dtype=np.int64)
        low, width = int(first.min()), int(last.max() - first.min()) + 1
        begins = np.bincount(first - low, minlength=width + 1)
        ends = np.bincount(last - low + 1, minlength=width + 1)
        articles = np.cumsum(begins - ends)[:width]
        found = np.flatnonzero(articles)
        return found + low, articles[found]

    def unplaced(self) -> pd.DataFrame:
        rows = np.arange(self.n_mentions)[self.mention_rows]
        rows = rows[self.codes.mention_places[rows] < 0]
        frame = pd.DataFrame(
            {
                "surface": self.corpus.column("mentions", "surface").iloc[rows],
                "article_id": self.corpus.mentions["article_id"].iloc[rows],
            }
        )
        groups = frame.groupby("surface")["article_id"]
        return groups.agg(mentions="size", articles="nunique").reset_index()

    @cached_property
    def _pairs(self) -> Mask | None:
        """bool over `Codes.pairs`: those whose place counts, or None for all."""
        return None if self.places is None else self.places[self.codes.pairs.places]

    @cached_property
    def _pair_rows(self) -> Rows:
        """Rows of `Codes.pairs` that pass all filters."""
        pairs = self.codes.pairs
        among, span = self._repeated(pairs.begin)
        if self.roles != ALL_ROLES:
            among &= (pairs.roles[span] & np.uint16(self.roles)) != 0
        if self._pairs is not None:
            among &= self._pairs[span]
        return chosen(among, span)

    def _repeated(self, begin: Longs) -> tuple[Mask, slice]:
        """`articles` over the rows that belong to them.

        Args:
            begin: First row of each article, and one more at the end.

        Returns:
            bool over the rows of the articles of `span`, new, and these rows.
        """
        rows = slice(int(begin[self.span.start]), int(begin[self.span.stop]))
        if isinstance(self.ids, slice):
            return np.ones(rows.stop - rows.start, dtype=bool), rows
        counts = np.diff(begin[self.span.start : self.span.stop + 1])
        return np.repeat(self.articles[self.span], counts), rows


def _pieces(rows: Rows, size: int) -> Iterator[Rows]:
    """At least one, in order."""
    if isinstance(rows, slice):
        yield slice(rows.start, min(rows.start + size, rows.stop))
        for at in range(rows.start + size, rows.stop, size):
            yield slice(at, min(at + size, rows.stop))
    else:
        yield rows[:size]
        for at in range(size, len(rows), size):
            yield rows[at : at + size]
