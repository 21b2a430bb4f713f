"""`.xlsx`, through openpyxl: the values that stand in the cells, never computed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO, Final

import openpyxl
from openpyxl.utils.cell import range_boundaries

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.tables.rows import Row, contents_of
from dateline.reading.tables.several import together

__all__ = ["read_spreadsheet"]

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_TAIL: Final = 4_000_000
"""Bytes at the end of a sheet among which its merged cells are named."""

_MOST_FILLED: Final = 100_000
"""Rows that one merged cell may span."""

_LAST_ROW: Final = 1_048_576
"""The last row that a sheet can have; a file may name a later one."""


def read_spreadsheet(file: File) -> Contents:
    """Read the records of all sheets.

    A formula counts as the value that the program which saved it had computed; it is never computed
    here. A cell merged over several rows holds for each of them. A sheet with other names for its
    columns is brought under those of the first; one that holds no text is set aside.

    Raises:
        ReadingError: It is no workbook, protected by a password, damaged, empty, or its XML
            declares entities.
        OSError: It cannot be opened.
    """
    with opened(file, "xl/") as stream:
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            sheets = {
                sheet.title: _rows(sheet, _merged(stream, sheet)) for sheet in book.worksheets
            }
            found = {
                title: contents
                for title, rows in sheets.items()
                if (contents := _sheet(file, rows)) is not None
            }
        except ReadingError:
            raise
        except Exception as error:  # openpyxl raises whatever its parser stumbled over
            raise ReadingError(f"no workbook that can be read: {str(error)[:120]}") from error
    if not found:
        raise ReadingError("empty", "a sheet with a header and rows")
    return together(file, found, "sheet")


def _sheet(file: File, rows: Iterator[Row]) -> Contents | None:
    try:
        return contents_of(file, rows, ragged=True)
    except ReadingError:  # an empty sheet, as new workbooks have
        return None


def _rows(sheet: Any, merged: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    above: dict[tuple[int, int], str] = {}
    starts = set(merged.values())
    reach: dict[int, int] = {}  # a row may end in the file before a merged cell that it shares
    for row, column in merged:
        reach[row] = max(column, reach.get(row, 0))
    for number, values in enumerate(sheet.iter_rows(max_row=_LAST_ROW, values_only=True), start=1):
        cells = [_cell(value) for value in values]
        cells += [""] * (reach.get(number, 0) - len(cells))
        for column in range(len(cells)):
            place = (number, column + 1)
            if place in starts:
                above[place] = cells[column]
            elif place in merged and not cells[column]:
                cells[column] = above.get(merged[place], "")
        while cells and not cells[-1]:
            cells.pop()
        yield cells or [""], ""


def _merged(stream: BinaryIO, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) of a cell under the top of a merged one → (row, column) of that top."""
    with zipfile.ZipFile(stream) as archive, archive.open(sheet._worksheet_path) as part:
        tail = b""
        while chunk := part.read(_TAIL):
            tail = (tail + chunk)[-_TAIL:]
    below = {}
    for reference in _MERGED.findall(tail):
        left, top, _, bottom = range_boundaries(reference.decode())
        for row in range(top + 1, min(bottom, top + _MOST_FILLED) + 1):
            below[row, left] = (top, left)
    return below


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("_x000D_", "")
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
