"""The way through: every file and row is an article or is set aside with its reason."""

from __future__ import annotations

import copy
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from dateline.errors import ReadingError
from dateline.reading import NoArticleError, read, read_bytes, read_text
from tests.reading.given import BODY, aside, table


def test_a_row_that_stands_again_is_set_aside_with_the_row_it_repeats() -> None:
    reading = table("title,text\n" + "Bridge,It closed.\nRoad,It opened.\n" * 3)
    assert [article.title for article in reading.articles] == ["Bridge", "Road"]
    assert aside(reading) == [
        ("a.csv", str(row), f"the same article as row {first}")
        for row, first in ((3, 1), (4, 2), (5, 1), (6, 2))
    ]


def test_the_text_is_title_blank_line_body_unless_the_body_begins_with_the_title() -> None:
    reading = table("title,text\nBridge,It closed.\nRoad,Road closed.\n,Rail closed.\n")
    assert [article.text for article in reading.articles] == [
        "Bridge\n\nIt closed.",
        "Road closed.",
        "Rail closed.",
    ]


def test_a_json_record_with_a_text_is_taken_as_it_is() -> None:
    data = b'{"id": 7, "title": "Bridge", "text": "  It closed.\\r\\n\\u00ad\\u0000 "}'
    (article,) = read_bytes("in.jsonl", data).articles
    assert article.text == "  It closed.\r\n\u00ad\0 "
    assert (article.title, article.identifier) == ("Bridge", "7")


def test_sources_without_an_article_say_of_each_row_why() -> None:
    with pytest.raises(NoArticleError) as caught:
        table("title,text\nBridge,\nRail,...\n")
    sent = copy.copy(caught.value)  # through its arguments, as a worker process sends it back
    assert str(sent) == "no article (and 1 more set aside): a.csv, row 1: no text"
    assert sent.set_aside["reason"].tolist() == ["no text", "no letter in its text"]


def test_rows_without_a_text_are_set_aside_with_their_title() -> None:
    reading = table("title,text\nBridge,It closed.\nRoad, \nRail,...\n")
    assert aside(reading) == [
        ("a.csv", "2", "no text"),
        ("a.csv", "3", "no letter in its text"),
    ]
    assert list(reading.set_aside["text"]) == ["Road", "..."]


def test_a_text_longer_than_any_article_is_set_aside() -> None:
    reading = read_bytes("a.jsonl", b'{"body": "It closed."}\n{"body": "%s"}' % (b"x" * 5_000_001))
    assert aside(reading) == [
        ("a.jsonl", "2", "5,000,001 characters; more than 5,000,000 are no article")
    ]
    assert len(reading.set_aside["text"][0]) == 80


def test_the_same_article_twice_is_one_and_the_other_is_set_aside(tmp_path: Path) -> None:
    rows = "title,text,date,source\n" + "Bridge,It  closed.,2016-12-16,Ledger\n" * 2
    rows += "Bridge,It closed.,2016-12-17,Ledger\nBridge,It closed.,2016-12-16,Herald\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    again = "title,text,date,source\nBRIDGE,It closed.,16 Dec 2016,Ledger\n"
    (tmp_path / "b.csv").write_text(again, encoding="utf-8")
    reading = read([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert len(reading.articles) == 3
    assert aside(reading) == [
        ("a.csv", "2", "the same article as row 1"),
        ("b.csv", "1", "the same article as a.csv, row 1"),
    ]


def test_zero_bytes_and_soft_hyphens_are_left_out_and_said() -> None:
    reading = table("title,text\nBri\u00addge,It clo\u00adsed.\0 Is\u00adrael.\n")
    assert reading.articles[0].text == "Bridge\n\nIt closed. Israel."
    assert "a.csv: 1 zero byte was left out." in reading.notes
    assert "a.csv: 3 soft hyphens within words were left out." in reading.notes


def test_dates_of_a_column_are_decided_together_and_said() -> None:
    year = datetime.now().year
    reading = table("text,date\nOne.,3/4/17\nTwo.,4/23/16\nThree.,\nFour.,soon\nFive.,2106-01-01\n")
    assert [a.published and (a.published.month, a.published.day) for a in reading.articles] == [
        (3, 4),
        (4, 23),
        None,
        None,
        None,
    ]
    assert [note for note in reading.notes if "columns" not in note] == [
        "a.csv: 5 of 5 without a title.",
        "a.csv: 5 of 5 without a source.",
        "a.csv: 1 date such as '3/4/17' read with the month first, as 4/23/16 must be.",
        f"a.csv: Years of two digits were taken as {year - 99} to {year}.",
        "a.csv: 1 date such as 'soon' cannot be read as a day; kept undated.",
        "a.csv: 1 date such as '2106-01-01' in the future or before 1600; kept undated.",
        "a.csv: 1 of 5 without a date.",
    ]


def test_a_date_is_no_future_where_it_is_already_tomorrow() -> None:
    day = datetime.now() + timedelta(hours=20)
    assert table(f"text,date\nIt closed.,{day.isoformat()}\n").articles[0].published is not None


def test_an_encoding_that_is_not_utf_8_is_said() -> None:
    data = "text\nLe marché a été fermé lundi après le bombardement.\n".encode("cp1252")
    reading = read_bytes("a.csv", data)
    assert "marché a été fermé" in reading.articles[0].text
    assert "a.csv: Not UTF-8; read as cp1252, as detected." in reading.notes


def test_formats_give_the_same_articles(tmp_path: Path) -> None:
    rows = {
        "title": ["Bridge closed", "Мост открыт"],
        "body": [BODY, "Мост снова открыт,\nсообщил мэр."],
        "date": ["2016-12-16", "2016-12-17"],
        "source": ["The Ledger", "Вестник"],
    }
    frame = pd.DataFrame(rows)
    frame.to_csv(tmp_path / "a.csv", index=False)
    frame.to_csv(tmp_path / "a.tsv", index=False, sep="\t")
    frame.to_json(tmp_path / "a.jsonl", orient="records", lines=True, force_ascii=False)
    frame.to_parquet(tmp_path / "a.parquet")

    def read_one(path: Path) -> list[object]:
        articles = read([path]).articles
        return [(a.text, a.title, a.published, a.source, a.agency) for a in articles]

    first, *others = [read_one(path) for path in sorted(tmp_path.iterdir())]
    assert len(first) == 2
    assert all(other == first for other in others)


def test_a_pasted_article_has_its_title_and_its_agency() -> None:
    (article,) = read_text(f"Bridge closed\n\n{BODY}\n").articles
    assert (article.title, article.agency) == ("Bridge closed", "Northline")
    assert article.text == f"Bridge closed\n\n{BODY}"


@pytest.mark.parametrize("text", ["", "  \n ", "\0", "—"])
def test_pasting_nothing_is_an_error(text: str) -> None:
    with pytest.raises(ReadingError, match="pasted"):
        read_text(text)


def test_half_a_surrogate_pair_can_be_pasted() -> None:
    assert "Homs" in read_text("Homs \ud800 is quiet.").articles[0].text


def test_the_frame_of_what_is_set_aside_is_text_even_when_empty() -> None:
    for reading in (read_text(BODY), table("text\nIt closed.\n...\n")):
        assert list(reading.set_aside.columns) == ["file", "row", "reason", "text"]
        assert all(pd.api.types.is_string_dtype(dtype) for dtype in reading.set_aside.dtypes)
