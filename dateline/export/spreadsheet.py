"""What is shown as one Excel workbook: what it is, mentions, articles, places, a sheet each.

Cells from outside are text and nothing else. openpyxl takes a text that begins with `=` for a
formula and one such as `#N/A` for an error, so the kind of each cell is set here; each that a
spreadsheet might take for a formula once it is edited also has Excel's own mark for text. No cell
has a link. What XML cannot hold (https://www.w3.org/TR/xml/#charsets) is shown as �, and a text
that Excel would refuse is cut; the first sheet says how many were.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dateline.corpus import Corpus
from dateline.export.coordinates import Coordinates
from dateline.export.mentions import articles_table, mentions_table
from dateline.export.places import places_table
from dateline.export.statement import statement
from dateline.query import Query, narrow

__all__ = ["LONGEST", "workbook"]

LONGEST: Final = 32_767
"""UTF-16 units that a cell can hold."""

_ROWS: Final = 1_048_575
"""Rows of a sheet beside its header; further ones go on another sheet."""

_CUT: Final = " … [cut]"
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA: Final = re.compile(r"[=+\-@＝＋－＠\t\r]")
_PLAIN: Final = re.compile(r"[^\W_][^\x00-\x1f_\ud800-\udfff\ufffe\uffff]*")
"""Begins with a letter or digit and holds nothing that has to be looked at twice."""
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads `_x0041_` in a file as `A`; its underscore is written as such an escape itself."""

_WIDTHS: Final = {"title": 48, "sentence": 80, "text": 80, "url": 32, "published": 17, "rule": 28}
_FIRST_DAY: Final = datetime(1900, 3, 1)
"""Excel counts a 29 February 1900 that there was not, so earlier days are written as text."""


def workbook(
    corpus: Corpus, query: Query, *, coordinates: Coordinates = "exact", texts: bool = False
) -> bytes:
    """What a query leaves as an Excel file.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        coordinates: How exact; see `dateline.export.coordinates`.
        texts: With the full text of every article; the rights to them are their owners'.

    Returns:
        A workbook (ECMA-376) with the sheets `About`, `Mentions`, `Articles` and `Places`, columns
        as in `mentions_table`, `articles_table` and `places_table`.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection, coordinates)
    tables = {
        "Mentions": mentions_table(corpus, selection, coordinates),
        "Articles": articles_table(corpus, selection, coordinates, texts=texts),
        "Places": places_table(corpus, selection, coordinates),
    }
    lines = [
        ("Corpus", about.corpus),
        ("Shown", about.counts),
        ("Filters", about.filters),
        ("Data", about.data),
        ("Counts", "of articles mentioning a place, not of events"),
        ("Coordinates", about.coordinates),
        ("Texts longer than a cell, cut", f"{_too_long(tables.values()):,}"),
        ("Credits", about.credits),
    ]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("About")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 100
    for name, said in lines:
        if said not in ("", "0"):
            sheet.append([_cell(sheet, name, bold=True), _cell(sheet, said, wrap=True)])
    for name, table in tables.items():
        for part, first in enumerate(range(0, max(len(table), 1), _ROWS), start=1):
            title = name if part == 1 else f"{name} {part}"
            _fill(book.create_sheet(title), table.iloc[first : first + _ROWS])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, table: pd.DataFrame) -> None:
    for number, name in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 16)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table) + 1}"
    sheet.append([_cell(sheet, str(name), bold=True) for name in table.columns])
    for row in zip(*(_values(table[name]) for name in table.columns), strict=True):
        sheet.append([_value(sheet, value) for value in row])


def _values(column: pd.Series[Any]) -> Iterator[Any]:
    """Text, numbers and moments as openpyxl takes them; None where there is nothing."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        for moment in column:
            if pd.isna(moment):
                yield None
            else:
                plain = moment.to_pydatetime()
                yield plain if plain >= _FIRST_DAY else plain.isoformat(" ")
    elif pd.api.types.is_float_dtype(column.dtype):
        yield from (value if np.isfinite(value) else None for value in column.tolist())
    elif pd.api.types.is_numeric_dtype(column.dtype):
        yield from column.tolist()
    else:
        yield from ("" if pd.isna(value) else str(value) for value in column)


def _value(sheet: Any, value: Any) -> Any:
    """A value as it is where openpyxl cannot mistake it, which is faster than a cell of our own."""
    if not isinstance(value, str) or (value and len(value) < 1000 and _PLAIN.fullmatch(value)):
        return value
    return _cell(sheet, value)


def _cell(sheet: Any, text: str, *, bold: bool = False, wrap: bool = False) -> Any:
    """A cell that is text whatever it looks like; None for nothing."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, _plain(text))
    cell.data_type = "s"
    if _FORMULA.match(text):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _plain(text: str) -> str:
    """A text as a cell can hold it."""
    whole = _legal(text)
    if _units(whole) <= LONGEST:
        return whole
    kept = whole.encode("utf-16-le")[: 2 * (LONGEST - len(_CUT))]
    return kept.decode("utf-16-le", "ignore") + _CUT  # ignore: half a pair at the end


def _legal(text: str) -> str:
    return _ESCAPE.sub("_x005F_", _ILLEGAL.sub("�", text))


def _units(text: str) -> int:
    return len(text) if len(text) <= LONGEST // 2 else len(text.encode("utf-16-le")) // 2


def _too_long(tables: Iterable[pd.DataFrame]) -> int:
    """Texts that a cell cannot hold."""
    columns = (table[name] for table in tables for name in table.columns)
    texts = (column for column in columns if pd.api.types.is_string_dtype(column.dtype))
    return sum(
        len(text) > LONGEST // 2 and _units(_legal(text)) > LONGEST
        for column in texts
        for text in column
    )
