"""Tables of separated cells, as spreadsheets and scripts have left them."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReadingError
from dateline.reading.contents import LONGEST, Contents
from dateline.reading.files import File
from dateline.reading.tables.headless import is_error, is_missing
from dateline.reading.tables.separated import read_separated


def read(text: str, name: str = "a.csv", encoding: str = "utf-8") -> Contents:
    data = text.encode(encoding)
    return read_separated(File(name, len(data), data))


def cells(contents: Contents) -> list[dict[str, str]]:
    return [record.cells for record in contents.records]


BRIDGE = {"title": "Bridge", "text": "It closed."}


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("title,text\nBridge,It closed.\n", "a.csv"),
        ("title;text\r\nBridge;It closed.\r\n", "a.csv"),
        ("title\ttext\nBridge\tIt closed.\n", "a.csv"),
        ("title\ttext\nBridge\tIt closed.", "a.tsv"),
        ("title|text\nBridge|It closed.\n", "a.csv"),
        ("\ufefftitle,text\nBridge,It closed.\n", "a.csv"),
        ("sep=;\ntitle;text\nBridge;It closed.\n", "a.csv"),
        ("\n,\ntitle,text\n,\n\nBridge,It closed.\n,\n", "a.csv"),
        ("title,text\rBridge,It closed.\r", "a.csv"),
        ("title,text\nBridge,It closed.,,\n", "a.csv"),
    ],
)
def test_whatever_separates_cells_and_lines_the_record_is_the_same(table: str, name: str) -> None:
    contents = read(table, name)
    assert cells(contents) == [BRIDGE]
    assert contents.asides == []


def test_tables_in_utf_16_as_spreadsheets_save_unicode_text() -> None:
    assert cells(read("title\ttext\nBridge\tIt closed.\n", encoding="utf-16")) == [BRIDGE]


def test_commas_in_texts_do_not_outweigh_the_semicolon_of_the_header() -> None:
    table = "id;date;body\n" + "".join(f"{i};1/2/17;One, two, three, and four.\n" for i in range(9))
    assert len(read(table).records) == 9


def test_line_ends_and_quotation_marks_within_cells_are_kept() -> None:
    contents = read('title,text\n"A ""bridge""","One.\n\nTwo, three.\u2028Four."\n')
    assert cells(contents) == [{"title": 'A "bridge"', "text": "One.\n\nTwo, three.\u2028Four."}]


def test_a_row_of_hxl_tags_is_left_out_and_said() -> None:
    contents = read("date,text,place\n#date,,#loc+name\n2016-12-16,It closed.,Homs\n")
    assert [record.row for record in contents.records] == [1]
    assert contents.notes == ["A row of HXL tags was left out."]


def test_rows_that_do_not_fit_the_header_are_set_aside_with_their_number() -> None:
    contents = read("id,title,text\n1,A,One.\n2,B\n3,C,Three, and more.\n4,D,Four.\n")
    assert [record.row for record in contents.records] == [1, 4]
    assert [(aside.row, aside.reason, aside.text) for aside in contents.asides] == [
        (2, "2 cells where the header has 3", "2 B"),
        (3, "4 cells where the header has 3", "3 C Three and more."),
    ]


def test_a_quotation_mark_that_never_closes_costs_one_row() -> None:
    rows = "".join(f"T{i},Body {i}.\n" for i in range(50))
    contents = read(f'title,text\nA,"lost\n{rows}')
    assert len(contents.records) == 50
    assert [(aside.row, aside.reason) for aside in contents.asides] == [
        (1, "a quotation mark that never closes")
    ]


def test_a_quotation_mark_that_closes_nowhere_near_costs_one_row() -> None:
    lines = "".join(f"T{at},{'x' * 60_000}\n" for at in range(100))
    contents = read('title,text\nA,"lost\n' + lines + 'B,"kept"\n')
    assert len(contents.records) == 101
    assert [aside.row for aside in contents.asides] == [1]


