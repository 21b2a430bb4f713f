"""`.parquet`, through pyarrow."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.json_cells import as_text

__all__ = ["read_parquet"]

LARGEST: Final = 4_000_000_000
"""Bytes the file may hold when unpacked: a few kilobytes can claim to be more than memory holds."""

_BATCH: Final = 4096


def read_parquet(file: File) -> Contents:
    """Read records batch by batch.

    Values become text: a time as ISO 8601 as it would be printed in its own zone, a number as in
    JSON, bytes as UTF-8. Nothing is ever unpickled.

    Raises:
        ReadingError: It is no Parquet file, damaged, or too large when unpacked.
        OSError: It cannot be opened.
    """
    contents = Contents(())
    with file.open() as stream:
        try:
            table = pq.ParquetFile(stream)
            groups = range(table.metadata.num_row_groups)
            size = sum(table.metadata.row_group(group).total_byte_size for group in groups)
            if size > LARGEST:
                raise ReadingError(f"{size:,} bytes unpacked", f"at most {LARGEST:,}", "split it")
            contents.columns = tuple(table.schema_arrow.names)
            row = 0
            for batch in table.iter_batches(batch_size=_BATCH):
                columns = [column.to_pylist() for column in batch.columns]
                for values in zip(*columns, strict=True):
                    row += 1
                    named = zip(contents.columns, values, strict=True)
                    cells = {name: text for name, value in named if (text := _cell(value))}
                    contents.records.append(Record(row, cells))
        except (pa.ArrowException, ValueError, OSError) as error:
            if isinstance(error, ReadingError):
                raise
            raise ReadingError(f"no Parquet file: {str(error)[:120]}", "a whole one") from error
    return contents


def _cell(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, float) and value != value:  # a missing number of pandas
        return ""
    if isinstance(value, str | int | float | bool | None):
        return as_text(value)
    return as_text(value) if _is_json(value) else str(value)


def _is_json(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_json, value.values()))
    if isinstance(value, list):
        return all(map(_is_json, value))
    return isinstance(value, str | int | float | bool | None)
