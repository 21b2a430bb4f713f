"""Tables as people have them: no header, mixed-up columns, what is no article in a cell."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import Reading, read_bytes
from dateline.reading.cleaning.no_article import misplaced, reason_against
from dateline.reading.tables.headless import names_by_content
from tests.reading.made_files import BODY

FORM = (
    "We value your privacy. We and our partners use cookies and process personal data such as "
    "unique identifiers for personalised ads and content. With your consent we may use precise "
    "location data. You may click to accept all or reject all. Your preferences apply to this "
    "website only. You can withdraw your consent at any time."
)


def rows_in(rows: int, reading: Reading) -> None:
    assert len(reading.articles) + len(reading.set_aside) == rows


def test_a_table_without_a_header_is_read_by_what_stands_in_it() -> None:
    rows = [
        f"{n},https://example.org/{n},2016-12-{n:02},The Ledger,Bridge number {n} was closed,"
        f'"{BODY} Number {n}."'
        for n in range(1, 20)
    ]
    reading = read_bytes("a.csv", "\n".join(rows).encode())
    rows_in(19, reading)
    first = reading.articles[0]
    assert (first.title, first.source) == ("Bridge number 1 was closed", "The Ledger")
    assert first.url == "https://example.org/1"
    assert first.published == datetime(2016, 12, 1)


def test_a_csv_of_tabs_with_a_caption_above_it_is_read() -> None:
    reading = read_bytes("a.csv", b"Table 1\n\ntitle\ttext\nBridge\tIt closed.\n")
    assert reading.articles[0].text == "Bridge\n\nIt closed."


def test_columns_whose_content_does_not_tell_keep_their_number() -> None:
    assert names_by_content([["1", "x"], ["2", "y"]], 2) == ("column 1", "source")
    assert names_by_content([], 2) == ("column 1", "column 2")


def test_columns_mixed_up_in_a_row_are_set_aside_and_the_others_kept() -> None:
    text = "title,date,text\nBridge,2016-12-16,It closed.\n2016-12-17,Road,It opened.\n"
    reading = read_bytes("a.csv", text.encode())
    rows_in(2, reading)
    assert reading.set_aside["reason"].tolist() == [
        "its columns seem mixed up: '2016-12-17' stands as its title"
    ]
    assert misplaced("12 hours ago", "Bridge closed")
    assert not misplaced("2016-12-16", "")
    assert not misplaced("16 December 2016", "2016-12-16")
    assert not misplaced("1984", "soon")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FORM, "consent"),
        ("Please enable JavaScript and cookies to go on.", "stands before"),
        ("Verify you are human by completing the action below.", "stands before"),
        ("https://example.org/1", "addresses of the web"),
        ("42 — 17", "no letter"),
        (" \n", "no text"),
    ],
)
def test_what_is_no_article_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    assert reason in reason_against("", text)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Parliament voted on Monday to make web sites ask for consent before they set cookies. "
        "Campaigners for privacy said personal data must be safe from third parties. " + BODY,
        "The ministry denied access to the report. " + BODY * 4,
    ],
)
def test_an_article_about_cookies_or_denials_is_an_article(text: str) -> None:
    assert reason_against("A title", text) == ""


def test_missing_titles_and_sources_are_counted() -> None:
    reading = read_bytes("a.csv", b"title,source,text\nA,Ledger,It rained.\n,,It snowed.\n")
    assert "a.csv: 1 of 2 without a title." in reading.notes
    assert "a.csv: 1 of 2 without a source." in reading.notes


def test_thirty_thousand_words_and_other_languages_are_kept() -> None:
    long = "The bridge was closed on Monday. " * 5_000
    (article,) = read_bytes("long.txt", f"Long\n\n{long}".encode()).articles
    assert len(article.text.split()) == 30_001
    (russian,) = read_bytes(
        "ru.txt", "Мост закрыт\n\nМост закрыли в понедельник.".encode()
    ).articles
    assert russian.title == "Мост закрыт"


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("标题,正文,发布日期,来源", "gb18030"),
        ("標題,內容,發布時間,來源", "utf-8"),
        ("タイトル,本文,掲載日,新聞社", "utf-16"),
        ("제목,본문,날짜,언론사", "utf-8"),
        ("العنوان,النص,تاريخ النشر,الصحيفة", "utf-8"),
        ("عنوان,متن,تاریخ,روزنامه", "utf-8"),
        ("כותרת,תוכן,תאריך,עיתון", "utf-8"),
        ("Заголовок,Текст,Дата публікації,Видання", "utf-16"),
        ("Tytuł,Treść,Data publikacji,Gazeta", "utf-8"),
        ("Título,Conteúdo,Data de publicação,Jornal", "cp1252"),
        ("Kop,Tekst,Publicatiedatum,Krant", "utf-8"),
        ("ARTICLE_TITLE,ARTICLE_TEXT,DATE_PUBLISHED,SOURCE_NAME", "utf-8"),
        ("articleTitle,articleText,publishDate,outletName", "utf-8"),
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(header: str, encoding: str) -> None:
    row = f"Bridge closed,{BODY.replace(',', '')},2016-12-16,The Ledger"
    (article,) = read_bytes("a.csv", f"{header}\n{row}\n".encode(encoding)).articles
    assert (article.title, article.source) == ("Bridge closed", "The Ledger")
    assert article.published == datetime(2016, 12, 16)
    assert article.text.endswith(BODY.replace(",", ""))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_stands_above_a_header_is_left_out_and_told(separator: str) -> None:
    lines = [
        "Answer of 5 March 2016",
        "Asked for: bridges" + separator,
        "",
        separator.join(("No", "Title", "Text", "Date")),
        separator.join(("1", "Bridge closed", "It was closed on Monday.", "2016-12-16")),
        separator.join(("2", "Bridge opened", "It was opened again.", "2016-12-17")),
    ]
    reading = read_bytes("a.csv", "\n".join(lines).encode())
    assert [article.title for article in reading.articles] == ["Bridge closed", "Bridge opened"]
    assert reading.set_aside.empty
    told = "What stands above its header was left out: 'Answer of 5 March 2016 / Asked for"
    assert any(told in note for note in reading.notes)


def test_words_that_programs_write_for_nothing_are_nothing() -> None:
    table = "title,text,source\nnan,It rained.,NULL\nNone,NaN,The Ledger\nNull,It snowed.,N/A\n"
    reading = read_bytes("a.csv", table.encode())
    rows_in(3, reading)
    assert [(a.title, a.source) for a in reading.articles] == [("", ""), ("Null", "")]
    assert reading.set_aside["reason"].tolist() == ["no text"]


def test_where_the_text_is_missing_the_summary_beside_it_stands_and_that_is_told() -> None:
    table = "title,summary,content\nA,Rain.,It rained all night.\nB,It snowed.,\nC,,\n"
    reading = read_bytes("a.csv", table.encode())
    rows_in(3, reading)
    texts = [article.text for article in reading.articles]
    assert texts == ["A\n\nIt rained all night.", "B\n\nIt snowed."]
    assert "a.csv: 1 without a text in 'content' has what is in 'summary'." in reading.notes


def test_quotation_marks_after_backslashes_belong_to_their_cell_where_rows_then_fit() -> None:
    table = 'title,text\nA,"He said \\"no\\", and left."\nB,"He said ""yes"", and stayed."\n'
    reading = read_bytes("a.csv", table.encode())
    assert [a.text for a in reading.articles] == [
        'A\n\nHe said "no", and left.',
        'B\n\nHe said "yes", and stayed.',
    ]
    (article,) = read_bytes("a.csv", b'title,text\nA,"It lies in C:\\"\n').articles
    assert article.text == "A\n\nIt lies in C:\\"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('[{"text": "It rained."}, {"text": "It snowed."},]', True),
        ('{"text": "It rained."}\n{"text": "It snowed."}\n', True),
        ('[{"text": "It rained."}, {"text": "It snowed."}', False),
        ('[{"text": "It rained."}, {"text": "It snowed."}, {"te', False),
    ],
)
def test_only_what_breaks_off_is_called_cut_short(text: str, whole: bool) -> None:
    reading = read_bytes("a.json", text.encode())
    assert len(reading.articles) == 2
    assert reading.set_aside.empty == whole


def test_a_list_of_headlines_is_read_as_such_but_not_where_a_column_may_hold_texts() -> None:
    listed = {"title": "Bridge closed", "seendate": "20161216T101500Z", "domain": "ledger.example"}
    reading = read_bytes("a.json", json.dumps({"articles": [listed]}).encode())
    (article,) = reading.articles
    assert (article.text, article.source) == ("Bridge closed", "ledger.example")
    assert article.published == datetime(2016, 12, 16, 10, 15)
    told = "a.json: It has no column of texts: each article is its headline alone."
    assert told in reading.notes
    with pytest.raises(ReadingError, match="no column is known to hold the text"):
        read_bytes("a.csv", f'title,blurb\nA,"{BODY * 4}"\n'.encode())


def test_rows_of_a_list_of_abstracts_that_have_none_are_their_headlines() -> None:
    rows = "title,abstract,date\nBridge,It rained.,2016-12-16\nRoad,,2016-12-17\n,,2016-12-18\n"
    reading = read_bytes("a.csv", rows.encode())
    assert [article.text for article in reading.articles] == ["Bridge\n\nIt rained.", "Road"]
    assert list(reading.set_aside["row"]) == ["3"]
    assert "a.csv: 1 has nothing in 'abstract': a headline alone." in reading.notes


def test_a_byline_is_the_name_in_it() -> None:
    rows = "text,author\nIt rained.,By Ada Example\nIt froze.,Byron Example\n"
    reading = read_bytes("a.csv", rows.encode())
    assert [article.author for article in reading.articles] == ["Ada Example", "Byron Example"]


def test_of_two_short_columns_the_outlet_is_the_one_that_comes_again() -> None:
    rows = [
        ("2016-12-16", "Bridge closed", "The Ledger", "https://ledger.example/1", BODY),
        ("2016-12-17", "Market open", "Gazette", "https://gazette.example/1", f"{BODY} Again."),
        ("2016-12-18", "Ferry late", "Gazette", "https://gazette.example/2", f"{BODY} Thrice."),
    ]
    data = "\n".join("\t".join(row) for row in rows).encode()
    articles = read_bytes("a.tsv", data).articles
    assert [article.title for article in articles] == ["Bridge closed", "Market open", "Ferry late"]
    assert [article.source for article in articles] == ["The Ledger", "Gazette", "Gazette"]
