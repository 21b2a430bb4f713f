"""A workbook holds what the tables hold, and nothing in it is anything but text or a number."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.cli import main
from dateline.corpus import Corpus
from dateline.export import (
    articles_table,
    mentions_table,
    places_table,
    spreadsheet,
    workbook,
)
from dateline.query import Query, narrow
from tests.corpora import ARTICLES, article, corpus_of, small_corpus

ALL = Query(roles=())


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def titled(title: str, *, text: str = "In [Aleppo|event|aleppo].") -> Corpus:
    return corpus_of(article("2016-12-05", "Desk", "", title, text))


def test_its_sheets_are_the_tables_after_one_that_says_what_it_is() -> None:
    corpus = small_corpus()
    book, selection = opened(workbook(corpus, ALL)), narrow(corpus, ALL)
    assert book.sheetnames == ["About", "Mentions", "Articles", "Places"]
    about = dict(book["About"].values)
    assert corpus.fingerprint in about["Data"] and "every article" in about["Filters"]
    for name, table in (
        ("Mentions", mentions_table(corpus, selection)),
        ("Articles", articles_table(corpus, selection)),
        ("Places", places_table(corpus, selection)),
    ):
        header, *rows = book[name].values
        assert list(header) == list(table.columns)
        assert len(rows) == len(table)
        assert book[name].freeze_panes == "A2"


def test_numbers_are_numbers_and_moments_are_moments() -> None:
    rows = [*opened(workbook(small_corpus(), ALL))["Articles"].values]
    header, first, last = rows[0], rows[1], rows[-1]
    assert first[header.index("published")] == datetime(2016, 9, 20, 8)
    assert last[header.index("published")] is None
    assert isinstance(first[header.index("words")], int)


@pytest.mark.parametrize(
    "evil",
    ["=1+1", "+49", "-5 degrees", "@SUM(A1)", "\t=2", '=HYPERLINK("http://x")', "#N/A", "#REF!"],
)
def test_what_looks_like_a_formula_or_an_error_is_text(evil: str) -> None:
    sheet = opened(workbook(titled(evil), ALL))["Articles"]
    cell = next(cell for cell in sheet[2] if cell.value == evil)
    assert cell.data_type == "s" and cell.hyperlink is None
    assert cell.quotePrefix == (evil[0] in "=+-@\t")


def test_a_column_name_from_outside_is_text_too() -> None:
    corpus = corpus_of(article("2016-12-05", "Desk", "", "T", "Words.", **{"=cmd": "=1"}))
    data = workbook(corpus, ALL)
    assert "x.=cmd" in next(iter(opened(data)["Articles"].values))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = "".join(parts.read(name).decode() for name in parts.namelist())
    assert not re.search(r"<f[ >]|hyperlink|vbaProject|externalLink", xml)


def test_an_address_is_no_link() -> None:
    found, findings = article("2016-12-05", "Desk", "", "T", "Words.")
    object.__setattr__(found, "url", "https://example.org/a")
    data = workbook(corpus_of((found, findings)), ALL)
    assert b"hyperlink" not in data
    assert "https://example.org/a" in str([*opened(data)["Articles"].values])


def test_what_a_cell_cannot_hold_is_visible() -> None:
    found = opened(workbook(titled("Nought\x00 and bell\x07 and \ufffe"), ALL))
    assert "Nought� and bell� and �" in str([*found["Articles"].values])


def test_a_text_that_reads_like_an_escape_stays_what_it_is() -> None:
    found = opened(workbook(titled("code _x0041_ here"), ALL))
    assert "code _x005F_x0041_ here" in str([*found["Articles"].values])


def test_a_text_too_long_for_a_cell_is_cut_and_that_is_said() -> None:
    long = "😀" * 20_000
    book = opened(workbook(titled("Long", text=long), ALL, texts=True))
    text = [row[-1] for row in book["Articles"].values][1]
    assert len(text.encode("utf-16-le")) // 2 <= spreadsheet.LONGEST
    assert text.startswith("Long\n\n😀") and text.endswith("[cut]")
    assert dict(book["About"].values)["Texts longer than a cell, cut"] == "1"


def test_texts_are_left_out_unless_asked_for() -> None:
    (header, *_) = opened(workbook(small_corpus(), ALL))["Articles"].values
    assert "text" not in header


def test_rows_beyond_a_sheet_go_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_ROWS", 4)
    book = opened(workbook(small_corpus(), ALL))
    assert book.sheetnames[2:5] == ["Mentions 2", "Mentions 3", "Mentions 4"]
    counted = sum(book[name].max_row - 1 for name in book.sheetnames if "Mentions" in name)
    assert counted == narrow(small_corpus(), ALL).mentions.sum()


def test_a_day_before_excels_calendar_is_text() -> None:
    corpus = corpus_of(article("1871-03-18", "Desk", "", "T", "Words."))
    assert "1871-03-18 00:00:00" in str([*opened(workbook(corpus, ALL))["Articles"].values])


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60))
def test_any_title_makes_a_workbook_that_opens_with_no_formula(title: str) -> None:
    for row in opened(workbook(titled(title), ALL))["Articles"]:
        assert all(cell.data_type in ("s", "n", "d") for cell in row)


@pytest.mark.parametrize("query", [ALL, Query(words="zeppelin")])
def test_nothing_to_show_is_a_workbook_with_headers(query: Query) -> None:
    corpus = small_corpus() if query.words else corpus_of(name="")
    book = opened(workbook(corpus, query))
    assert [len([*book[name].values]) for name in ("Mentions", "Articles", "Places")] == [1, 1, 1]


def test_the_command_writes_it(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "view.xlsx"
    command = ["export", str(folder), "--output", str(output), "--texts"]
    assert main(command) == 0
    assert opened(output.read_bytes())["Articles"].max_row == 1 + len(ARTICLES)
