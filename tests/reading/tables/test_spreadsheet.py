"""Workbooks: values as they stand, whatever shape the sheet has."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from dateline.errors import ReadingError
from dateline.reading import Reading, read_bytes
from tests.reading.made_files import BODY, archive, workbook


def read(data: bytes, name: str = "a.xlsx") -> Reading:
    return read_bytes(name, data)


def test_rows_dates_and_numbers_are_read_as_they_stand() -> None:
    rows = [
        ("Headline", "Text", "Date", "Pages"),
        ("Bridge closed", BODY, datetime(2016, 12, 16, 10, 30), 3.0),
        ("Road open", BODY + " So it was.", date(2016, 12, 17), None),
    ]
    reading = read(workbook({"Sheet1": rows}))
    first, second = reading.articles
    assert (first.title, first.published) == ("Bridge closed", datetime(2016, 12, 16, 10, 30))
    assert first.further["Pages"] == "3"
    assert second.published == datetime(2016, 12, 17)


def test_a_caption_blank_rows_and_no_header_as_numbers_saves_them() -> None:
    rows: list[tuple[str | None, ...]] = [("Table 1", None, None, None, None), (None,) * 5]
    for number in range(6):
        rows.append(
            (None, f"A headline of number {number} on the bridge", "The Ledger", "9 month ago",
             f"{BODY} Number {number}.")
        )  # fmt: skip
        rows.append((None,) * 5)
    rows.append((None, *["#TOTAL_QUOTA_REACHED"] * 4))
    reading = read(workbook({"Sheet 1": rows}, merged=["A1:E1"]))
    assert len(reading.articles) == 6
    assert reading.articles[0].title == "A headline of number 0 on the bridge"
    assert {article.source for article in reading.articles} == {"The Ledger"}
    assert {article.published for article in reading.articles} == {None}
    assert reading.set_aside["reason"].tolist() == ["nothing but an error of the spreadsheet"]
    assert any("such as '9 month ago' counted from a day" in note for note in reading.notes)
    assert any("no header" in note for note in reading.notes)


def test_a_cell_merged_over_rows_holds_for_each_of_them() -> None:
    rows = [
        ("date", "title", "text"),
        ("2016-12-16", "One", "It rained in Homs."),
        (None, "Two", "It rained in Hama."),
        (None, "Three", "It rained in Aleppo."),
    ]
    reading = read(workbook({"a": rows}, merged=["A2:A3"]))
    assert [a.published and a.published.day for a in reading.articles] == [16, 16, None]


def test_a_formula_is_what_it_was_when_saved_and_never_computed() -> None:
    reading = read(
        workbook({"a": [("title", "text"), ("=1+1", "It rained."), ("Two", "It snowed.")]})
    )
    assert [article.title for article in reading.articles] == ["", "Two"]


def test_all_sheets_are_read_and_one_without_a_text_is_set_aside() -> None:
    sheets = {
        "empty": [],
        "2016": [("title", "text"), ("One", "It rained.")],
        "2017": [("headline", "body"), ("Two", "It snowed.")],
        "codes": [("code", "meaning"), ("1", "x")],
    }
    reading = read(workbook(sheets))
    assert [(a.title, a.text) for a in reading.articles] == [
        ("One", "One\n\nIt rained."),
        ("Two", "Two\n\nIt snowed."),
    ]
    assert reading.set_aside["reason"].tolist()[0].startswith("sheet 'codes'")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "older than 2007"),
        (workbook({"a": [("text",), ("It rained.",)]})[:-200], "damaged"),
        (archive({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "no workbook"),
        (
            archive(
                {
                    "[Content_Types].xml": "<x/>",
                    "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
                }
            ),
            "declares entities",
        ),
        (archive({"[Content_Types].xml": "<x/>", "xl/s.xml": b"0" * 20_000_000}), "bytes unpacked"),
        (b"", "empty"),
    ],
)
def test_what_is_no_harmless_workbook_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read(data)


def test_a_sheet_that_lies_about_its_size_is_read_whole() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"a": [("text",), *[("It rained.",)] * 1]})))
    book["a"].append(["It snowed."])
    stream = io.BytesIO()
    book.save(stream)
    assert len(read(stream.getvalue()).articles) == 2


def test_a_row_that_no_sheet_can_have_is_not_waited_for() -> None:
    data = workbook({"a": [("title", "text"), ("Bridge", BODY)]})
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            parts[name] = book.read(name)
    far = b'<row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>'
    (sheet,) = (name for name in parts if name.startswith("xl/worksheets/sheet"))
    parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
    assert [article.title for article in read(archive(parts)).articles] == ["Bridge"]
