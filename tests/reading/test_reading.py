"""The way through: every file and row is an article or is set aside with its reason."""

from __future__ import annotations

import copy
import io
import os
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.development import EVALUATION
from dateline.errors import ReadingError
from dateline.reading import NoArticleError, Reading, read, read_bytes, read_text

BODY = "HOMS, Syria (Northline) — The bridge was closed on Monday after a night of rain."


def aside(reading: Reading) -> list[tuple[str, str, str]]:
    frame = reading.set_aside
    return list(zip(frame["file"], frame["row"], frame["reason"], strict=True))


def table(rows: str, **columns: str) -> Reading:
    return read_bytes("a.csv", rows.encode(), columns or None)


def test_a_folder_is_read_to_the_bottom_and_a_broken_file_does_not_stop_it(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(f"Bridge closed\n\n{BODY}", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"%PDF-1.7 not a text")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.csv").write_text("id,url\n1,https://example.org\n", encoding="utf-8")
    (folder / "e.parquet").write_bytes(b"PAR1 cut")
    (folder / "f.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "deep" / "G.TXT").write_text("Bridge opened\n\nIt was opened.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("Hidden\n\nNo article.", encoding="utf-8")
    reading = read([folder])
    assert [article.title for article in reading.articles] == ["Bridge closed", "Bridge opened"]
    assert [article.further["file"] for article in reading.articles] == [
        "clippings/a.txt",
        "clippings/deep/G.TXT",
    ]
    assert [(file, re.split("[:;]", reason)[0][:30]) for file, _, reason in aside(reading)] == [
        ("clippings/b.txt", "a damaged PDF file, perhaps cu"),
        ("clippings/c.txt", "empty"),
        ("clippings/d.csv", "no column is known to hold the"),
        ("clippings/e.parquet", "no Parquet file"),
        ("clippings/f.xlsx", "a damaged document, perhaps cu"),
    ]
    assert set(reading.set_aside["row"]) == {""}


def test_links_out_of_a_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret\n\nNot for this corpus.", encoding="utf-8")
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text(BODY, encoding="utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c").symlink_to(folder)
    (folder / "d.txt").symlink_to(folder / "a.txt")  # within the folder: the same file once more
    (folder / "e.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "f.txt")
    (folder / "g.txt").symlink_to("h.txt")
    (folder / "h.txt").symlink_to("g.txt")
    reading = read([folder])
    assert len(reading.articles) == 1
    assert aside(reading) == [
        ("clippings/b.txt", "", "a link that leads out of the folder; not followed"),
        ("clippings/c", "", "a link to a folder; not followed"),
        ("clippings/e.txt", "", "no ordinary file"),
        ("clippings/f.txt", "", "no ordinary file"),
        ("clippings/g.txt", "", "no ordinary file"),
        ("clippings/h.txt", "", "no ordinary file"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are UTF-8 there")
def test_a_file_whose_name_is_not_utf_8_is_read_and_named_as_far_as_it_can_be(
    tmp_path: Path,
) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(f"{BODY} {name!r}")
    reading = read([tmp_path])
    names = [article.further["file"] for article in reading.articles]
    assert len(names) == 2
    assert all("caf\ufffd.txt" in name for name in names)


def test_a_row_that_stands_again_is_set_aside_with_the_row_it_repeats() -> None:
    reading = table("title,text\n" + "Bridge,It closed.\nRoad,It opened.\n" * 3)
    assert [article.title for article in reading.articles] == ["Bridge", "Road"]
    assert aside(reading) == [
        ("a.csv", str(row), f"the same article as row {first}")
        for row, first in ((3, 1), (4, 2), (5, 1), (6, 2))
    ]


def test_of_a_table_with_thousands_of_columns_a_thousand_are_kept_and_that_is_told() -> None:
    names = [f"c{number}" for number in range(3_000)]
    filled = ",".join("x" if number % 2 else "" for number in range(3_000))
    reading = table(f"text,{','.join(names)}\nIt rained on Monday.,{filled}\n")
    further = reading.articles[0].further
    assert [*further] == [*names[1:2_000:2], "file"]
    assert "a.csv: Of its columns 500 were left out; 1,000 are kept." in reading.notes


def test_a_source_given_twice_is_read_once_and_two_of_one_name_are_told_apart(
    tmp_path: Path,
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.csv").write_text(
            f"text\nIt rained in {folder}.\n", encoding="utf-8"
        )
    first, second = tmp_path / "one" / "a.csv", tmp_path / "two" / "a.csv"
    reading = read([first, str(second), first])
    assert len(reading.articles) == 2
    assert list(reading.columns) == ["a.csv", second.resolve().as_posix()]


def test_a_source_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no file or folder .*nowhere\.csv"):
        read([tmp_path, tmp_path / "nowhere.csv"])


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


def test_what_holds_of_many_files_is_said_once(tmp_path: Path) -> None:
    for number in range(5):
        text = f"Le marché {number} a été fermé lundi après le bombardement."
        (tmp_path / f"{number}.txt").write_bytes(text.encode("cp1252"))
    notes = read([tmp_path]).notes
    assert notes == (
        f"{tmp_path.name}/0.txt and 4 more: Not UTF-8; read as cp1252, as detected.",
        "text files: 5 of 5 without a title.",
        "text files: 5 of 5 without a source.",
        "text files: 5 of 5 without a date.",
    )


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


def test_uploads_are_named_without_their_folders() -> None:
    reading = read_bytes("C:\\fakepath\\..\\a.csv", b"text\nIt closed.\n")
    assert list(reading.columns) == ["a.csv"]


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


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="nothing to read"):
        read([tmp_path])


def test_a_table_of_nothing_but_its_header_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It closed.", encoding="utf-8")
    assert aside(read([tmp_path])) == [(f"{tmp_path.name}/a.csv", "", "no rows")]


def test_the_frame_of_what_is_set_aside_is_text_even_when_empty() -> None:
    for reading in (read_text(BODY), table("text\nIt closed.\n...\n")):
        assert list(reading.set_aside.columns) == ["file", "row", "reason", "text"]
        assert all(pd.api.types.is_string_dtype(dtype) for dtype in reading.set_aside.dtypes)


def test_a_table_of_40_megabytes_is_read() -> None:
    line = "It rained all day on the bridge and the market by the river. " * 400
    rows = "".join(f"Day {number},{number} {line}\n" for number in range(1700))
    stream = io.BytesIO(f"title,text\n{rows}".encode())
    assert stream.getbuffer().nbytes > 40_000_000
    assert len(read_bytes("a.csv", stream.getvalue()).articles) == 1700


@pytest.mark.skipif(not EVALUATION.exists(), reason="the evaluation sets are not on this machine")
def test_every_row_of_a_real_corpus_is_an_article_or_a_repeat() -> None:
    reading = read([EVALUATION / "syria_press.dev.csv"])
    assert len(reading.articles) + len(reading.set_aside) == 423
    assert set(reading.set_aside["reason"].str.extract("^(the same article)")[0]) == {
        "the same article"
    }
    assert all(article.published and article.source for article in reading.articles)


@pytest.mark.skipif(
    not (EVALUATION.parent / "formats").exists(),
    reason="the sample formats are not on this machine",
)
@pytest.mark.parametrize(("kind", "articles"), [("tables", 571), ("txtfolder", 12)])
def test_real_exports_are_read_without_a_fall(kind: str, articles: int) -> None:
    assert len(read([EVALUATION.parent / "formats" / kind]).articles) >= articles
