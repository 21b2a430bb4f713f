"""Web pages, PDF and Word: one article a file."""

from __future__ import annotations

import gzip
import json
from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import BODY, archive, page, pdf, word

STATED = (
    '<script type="application/ld+json">'
    + json.dumps(
        {
            "@graph": [
                {"@type": "Organization", "name": "The Ledger"},
                {
                    "@type": "NewsArticle",
                    "headline": "Bridge closed after rain",
                    "datePublished": "2016-12-16T10:30:00+02:00",
                    "author": [{"name": "Rana Haddad"}, "Tom Vale"],
                },
            ]
        }
    )
    + "</script><meta property='og:site_name' content='The Ledger'>"
)


@pytest.mark.parametrize("name", ["a.html", "a.php", "clipping"])
def test_the_article_of_a_page_is_read_without_what_stands_around_it(name: str) -> None:
    (article,) = read_bytes(name, page("Bridge closed", STATED).encode()).articles
    assert article.title == "Bridge closed after rain"
    assert article.published == datetime(2016, 12, 16, 10, 30)
    assert (article.source, article.author) == ("The Ledger", "Rana Haddad; Tom Vale")
    assert "Home Sport" not in article.text
    assert article.text.count(BODY) == 4


def test_a_page_may_be_packed_and_in_arabic_or_declare_a_wrong_charset() -> None:
    arabic = page("إغلاق الجسر").replace(
        BODY, "أغلق الجسر فوق النهر يوم الاثنين بعد ليلة من المطر."
    )
    (article,) = read_bytes("a.html.gz", gzip.compress(arabic.encode())).articles
    assert article.text.startswith("إغلاق الجسر")
    latin = page("Le pont fermé à Homs").encode("latin-1", "replace")
    reading = read_bytes("b.html", latin)
    assert reading.articles[0].text.startswith("Le pont fermé à Homs")
    assert any("declares utf-8" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE html><html><body></body></html>", "no article can be found|without anything"),
        (
            "<html><body><main><p>Before you continue: we and our partners use cookies to store "
            "personal data. Accept all or manage settings; you may withdraw your consent.</p>"
            "</main></body></html>",
            "asks for consent|no article can be found",
        ),
    ],
)
def test_a_page_without_an_article_is_set_aside(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_bytes("a.html", text.encode())


def test_lines_of_a_pdf_are_joined_and_page_numbers_left_out() -> None:
    pages = [
        [
            "The Ledger",
            "Bridge closed",
            "",
            "The bridge over the river was closed on Monday after a night of rain, the may-",
            "or of the town said. Traffic was sent over the old ford that lies to the north of",
            "1",
        ],
        [
            "The Ledger",
            "Deir ez-Zor until noon, when the water had fallen to where it stood before. Two",
            "carts were left in the river, and their owners came for them in the afternoon with",
            "2",
        ],
        ["The Ledger", "ropes, two mules and a neighbour.", "3"],
    ]
    reading = read_bytes("2016-12-16 bridge.pdf", pdf(pages))
    (article,) = reading.articles
    assert "the mayor of the town said" in article.text
    assert "north of Deir ez-Zor until" in article.text
    assert "The Ledger" not in article.text
    assert article.published == datetime(2016, 12, 16)


NEXIS = ["Bridge closed", "The Northtown Ledger", "December 16, 2016 Friday", "Length: 9 words",
         "Body", "It rained. The bridge was closed.", "End of Document"]  # fmt: skip


def test_a_pdf_of_many_nexis_articles_is_refused_and_one_of_one_is_told() -> None:
    with pytest.raises(ReadingError, match=r"export of 2 articles as PDF.*DOCX"):
        read_bytes("a.pdf", pdf([NEXIS, NEXIS]))
    reading = read_bytes("a.pdf", pdf([NEXIS]))
    assert len(reading.articles) == 1
    assert any("exported as DOCX they do not" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("database", "number"),
    [("Europresse", "news.2016121{}.GN.001"), ("ProQuest", "ProQuest document ID: 12{}")],
)
def test_a_pdf_of_many_articles_of_another_database_is_refused_with_its_advice(
    database: str, number: str
) -> None:
    days = ("Monday", "Tuesday", "Sunday")
    pages = [
        [f"Bridge closed on {day}", f"In {day}'s rain it was closed.", number.format(at)]
        for at, day in enumerate(days)
    ]
    with pytest.raises(ReadingError, match=rf"export of 3 articles of {database}.*HTML"):
        read_bytes("a.pdf", pdf(pages))
    assert len(read_bytes("a.pdf", pdf(pages[:1])).articles) == 1


def test_a_pdf_with_a_password_or_without_text_or_cut_is_refused() -> None:
    for data, reason in (
        (pdf([["It rained."]], "opens-nothing"), "protected by a password"),
        (pdf([[""]]), "may be pictures"),
        (pdf([["It rained."]])[:60], "damaged"),
        (b"%PDF-1.7\n" + b"\0" * 100, "damaged"),
    ):
        with pytest.raises(ReadingError, match=reason):
            read_bytes("a.pdf", data)


def test_a_word_document_keeps_its_order_and_never_who_made_it() -> None:
    data = word([("Title", "Bridge closed"), ("", BODY), ("", "It reopened.")], [["Homs", "2"]])
    (article,) = read_bytes("a.docx", data).articles
    assert article.title == "Bridge closed"
    assert article.text == f"Bridge closed\n\n{BODY}\n\nIt reopened.\n\nHoms\t2"
    assert "Exporter" not in repr(article)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word([]), "empty"),
        (word([("", BODY)])[:-100], "damaged"),
        (b"", "empty"),
        (
            archive(
                {
                    "[Content_Types].xml": "<x/>",
                    "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
                }
            ),
            "declares entities",
        ),
    ],
)
def test_what_is_no_harmless_document_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_bytes("a.docx", data)


def test_the_publisher_that_a_page_states_is_its_outlet_where_nothing_else_names_one() -> None:
    stated = (
        '{"@type": "NewsArticle", "headline": "Bridge closed", '
        '"publisher": {"@type": "Organization", "name": "Harbour Gazette"}}'
    )
    page = (
        f'<html><head><title>Bridge</title><script type="application/ld+json">{stated}</script>'
        f"</head><body><article><h1>Bridge closed</h1><p>{BODY}</p><p>{BODY}</p></article></body>"
        "</html>"
    )
    (article,) = read_bytes("a.html", page.encode()).articles
    assert article.source == "Harbour Gazette"
