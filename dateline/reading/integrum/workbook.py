"""Workbooks of Integrum, a database of the Russian press: its headers are Russian.

The text stands under "Анонс" (teaser) or "Текст", and begins with headline and day once more.
"""

from __future__ import annotations

from typing import Final

import openpyxl

from dateline.errors import ReadingError
from dateline.reading.archives.office import opened
from dateline.reading.contents import Contents
from dateline.reading.dates.printed import iso_day
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start
from dateline.reading.tables.spreadsheet import read_spreadsheet

__all__ = ["looks_like_workbook", "read_workbook"]

_FIELDS: Final = {
    "источник": "source",
    "дата": "published",
    "время": "time",
    "заголовок": "title",
    "анонс": "teaser",
    "текст": "text",
    "оригинал": "url",
    "автор": "author",
}
_NEEDED: Final = frozenset(("источник", "дата", "заголовок"))
_TEXTS: Final = frozenset(("анонс", "текст"))
_ROWS: Final = 10
_MIDNIGHT: Final = ("00:00", "00:00:00")


def looks_like_workbook(start: Start) -> bool:
    """Whether the first rows of a workbook have the headers of Integrum."""
    if not start.is_zip:
        return False
    try:
        with opened(start.file, "xl/") as stream:
            book = openpyxl.load_workbook(stream, read_only=True)
            rows = book.worksheets[0].iter_rows(max_row=_ROWS, values_only=True)
            return any(_is_header({_plain(cell) for cell in row}) for row in rows)
    except Exception:  # no workbook of Integrum, whatever else is wrong with it
        return False


def _is_header(names: set[str]) -> bool:
    return names >= _NEEDED and bool(names & _TEXTS)


def _plain(cell: object) -> str:
    return joined(str(cell or "")).casefold()


def read_workbook(file: File) -> Contents:
    """Read the articles of a workbook.

    Raises:
        ReadingError: It is damaged, needs a password or has no row.
        OSError: It cannot be opened.
    """
    table = read_spreadsheet(file)
    fields = {name: _FIELDS[_plain(name)] for name in table.columns if _plain(name) in _FIELDS}
    if "title" not in fields.values():
        raise ReadingError("a workbook without headlines", "an export of Integrum")
    articles = []
    for record in table.records:
        cells = {fields.get(name, name): value for name, value in record.cells.items()}
        teaser = cells.pop("teaser", "")
        cells["text"] = _without_heading(cells.get("text", "") or teaser, cells.get("title", ""))
        time = cells.pop("time", "")
        if time not in _MIDNIGHT:
            cells["published"] = f"{cells.get('published', '')} {time}".strip()
        articles.append(cells)
    return Export("Integrum", articles, notes=table.notes, asides=table.asides).contents()


def _without_heading(text: str, title: str) -> str:
    """A text without the headline and the day that stand on lines of their own before it."""
    lines = text.strip().split("\n")
    while lines and (not lines[0].strip() or joined(lines[0]) == title or _is_day(lines[0])):
        lines.pop(0)
    return "\n".join(lines)


def _is_day(line: str) -> bool:
    return len(line.split()) <= 5 and bool(iso_day(line))
