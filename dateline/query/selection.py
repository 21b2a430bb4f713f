"""What a query leaves of a corpus, as rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.codes import ALL_ROLES, Codes
from dateline.codes.columns import Ints, Mask
from dateline.findings import ROLES

__all__ = ["Rows", "Selection", "chosen"]

Rows = slice | npt.NDArray[np.int64]
"""Rows of a table: all of a range, or by number."""

_PIECE: Final = 1 << 20
"""Mentions counted at once."""


@dataclass(frozen=True, eq=False)
class Selection:
    """What a query leaves.

    Attributes:
        codes: The corpus as arrays.
        articles: bool, shape (articles,).
        roles: Bits of the roles that count.
        places: bool, shape (places,): the places that count, or None for all and for *not placed*.
        pairs: bool over `codes.pairs`: those whose place counts, or None for all.
    """

    codes: Codes
    articles: Mask
    roles: int
    places: Mask | None
    pairs: Mask | None

    @cached_property
    def span(self) -> slice:
        """The smallest range of article ids that holds all that are left."""
        if not self.articles.any():
            return slice(0, 0)
        first = int(self.articles.argmax())
        return slice(first, len(self.articles) - int(self.articles[::-1].argmax()))

    @cached_property
    def ids(self) -> Rows:
        """The articles left."""
        return chosen(self.articles[self.span], self.span)

    @cached_property
    def mentions(self) -> Mask:
        """bool, shape (mentions,): those in the articles left that pass role and place filters."""
        mask = np.zeros(self.codes.n_mentions, dtype=bool)
        mask[self.mention_rows] = True
        mask.flags.writeable = False
        return mask

    @cached_property
    def mention_rows(self) -> Rows:
        """`mentions` as rows of the table."""
        codes = self.codes
        among, span = self.repeated(codes.mention_begin)
        if self.roles != ALL_ROLES:
            roles = codes.mention_roles[span]
            counted = np.zeros(len(roles), dtype=bool)
            for role in range(len(ROLES) + 1):
                if self.roles >> role & 1:
                    counted |= roles == role
            among &= counted
        rows = chosen(among, span)
        if self.places is None:
            return rows
        with_none = np.append(self.places, False)  # -1, not placed, is the last
        placed: Mask = with_none[codes.mention_places[rows]]
        return np.flatnonzero(placed) + rows.start if isinstance(rows, slice) else rows[placed]

    @cached_property
    def pair_rows(self) -> Rows:
        """Rows of `codes.pairs` that pass all filters."""
        pairs = self.codes.pairs
        among, span = self.repeated(pairs.begin)
        if self.roles != ALL_ROLES:
            among &= (pairs.roles[span] & np.uint16(self.roles)) != 0
        if self.pairs is not None:
            among &= self.pairs[span]
        return chosen(among, span)

    @cached_property
    def articles_by_place(self) -> npt.NDArray[np.int64]:
        """int64, shape (places,): articles left with a mention of the place that counts."""
        return np.bincount(self.codes.pairs.places[self.pair_rows], minlength=self.codes.n_places)

    @cached_property
    def mentions_by_place(self) -> npt.NDArray[np.int64]:
        """int64, shape (places + 1, roles + 1): mentions that count; the first row *not placed*."""
        codes, slots = self.codes, len(ROLES) + 1
        length = (codes.n_places + 1) * slots
        # To count int32, numpy makes int64 of them: of some at a time, but of so many that adding
        # up what they come to costs less than counting them.
        first, *others = _pieces(self.mention_rows, max(_PIECE, 2 * length))
        counts = np.bincount(codes.place_roles(first), minlength=length)
        for rows in others:
            counts += np.bincount(codes.place_roles(rows), minlength=length)
        return counts.reshape(-1, slots)

    def counted(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        """Article, place (-1: not placed) and number of the role of each mention that counts."""
        codes, rows = self.codes, self.mention_rows
        return (
            codes.mention_articles[rows],
            codes.mention_places[rows],
            codes.mention_roles[rows],
        )

    def counted_in(self, article: int) -> Mask:
        """Which mentions of one article count, in the order of the table."""
        begin = self.codes.mention_begin
        return self.mentions[begin[article] : begin[article + 1]]

    def repeated(self, begin: npt.NDArray[np.int64]) -> tuple[Mask, slice]:
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

    def rows_of(self, owners: npt.NDArray[np.int32]) -> Rows:
        """Rows of another table that belong to the articles left.

        Args:
            owners: Article of each row, sorted.
        """
        ends = np.array([self.span.start, self.span.stop], dtype=owners.dtype)
        begin, end = np.searchsorted(owners, ends)  # of another type, numpy would copy the owners
        span = slice(int(begin), int(end))
        if isinstance(self.ids, slice):
            return span
        return chosen(self.articles[owners[span]], span)


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


def chosen(among: Mask, span: slice) -> Rows:
    """Rows of `span` that are chosen: a slice if all are, else their numbers.

    Taking by number is several times faster than by mask, which the processor cannot foresee.
    """
    rows = np.flatnonzero(among)
    return span if len(rows) == len(among) else rows + span.start
