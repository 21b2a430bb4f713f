"""Where a corpus reads rows that are not in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.tables import ARTICLES, TEXTS, Schema

__all__ = ["Columns", "Memory", "Source"]

Columns = Mapping[str, Any]
"""Columns of one length as arrays: to make a frame of a few rows takes longer than to read them."""


class Source(Protocol):
    """A folder, memory, two corpora joined, or one of these with what was put right."""

    def table(self, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table."""

    def rows(
        self, schema: Schema, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Some columns, or all, of the rows of one article, in the order of the table."""

    def text(self, article_id: int) -> str:
        """The text of one article."""

    def listing(self, ids: npt.NDArray[np.int64], columns: Sequence[str]) -> Columns:
        """Columns of ARTICLES that are not in memory, for some articles, as asked for."""


class Memory:
    """Tables that are all in memory; see `Source` for what its methods promise.

    Args:
        tables: Every table of `dateline.tables.SCHEMAS` by name, arranged.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._tables = tables

    def table(self, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table."""
        return self._tables[schema.name][list(columns)]

    def rows(
        self, schema: Schema, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Some columns, or all, of the rows of one article, in the order of the table."""
        frame = self._tables[schema.name]
        begin, end = np.searchsorted(frame["article_id"].to_numpy(), [article_id, article_id + 1])
        found = frame.iloc[begin:end].reset_index(drop=True)
        return found if columns is None else found[list(columns)]

    def text(self, article_id: int) -> str:
        """The text of one article."""
        return str(self._tables[TEXTS.name]["text"].iloc[article_id])

    def listing(self, ids: npt.NDArray[np.int64], columns: Sequence[str]) -> Columns:
        """Columns of ARTICLES that are not in memory, for some articles, as asked for."""
        table = self._tables[ARTICLES.name]
        return {name: table[name].array.take(ids) for name in columns}
