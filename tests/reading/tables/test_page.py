"""Spreadsheets that are pages: their rows are read as those of a table."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

PAGE = (
    "<html><head><meta charset='utf-8'></head><body><table><tr><td>Made by a service</td></tr>"
    "</table><table><tr><th>Title</th><th>Date</th><th>Source</th><th>Text</th></tr><tr><td>Bridge "
    "closed</td><td>2016-12-16</td><td>Ledger</td><td><p>It rained.</p><p>It was closed.</p></td>"
    "</tr><tr><td>Market</td><td>2016-12-17</td><td>Gazette</td><td>It was <b>open</b>.</td></tr>"
    "</table></body>"
)


def test_the_rows_of_the_longest_table_are_articles() -> None:
    first, second = read_bytes("a.xls", PAGE.encode()).articles
    assert first.text == "Bridge closed\n\nIt rained.\n\nIt was closed."
    assert (second.source, str(second.published)[:10]) == ("Gazette", "2016-12-17")
    assert second.text == "Market\n\nIt was open."


def test_a_real_spreadsheet_of_old_is_refused_still() -> None:
    with pytest.raises(ReadingError, match="older than 2007"):
        read_bytes("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600)
