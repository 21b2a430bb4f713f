"""What a query leaves of a corpus, as rows of its tables, and all that is counted of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import Codes
from dateline.codes.bins import Bin
from dateline.codes.columns import Ints, Longs, Mask
from dateline.corpus import Corpus

__all__ = ["Rows", "Selection", "chosen"]

Rows = slice | npt.NDArray[np.int64]
"""Rows of a table: all of a range, or by number."""


@dataclass(frozen=True, eq=False)
class Selection(ABC):
    """What a query leaves.

    What is counted is said here, and done twice. `dateline.query.kernels` counts in memory, within
    milliseconds, by way of arrays that are made for it beforehand. A corpus beyond memory has room
    for none of these: `dateline.query.large` asks the same of its files, in SQL. Whoever uses a
    selection cannot tell which one it is; `tests/query/test_large.py` holds both to one result.

    Attributes:
        corpus: What was asked.
        articles: bool, shape (articles,).
        roles: Bits of the roles that count.
        places: bool, shape (places,): the places that count, or None for all and for *not placed*.
    """

    corpus: Corpus
    articles: Mask
    roles: int
    places: Mask | None

    @property
    def codes(self) -> Codes:
        """The corpus as arrays; those of findings are empty where these stay on disk."""
        return self.corpus.codes

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
        mask = np.zeros(self.n_mentions, dtype=bool)
        mask[self.mention_rows] = True
        mask.flags.writeable = False
        return mask

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

    @property
    @abstractmethod
    def n_mentions(self) -> int:
        """Mentions of the whole corpus."""

    @property
    @abstractmethod
    def mention_rows(self) -> Rows:
        """`mentions` as rows of the table."""

    @abstractmethod
    def counted(self) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
        """Article, place (-1: not placed) and number of the role of each mention that counts."""

    @abstractmethod
    def counted_in(self, article: int) -> Mask:
        """Which mentions of one article count, in the order of the table."""

    @property
    @abstractmethod
    def articles_by_place(self) -> Longs:
        """int64, shape (places,): articles left with a mention of the place that counts."""

    @property
    @abstractmethod
    def texts_by_place(self) -> Longs:
        """int64, shape (places,): the same, copies counted once."""

    @property
    @abstractmethod
    def mentions_by_place(self) -> Longs:
        """int64, shape (places + 1, roles + 1): mentions that count; the first row *not placed*."""

    @property
    @abstractmethod
    def confidence_by_place(self) -> npt.NDArray[np.float32]:
        """float32, shape (places,): mean over these articles' own means, else NaN."""

    @abstractmethod
    def by_country(self) -> Longs:
        """Articles that mention each country, by its code in `Codes.countries`."""

    @abstractmethod
    def by_role(self) -> Longs:
        """Articles that mention something in each role, or what is asked for if places are."""

    @abstractmethod
    def by_occurrence(self, facet: str) -> tuple[pd.Index[str], Longs]:
        """What is named or quoted, in the order of the corpus, and the articles of each.

        Args:
            facet: `people`, `organisations` or `speaker_kinds`.
        """

    @abstractmethod
    def spoken_by_bin(self, bin: Bin) -> tuple[npt.NDArray[np.integer], Longs]:
        """Bins that some article speaks of, in order, and how many do."""

    @abstractmethod
    def unplaced(self) -> pd.DataFrame:
        """What counts but is not placed: `surface`, `mentions`, `articles`, in no order."""


def chosen(among: Mask, span: slice) -> Rows:
    """Rows of `span` that are chosen: a slice if all are, else their numbers.

    Taking by number is several times faster than by mask, which the processor cannot foresee.
    """
    rows = np.flatnonzero(among)
    return span if len(rows) == len(among) else rows + span.start
