"""Tables without a header: which column holds what, told by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from dateline.reading.columns import FIELDS, USUAL_NAMES, holds_text, plain_name
from dateline.reading.dates.published import is_relative, read_dates

__all__ = ["caption", "is_error", "is_header", "is_missing", "names_by_content", "names_columns"]

_SAMPLE: Final = 200
"""Rows looked at."""

_MOST: Final = 0.6
"""Share of a column's filled cells that must be of one kind for the column to be."""

_PROSE: Final = 60
"""Characters that a column of texts has on average, at the least; a column of titles less often."""

_TITLE: Final = (15, 200)
"""Characters of a title, on average."""

_SHORT: Final = 8
"""Characters of short titles, on average, where no column has longer ones."""

_SOURCE: Final = 40
"""Characters of an outlet's name, at the most on average."""

_URL: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_CAPTION: Final = re.compile(
    r"(?:table|tabelle|tableau|tabla|tabella|tabel|таблица|sheet|feuille|blatt|hoja)\s*\d+\b",
    re.IGNORECASE,
)
_MISSING: Final = frozenset(
    ("nan", "NaN", "NAN", "NaT", "<NA>", "NULL", "null", "None", "N/A", "n/a")
)
_ERROR: Final = re.compile(r"#[A-Z][A-Z0-9_/]+[!?]?")
_USUAL: Final = frozenset(
    plain_name(name) for field in FIELDS for name in USUAL_NAMES[field].split(", ")
)


def caption(cells: Sequence[str]) -> str:
    """A table's caption that stands in a row of its own above it ("Table 1"), or empty.

    Spreadsheet programs put it there when they save a table as CSV.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    return filled[0] if len(filled) == 1 and _CAPTION.fullmatch(filled[0]) else ""


def is_error(cell: str) -> bool:
    """Whether a cell holds what a spreadsheet shows where a formula failed, such as `#N/A`."""
    return "#" in cell and bool(_ERROR.fullmatch(cell.strip()))


def is_missing(cell: str) -> bool:
    """Whether a cell holds the word that a program writes where there is nothing, such as `NaN`."""
    return cell.strip() in _MISSING


def names_columns(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are a header beyond doubt: one names the text, another a field."""
    filled = [cell for cell in cells if cell.strip()]
    return holds_text(filled) and sum(plain_name(cell) in _USUAL for cell in filled) > 1


def is_header(cells: Sequence[str]) -> bool:
    """Whether a first row names columns: it has a usual name, or nothing that looks like data."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if all(map(is_error, filled)):
        return False
    if any(plain_name(cell) in _USUAL for cell in filled):
        return True
    return not any(len(cell) > _PROSE or _is_url(cell) or _is_date(cell) for cell in filled)


def names_by_content(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Names for the columns of a table without a header.

    A column of addresses is `url`, one of days `published`; of the others the one with the longest
    cells is `text`, one with cells as long as a headline is `title`, and one of short, repeated
    words `source`.

    Args:
        rows: The first rows, a few hundred at most.
        width: How many columns there are.

    Returns:
        A name for each column, `column 3` where its content does not tell.
    """
    sample = [row for row in rows if any(cell.strip() for cell in row)][:_SAMPLE]
    columns = [[row[i].strip() for row in sample if i < len(row)] for i in range(width)]
    filled = {
        i: [cell for cell in cells if cell and not is_error(cell)]
        for i, cells in enumerate(columns)
    }
    left = {i: cells for i, cells in filled.items() if len(cells) * 2 >= len(sample) > 0}
    names: dict[int, str] = {}

    def take(field: str, candidates: list[int]) -> None:
        if candidates:
            names[candidates[0]] = field
            left.pop(candidates[0])

    take("url", [i for i, cells in left.items() if _most(map(_is_url, cells))])
    take("published", [i for i, cells in left.items() if _most(map(_is_date, cells))])
    long_first = sorted(left, key=lambda i: -_length(left[i]))
    take("text", [i for i in long_first if _length(left[i]) >= _PROSE])
    low, high = _TITLE
    titles = [i for i in left if low <= _length(left[i]) <= high and _varied(left[i]) >= _MOST]
    take("title", titles)
    outlets = [i for i in left if _length(left[i]) <= _SOURCE and _words(left[i])]
    take("source", sorted(outlets, key=lambda i: _varied(left[i])))  # outlets come again
    if not titles:
        short = [i for i in outlets if i in left and _length(left[i]) >= _SHORT]
        take("title", [i for i in short if _varied(left[i]) >= _MOST])
    return tuple(names.get(i, f"column {i + 1}") for i in range(width))


def _most(truths: Iterable[bool]) -> bool:
    found = list(truths)
    return bool(found) and sum(found) >= _MOST * len(found)


def _is_url(cell: str) -> bool:
    return bool(_URL.fullmatch(cell))


def _is_date(cell: str) -> bool:
    if is_relative(cell):
        return True
    if not any(map(str.isdigit, cell)) or len(cell) < 6 or cell.isdigit():
        return False
    return read_dates([cell], latest=datetime.now() + timedelta(days=1)).moments[0] is not None


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells)


def _varied(cells: Sequence[str]) -> float:
    return len(set(cells)) / len(cells)


def _words(cells: Sequence[str]) -> bool:
    return _most(any(map(str.isalpha, cell)) for cell in cells)
