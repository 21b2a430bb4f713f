"""`.xls` that is a page of HTML with a table: what many services call a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from dateline.errors import ReadingError
from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.start import Start
from dateline.reading.tables.rows import Row, contents_of

__all__ = ["looks_like_page_table", "read_page_table"]


def looks_like_page_table(start: Start) -> bool:
    """Whether a file called a spreadsheet is a page with a table."""
    return start.file.ending == ".xls" and start.is_markup and "<table" in start.text.lower()


def read_page_table(file: File) -> Contents:
    """Read the rows of the longest table of a page.

    Raises:
        ReadingError: There is no row in it.
        OSError: It cannot be opened.
    """
    page = markup.open_page(file)
    tables = sorted(page.root.iter("table"), key=lambda table: len(list(table.iter("tr"))))
    if not tables:
        raise ReadingError("a page without a table", "a spreadsheet")
    return contents_of(file, _rows(tables[-1]), page.notes, ragged=True)


def _rows(table: html.HtmlElement) -> Iterator[Row]:
    for row in table.iter("tr"):
        cells = [
            "\n\n".join(block.text for block in markup.blocks(cell))
            for cell in row
            if cell.tag in ("td", "th")
        ]
        if cells:
            yield cells, ""
