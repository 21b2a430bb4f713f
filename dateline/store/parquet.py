"""Between a pandas table as it is in memory and an Arrow table as it is on disk.

The two differ in three ways. A missing number in an integer column is -1 in memory and null on
disk. A category column is dictionary-encoded on disk, its categories sorted and only those in use,
so that equal tables are equal bytes. A list of runners-up is a list of structs on disk and a list
of dicts with `place_id` and `score` in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from dateline.tables import Column, Schema

__all__ = ["RUNNERS_UP", "runners_up", "to_arrays", "to_arrow", "to_frame"]

_RUNNER_UP: Final = pa.struct([("place_id", pa.int32()), ("score", pa.float32())])
RUNNERS_UP: Final = pd.ArrowDtype(pa.list_(_RUNNER_UP))
"""The dtype in which very many lists of runners-up are held without a Python object for each."""
_TEXT: Final = pd.Series(dtype="str").dtype
"""What `str` stands for, which pandas looks up anew for every column."""


def to_arrow(frame: pd.DataFrame, schema: Schema) -> pa.Table:
    """The table as it goes to disk.

    Args:
        frame: A table that `dateline.tables.check` accepts.
        schema: Its schema; columns beyond it follow in alphabetical order, as text.

    Returns:
        An Arrow table of the same rows, columns in the schema's order.
    """
    columns = {column.name: _array(frame[column.name], column) for column in schema.columns}
    for name in sorted(set(map(str, frame.columns)) - set(columns)):
        columns[name] = _array(frame[name].astype("str"), Column(name, "str"))
    return pa.table(columns)


def to_frame(table: pa.Table, schema: Schema) -> pd.DataFrame:
    """The table as it is in memory; the inverse of `to_arrow`.

    Args:
        table: An Arrow table with any of the schema's columns, and others that are text.
        schema: Where the dtypes and the categories allowed come from.

    Returns:
        A frame with the same columns, index 0..n-1.
    """
    return pd.DataFrame(to_arrays(table, schema))


def to_arrays(table: pa.Table, schema: Schema) -> dict[str, Any]:
    """The columns that `to_frame` makes a frame of, by name."""
    known = {column.name: column for column in schema.columns}
    return {
        name: _values(table.column(name), known.get(name, Column(name, "str")))
        for name in table.column_names
    }


def _array(series: pd.Series[Any], column: Column) -> pa.Array:
    if column.dtype == "category":
        return _dictionary(series)
    if column.dtype == "list":
        return runners_up(series)
    if column.dtype == "str":
        return pa.array(series.to_numpy(dtype=object), type=pa.large_string(), from_pandas=True)
    values = series.to_numpy()
    if column.missing and column.dtype in ("int32", "int64"):
        return pa.array(values, mask=values == -1)
    return pa.array(values, from_pandas=True)


def _dictionary(series: pd.Series[Any]) -> pa.Array:
    used = series.cat.remove_unused_categories()
    used = used.cat.reorder_categories(sorted(used.cat.categories))
    codes = used.cat.codes.to_numpy(dtype=np.int32)
    categories = pa.array(used.cat.categories.to_list(), type=pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), categories)


def runners_up(series: pd.Series[Any]) -> pa.Array:
    """A column of runners-up, of either dtype, as it goes to disk."""
    if isinstance(series.dtype, pd.ArrowDtype):
        held = pa.chunked_array(pa.array(series)).cast(RUNNERS_UP.pyarrow_dtype)
        return pa.concat_arrays(held.chunks)
    rows: list[Sequence[dict[str, Any]]] = [
        () if row is None or row is pd.NA else row for row in series
    ]
    offsets = np.zeros(len(rows) + 1, dtype=np.int32)
    np.cumsum([len(row) for row in rows], out=offsets[1:])
    pairs = list(chain.from_iterable(rows))
    values = pa.StructArray.from_arrays(
        [
            pa.array([pair["place_id"] for pair in pairs], type=pa.int32()),
            pa.array([pair["score"] for pair in pairs], type=pa.float32()),
        ],
        fields=list(_RUNNER_UP),
    )
    return pa.ListArray.from_arrays(pa.array(offsets), values)


def _values(array: pa.ChunkedArray, column: Column) -> Any:
    """A column as an array: of a Series for each, the rows of one article would cost twice."""
    if column.dtype == "category":
        return _categorical(array, column.values)
    if column.dtype == "list":
        return pd.Series([row or [] for row in array.to_pylist()], dtype=object)
    if column.dtype == "str":
        return pd.array(array, dtype=_TEXT)
    if column.dtype in ("int32", "int64") and array.null_count:
        array = array.fill_null(-1)
    return array.to_numpy().astype(column.dtype, copy=False)


def _categorical(array: pa.ChunkedArray, vocabulary: tuple[str, ...]) -> pd.Categorical[Any]:
    whole = array.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # no chunk at all
        whole = pa.DictionaryArray.from_arrays(pa.array([], pa.int32()), pa.array([], pa.string()))
    found = [str(value) for value in whole.dictionary.to_pylist()]
    codes = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    if vocabulary:
        place = np.array([*(vocabulary.index(value) for value in found), -1], dtype=np.int32)
        return pd.Categorical.from_codes(place[codes], categories=pd.Index(vocabulary))
    order = sorted(range(len(found)), key=found.__getitem__)
    rank = np.full(len(found) + 1, -1, dtype=np.int32)
    rank[order] = np.arange(len(found))
    categories = pd.Index([found[number] for number in order], dtype="str")
    return pd.Categorical.from_codes(rank[codes], categories=categories)