def test_a_file_cut_short_within_a_text_loses_that_row_alone_and_says_so() -> None:
    contents = read('id,title,text\n1,A,One.\n2,B,"Two,\n\nand then it')
    assert len(contents.records) == 1
    assert [(aside.row, aside.reason) for aside in contents.asides] == [
        (2, "a quotation mark that never closes; the file seems to be cut short there")
    ]


def test_cells_larger_than_the_limit_of_the_csv_module_are_read() -> None:
    body = "It rained. " * 20_000
    assert cells(read(f"title,text\nA,{body}\n"))[0]["text"] == body


def test_a_line_longer_than_any_article_is_set_aside_and_the_rest_goes_on() -> None:
    contents = read("title,text\nA," + "x" * (2 * LONGEST + 1) + "\nB,It closed.\n")
    assert [record.row for record in contents.records] == [2]
    assert "field larger than field limit" in contents.asides[0].reason


def test_columns_without_a_name_or_with_the_same_one_are_told_apart() -> None:
    contents = read(",text,text,\n1,One.,Two.,3\n")
    assert contents.columns == ("column 1", "text", "text (2)", "column 4")


@pytest.mark.parametrize("table", ["", "\n\n", ",,\n"])
def test_a_table_without_a_header_is_refused(table: str) -> None:
    with pytest.raises(ReadingError, match="empty"):
        read(table)


CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n,;\t|"'), max_size=12
)
ROW = st.tuples(
    CELL.filter(lambda cell: not (is_missing(cell) or is_error(cell))), CELL.map("a".__add__)
)


@given(st.lists(ROW, max_size=6), st.sampled_from(",;\t|"))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[tuple[str, str]], mark: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=mark)
    writer.writerows([("title", "text"), *rows])
    contents = read(file.getvalue())
    assert all("the same article" in aside.reason for aside in contents.asides)
    assert len(contents.asides) + len(contents.records) == len(rows)
    once = [row for row, _ in itertools.groupby(rows)]
    assert [(row.get("title", ""), row["text"]) for row in cells(contents)] == once


def test_a_row_that_stands_a_million_times_is_read_once() -> None:
    contents = read("title,text\n" + "Bridge,It closed.\n" * 3 + "Road,It opened.\n")
    assert [(record.row, record.cells["title"]) for record in contents.records] == [
        (1, "Bridge"),
        (4, "Road"),
    ]
    assert [(aside.row, aside.reason) for aside in contents.asides] == [
        (2, "the same article as row 1"),
        (3, "the same article as row 1"),
    ]


def test_a_stray_quotation_mark_costs_its_own_row_wherever_the_next_one_stands() -> None:
    table = 'title,text\nOne,"It rained\nTwo,"It snowed, then."\nThree,"It froze."\n'
    contents = read(table)
    assert [record.cells["title"] for record in contents.records] == ["Two", "Three"]
    assert [(aside.row, aside.text) for aside in contents.asides] == [(1, 'One "It rained')]
    table = 'title,text\nOne,"It rained\nTwo,"It snowed"\n'  # as many cells as the header has
    assert [record.cells["title"] for record in read(table).records] == ["Two"]


def test_a_cell_of_several_lines_that_look_like_rows_stays_one_cell() -> None:
    table = 'title,text\nOne,"He said ""yes"" and\nleft, then"\nTwo,It snowed.\n'
    assert cells(read(table))[0]["text"] == 'He said "yes" and\nleft, then'


def test_thousands_of_blank_lines_and_columns_of_one_name_are_passed_through() -> None:
    assert cells(read("title,text\n" + "\n" * 100_000 + "Bridge,It closed.\n")) == [BRIDGE]
    header = "text," + ",".join(["note"] * 20_000)
    contents = read(f"{header}\nIt closed.{',x' * 20_000}\n")
    assert contents.columns[-1] == "note (20000)"
    assert len(contents.records[0].cells) == 20_001
