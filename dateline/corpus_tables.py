"""The tables of a corpus as they are asked for: from memory, or read when their turn comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import Codes
from dateline.codes.columns import Coded, coded
from dateline.errors import ChoiceError
from dateline.source import Source
from dateline.store.beyond import has_roles
from dateline.store.integrity import FINDINGS
from dateline.tables import (
    ARTICLES,
    DATES,
    MENTIONS,
    NAMES,
    PLACES,
    QUOTES,
    SCHEMA_OF,
    empty,
)

__all__ = ["CorpusTables"]


class CorpusTables:
    """Tables of which some columns are in memory. Frames and arrays are shared: never change them.

    Attributes:
        articles: Hot columns of ARTICLES; row number = `article_id`.
        places: All columns of PLACES; row number = `place_id`.
        further: Columns of ARTICLES beyond the schema, from the reader's own table.
        beyond: Folder of the generation whose findings stay on disk (`dateline.store.beyond`), so
            that the four tables of them are read anew whenever they are asked for; else None.
    """

    def __init__(
        self,
        source: Source,
        hot: Mapping[str, pd.DataFrame],
        *,
        further: tuple[str, ...] = (),
        beyond: Path | None = None,
    ) -> None:
        self._source, self._hot = source, hot
        self.further, self.beyond = further, beyond
        self.articles = hot[ARTICLES.name]
        self.places = hot[PLACES.name]
        self._further_codes: dict[str, Coded] = {}

    def text(self, article_id: int) -> str:
        """The text of one article: title, blank line, body."""
        return self._source.text(self._article(article_id))

    def rows(
        self, table: str, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """The rows of one article.

        Args:
            table: `mentions`, `dates`, `quotes` or `names`.
            article_id: 0..number of articles - 1.
            columns: Their names, in the order wanted; all where missing.

        Returns:
            The rows in the order of the table: mentions by place, the others by where they start.

        Raises:
            ChoiceError: There is no such article.
        """
        return self._source.rows(SCHEMA_OF[table], self._article(article_id), columns)

    def listing(
        self,
        ids: Sequence[int] | npt.NDArray[np.integer[Any]],
        *,
        further: bool = True,
        beside: Mapping[str, npt.NDArray[Any]] | None = None,
    ) -> pd.DataFrame:
        """All columns of ARTICLES for some articles.

        Args:
            ids: Article ids, in the order wanted.
            further: With the columns beyond the schema.
            beside: More columns, new arrays with a value an id, to stand after the others.

        Returns:
            One row an id, index 0..n-1.

        Raises:
            ChoiceError: There is no such article.
        """
        wanted = np.array([self._article(int(number)) for number in ids], dtype=np.int64)
        names = [column.name for column in ARTICLES.columns if not column.hot]
        columns = [*names, *(self.further if further else ())]
        held = {name: column.take(wanted) for name, column in self._article_columns.items()}
        read = self._source.listing(wanted, columns)
        # One frame made at once: to join two, or to add to one, takes several times longer.
        return pd.DataFrame(
            {**held, **{name: read[name] for name in columns}, **(beside or {})}, copy=False
        )

    def table(self, table: str, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table; those not in memory are read anew at each call.

        Args:
            table: Name of a schema in `dateline.tables.SCHEMAS`.
            columns: Their names, in the order wanted.
        """
        kept = self._hot.get(table) if self.beyond is None else None
        if kept is not None and set(columns) <= set(kept.columns):
            return pd.DataFrame(kept[list(columns)])
        return self._source.table(SCHEMA_OF[table], columns)

    def column(self, table: str, name: str) -> pd.Series[Any]:
        """One column of a whole table, as `table` gives it."""
        return self.table(table, [name])[name]

    def article_id(self, key: str) -> int | None:
        """The article with this content hash, or None."""
        return self._ids_by_key.get(key)

    def place_id(self, gazetteer_id: str) -> int | None:
        """The row of a place, or None where the corpus does not mention it."""
        return self._rows_of_places.get(gazetteer_id)

    @cached_property
    def has_roles(self) -> bool:
        """Some mention has a role; in imported data none has."""
        if self.beyond is not None:
            return has_roles(self.beyond)
        return bool(self.mentions["role"].notna().any())

    @cached_property
    def codes(self) -> Codes:
        """The tables as arrays of integers, for the counting kernels."""
        on_disk = self.beyond is not None
        found = {each.name: empty(each) if on_disk else self._hot[each.name] for each in FINDINGS}
        return Codes(articles=self.articles, places=self.places, **found)

    @property
    def mentions(self) -> pd.DataFrame:
        """Hot columns of MENTIONS."""
        return self._hot[MENTIONS.name]

    @property
    def dates(self) -> pd.DataFrame:
        """Hot columns of DATES."""
        return self._hot[DATES.name]

    @property
    def quotes(self) -> pd.DataFrame:
        """Hot columns of QUOTES."""
        return self._hot[QUOTES.name]

    @property
    def names(self) -> pd.DataFrame:
        """Hot columns of NAMES."""
        return self._hot[NAMES.name]

    def further_codes(self, name: str) -> Coded:
        """One of the reader's own columns as codes.

        Raises:
            ChoiceError: The corpus has no such column.
        """
        if name not in self.further:
            raise ChoiceError(
                f"a column {name!r}",
                f"one of {', '.join(self.further) or 'none: this corpus has no further columns'}",
                "leave the filter out",
            )
        if name not in self._further_codes:
            self._further_codes[name] = coded(self.column("articles", name).astype("category"))
        return self._further_codes[name]

    @cached_property
    def gazetteer_ids(self) -> pd.Index[str]:
        """The gazetteer id of each place, by `place_id`; dtype object, as values in `codes`."""
        ids: pd.Index[str] = pd.Index(self.places["gazetteer_id"], dtype=object)
        return ids

    @cached_property
    def place_names(self) -> list[str]:
        """The name of each place, by `place_id`; to look up many of them one by one."""
        return [str(name) for name in self.places["name"].tolist()]

    @cached_property
    def _article_columns(self) -> dict[str, Any]:
        """The columns of `articles` as extension arrays, without a Series around each."""
        return {str(name): column.array for name, column in self.articles.items()}

    @cached_property
    def _rows_of_places(self) -> dict[str, int]:
        return {identifier: row for row, identifier in enumerate(self.gazetteer_ids)}

    @cached_property
    def _ids_by_key(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.column(ARTICLES.name, "key"))}

    def _article(self, article_id: int) -> int:
        if not 0 <= article_id < len(self.articles):
            raise ChoiceError(
                f"article {article_id}", f"a number below {len(self.articles)}", "choose another"
            )
        return int(article_id)
