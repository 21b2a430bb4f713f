"""The columns of a table: usual, told, too many, or without a text."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest

from dateline.errors import ReadingError
from dateline.reading import read, read_bytes
from tests.reading.given import BODY, aside, table


def test_of_a_table_with_thousands_of_columns_a_thousand_are_kept_and_that_is_told() -> None:
    names = [f"c{number}" for number in range(3_000)]
    filled = ",".join("x" if number % 2 else "" for number in range(3_000))
    reading = table(f"text,{','.join(names)}\nIt rained on Monday.,{filled}\n")
    further = reading.articles[0].further
    assert [*further] == [*names[1:2_000:2], "file"]
    assert "a.csv: Of its columns 500 were left out; 1,000 are kept." in reading.notes


def test_every_column_has_its_place_and_the_others_are_kept() -> None:
    reading = table(
        "id,Headline,Content,Outlet,PubDate,Byline,Link,language,topic,empty\n"
        f"7,Bridge closed,{BODY.replace(',', '')},The Ledger,2016-12-16T10:00Z,Rana Haddad,"
        "https://example.org/1,en,bridges,\n"
    )
    (article,) = reading.articles
    assert article.published == datetime(2016, 12, 16, 10)
    assert (article.title, article.source, article.author) == (
        "Bridge closed",
        "The Ledger",
        "Rana Haddad",
    )
    assert (article.url, article.identifier) == ("https://example.org/1", "7")
    assert article.agency == "Northline"
    assert article.further == {"language as given": "en", "topic": "bridges", "file": "a.csv"}
    assert reading.columns["a.csv"]["published"] == "PubDate"
    assert "a.csv: Of its columns, text is 'Content', title is 'Headline'" in reading.notes[0]


def test_a_column_told_goes_before_the_usual_names() -> None:
    reading = table(
        "text,note,date,seen\nA,It closed.,2016-01-01,2016-12-16\n", text="note", published="seen"
    )
    (article,) = reading.articles
    assert (article.text, article.published) == ("It closed.", datetime(2016, 12, 16))
    assert article.further == {"text": "A", "date": "2016-01-01", "file": "a.csv"}


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"published": "datum"}, "no table has a column 'datum' for published"),
        ({"day": "date"}, "a column for 'day'; expected one of text, title, published"),
    ],
)
def test_a_column_told_that_is_nowhere_is_an_error(columns: dict[str, str], message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        table("text,date\nIt closed.,2016-12-16\n", **columns)


def test_a_column_told_for_one_of_two_tables_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,datum\nIt closed.,2016-12-16\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text,date\nIt opened.,2016-12-17\n", encoding="utf-8")
    reading = read([tmp_path], columns={"published": "datum"})
    assert [a.published and a.published.day for a in reading.articles] == [16, 17]
    assert any("No column 'datum' for published" in note for note in reading.notes)


def test_a_table_without_a_text_is_an_error_that_names_file_columns_and_remedy() -> None:
    with pytest.raises(ReadingError) as caught:
        table("id,url\n1,https://example.org\n")
    for part in ("a.csv", "'id', 'url'", "say which column does"):
        assert part in str(caught.value)


def test_a_table_of_nothing_but_its_header_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It closed.", encoding="utf-8")
    assert aside(read([tmp_path])) == [(f"{tmp_path.name}/a.csv", "", "no rows")]


def test_a_table_of_40_megabytes_is_read() -> None:
    line = "It rained all day on the bridge and the market by the river. " * 400
    rows = "".join(f"Day {number},{number} {line}\n" for number in range(1700))
    stream = io.BytesIO(f"title,text\n{rows}".encode())
    assert stream.getbuffer().nbytes > 40_000_000
    assert len(read_bytes("a.csv", stream.getvalue()).articles) == 1700
