"""A merged cell of the last column, whose rows end before it in the file."""

from __future__ import annotations

import io

from openpyxl import Workbook

from dateline.reading import read_bytes


def test_a_merged_cell_of_the_last_column_holds_for_its_rows_and_for_no_other() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["title", "text", "source"])
    for number in range(4):
        sheet.append([f"Bridge {number}", f"The bridge {number} closed."])
    sheet["C3"] = "The Ledger"
    sheet.merge_cells("C3:C4")
    file = io.BytesIO()
    book.save(file)
    articles = read_bytes("a.xlsx", file.getvalue()).articles
    assert [article.source for article in articles] == ["", "The Ledger", "The Ledger", ""]
