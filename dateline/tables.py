"""The schema of every table, and `check`, which holds a frame against it.

Tables are pandas frames. *Hot* columns stay in memory while a corpus is open, the others are read
when needed; `dateline.store` decides that by the flag here. A missing number in an integer column
is -1 in memory and null on disk. Spans are half-open code points into the article's `text`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.errors import SchemaError
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.gazetteer.place import PRECISIONS

__all__ = [
    "ARTICLES",
    "DATES",
    "MENTIONS",
    "NAMES",
    "PLACES",
    "QUOTES",
    "SCHEMAS",
    "SCHEMA_OF",
    "TEXTS",
    "Column",
    "Schema",
    "check",
    "column_of",
    "empty",
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a schema.

    Attributes:
        name: Its name.
        dtype: `int32`, `int64`, `float32`, `float64`, `datetime64[us]`, `category`, `str`, `list`.
        hot: Kept in memory while a corpus is open.
        missing: A value may be missing (-1 in integers).
        low, high: Inclusive range of a number.
        values: All categories allowed; empty for any.
    """

    name: str
    dtype: str
    hot: bool = False
    missing: bool = False
    low: float | None = None
    high: float | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns a table must have; `further` says whether it may have others, kept as text."""

    name: str
    columns: tuple[Column, ...]
    further: bool = False

    @property
    def hot(self) -> tuple[str, ...]:
        """Names of the columns that stay in memory."""
        return tuple(column.name for column in self.columns if column.hot)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _hot(name: str, dtype: str, **rest: object) -> Column:
    return Column(name, dtype, hot=True, **rest)  # type: ignore[arg-type]


_ARTICLE_ID: Final = _hot("article_id", "int32", low=0)
_SPAN: Final = (Column("start", "int32", low=0), Column("end", "int32", low=0))

ARTICLES: Final = Schema(
    "articles",
    (
        _ARTICLE_ID,
        _hot("published", "datetime64[us]", missing=True),
        _hot("source", "category", missing=True),
        _hot("agency", "category", missing=True),
        _hot("language", "category", missing=True),
        _hot("copy_group", "int32", low=0),
        _hot("focus_place", "int32", missing=True),
        _hot("dateline_place", "int32", missing=True),
        _hot("words", "int32", low=0),
        Column("key", "str"),
        Column("title", "str"),
        Column("author", "str"),
        Column("url", "str"),
    ),
    further=True,
)
"""One row an article, dense ids in time order, undated last; `key` is a hash of its content."""

TEXTS: Final = Schema("texts", (_ARTICLE_ID, Column("text", "str")))
"""Title, blank line, body."""

MENTIONS: Final = Schema(
    "mentions",
    (
        _ARTICLE_ID,
        _hot("place_id", "int32", missing=True),
        _hot("role", "category", missing=True, values=ROLES),
        _hot("confidence", "float32", missing=True, low=0, high=1),
        *_SPAN,
        Column("surface", "str"),
        Column("direction", "category", missing=True),
        Column("sentence_start", "int32", low=0),
        Column("sentence_end", "int32", low=0),
        Column("rule", "category", missing=True),
        Column("runners_up", "list"),
    ),
)
"""Sorted by (article, place): the counting kernels live on this. No place: *not placed*."""

PLACES: Final = Schema(
    "places",
    (
        _hot("place_id", "int32", low=0),
        _hot("country_code", "category", missing=True),
        _hot("precision", "category", values=PRECISIONS),
        _hot("latitude", "float64", low=-90, high=90),
        _hot("longitude", "float64", low=-180, high=180),
        Column("gazetteer_id", "str"),
        Column("name", "str"),
        Column("admin1", "str"),
        Column("admin2", "str"),
        Column("feature_code", "str"),
        Column("population", "int64", low=0),
    ),
)

DATES: Final = Schema(
    "dates",
    (
        _ARTICLE_ID,
        _hot("earliest", "datetime64[us]", missing=True),
        _hot("latest", "datetime64[us]", missing=True),
        *_SPAN,
        Column("surface", "str"),
        Column("precision", "category"),
    ),
)
"""Days spoken of, half-open; missing at an open end."""

QUOTES: Final = Schema(
    "quotes",
    (
        _ARTICLE_ID,
        _hot("speaker_kind", "category", values=SPEAKER_KINDS),
        *_SPAN,
        Column("speaker", "str"),
        Column("speaker_start", "int32", missing=True),
        Column("speaker_end", "int32", missing=True),
    ),
)

NAMES: Final = Schema(
    "names",
    (
        _ARTICLE_ID,
        _hot("kind", "category", values=("person", "organisation")),
        _hot("canonical", "category"),
        *_SPAN,
        Column("surface", "str"),
    ),
)

SCHEMAS: Final = (ARTICLES, TEXTS, MENTIONS, PLACES, DATES, QUOTES, NAMES)
SCHEMA_OF: Final = {schema.name: schema for schema in SCHEMAS}
"""The schema of a table by its name."""


def check(frame: pd.DataFrame, schema: Schema, *, where: str = "") -> pd.DataFrame:
    """Hold `frame` against `schema` and hand it back unchanged.

    Args:
        frame: The table; columns beyond the schema are allowed only where `schema.further` says so.
        schema: What it must be.
        where: File or function it came from, for the message.

    Returns:
        `frame` itself.

    Raises:
        SchemaError: Names the place, the column, the first bad value and its row (from 0).
    """
    for column in schema.columns:
        if column.name not in frame:
            raise SchemaError(
                f"{_name(schema, where)} has no column {column.name!r}",
                f"the columns {', '.join(c.name for c in schema.columns)}",
                f"present are: {', '.join(map(str, frame.columns)) or 'none'}",
            )
        _check_column(frame[column.name], column, _name(schema, where))
    extra = [name for name in frame.columns if name not in {c.name for c in schema.columns}]
    if extra and not schema.further:
        raise SchemaError(
            f"{_name(schema, where)} has a column {extra[0]!r}",
            f"only {', '.join(c.name for c in schema.columns)}",
            "leave it out",
        )
    return frame


def empty(schema: Schema) -> pd.DataFrame:
    """A frame of no rows that passes `check`."""
    return pd.DataFrame({column.name: column_of([], column) for column in schema.columns})


def column_of(values: list[Any], column: Column) -> pd.Series:
    """The values of one column with the dtype its schema asks for."""
    if column.dtype == "category" and column.values:
        return pd.Series(pd.Categorical(values, categories=list(column.values)))
    if column.dtype == "category":
        return pd.Series(values, dtype="str").astype("category")
    return pd.Series(values, dtype="object" if column.dtype == "list" else column.dtype)


def _name(schema: Schema, where: str) -> str:
    return f"{where}: table {schema.name}" if where else f"table {schema.name}"


def _check_column(series: pd.Series, column: Column, table: str) -> None:
    if not _has_dtype(series, column.dtype):
        raise SchemaError(
            f"{table}, column {column.name!r} has dtype {series.dtype} (first value "
            f"{_first(series)!r})",
            column.dtype,
            "convert it before",
        )
    if column.dtype == "category" and column.values:
        unknown = [c for c in series.cat.categories if c not in column.values]
        if unknown:
            _refuse(
                series, series.isin(unknown), f"one of {', '.join(column.values)}", column, table
            )
    gone = series.isna()
    if column.dtype in ("int32", "int64") and column.missing:
        gone = gone | (series == -1)
    elif not column.missing and column.dtype != "list":
        _refuse(series, gone, "no missing value", column, table)
    if column.low is not None:
        _refuse(series, ~gone & (series < column.low), f"at least {column.low:g}", column, table)
    if column.high is not None:
        _refuse(series, ~gone & (series > column.high), f"at most {column.high:g}", column, table)


def _has_dtype(series: pd.Series, dtype: str) -> bool:
    if dtype == "category":
        return isinstance(series.dtype, pd.CategoricalDtype)
    if dtype == "str":
        return pd.api.types.is_string_dtype(series.dtype)
    if dtype == "list":
        return series.dtype == object or isinstance(series.dtype, pd.ArrowDtype)
    return bool(series.dtype == np.dtype(dtype))


def _refuse(series: pd.Series, bad: pd.Series, expected: str, column: Column, table: str) -> None:
    rows = np.flatnonzero(bad.to_numpy())
    if len(rows):
        first = int(rows[0])
        raise SchemaError(
            f"{table}, column {column.name!r}, row {first}: {series.iloc[first]!r}",
            expected,
            f"{len(rows)} such row{'s' if len(rows) > 1 else ''}",
        )


def _first(series: pd.Series) -> Hashable:
    return series.iloc[0] if len(series) else None
