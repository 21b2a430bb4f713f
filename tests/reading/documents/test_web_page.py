"""Web pages: the article without what stands around it, and whose page it is."""

from __future__ import annotations

import gzip
import json
from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import BODY, page

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


@pytest.mark.parametrize(
    "noted",
    [
        "<!-- saved from url=(0028)https://ledger.example/bridge -->",
        "<!--\n Page saved with SingleFile \n url: https://ledger.example/bridge \n saved: x\n-->",
    ],
)
def test_the_address_that_is_noted_at_the_top_of_a_saved_page_is_its_own(noted: str) -> None:
    text = page("Bridge closed").replace("<html>", f"{noted}<html>")
    assert read_bytes("a.html", text.encode()).articles[0].url == "https://ledger.example/bridge"


def test_a_page_that_an_archive_shows_has_the_address_and_outlet_of_its_own() -> None:
    kept = "https://web.archive.org/web/20170101000000/https://www.ledger.example/bridge"
    text = page("Bridge closed", f"<link rel='canonical' href='{kept}'>").replace(
        " | The Ledger", ""
    )
    (article,) = read_bytes("a.html", text.encode()).articles
    assert article.url == "https://www.ledger.example/bridge"
    assert article.source == "ledger.example"
