"""Answers of services that have no reader of their own: their names for things are known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.reading import Reading, read_bytes

STORY = "HOMS: The bridge over the river was closed on Monday after a night of rain."
URL = "https://ledger.example/1"
LEDGER = "The Northern Ledger"


def read(value: Any) -> Reading:
    return read_bytes("a.json", json.dumps(value).encode())


@pytest.mark.parametrize(
    ("record", "source"),
    [
        (
            {
                **{"uri": "1", "date": "2016-12-16", "dateTime": "2016-12-16T09:15:00Z"},
                **{"url": URL, "title": "Bridge", "body": STORY, "authors": []},
                "source": {"uri": "ledger.example", "title": LEDGER},
            },
            LEDGER,
        ),
        (
            {
                **{"title": "Bridge", "published_date": "2016-12-16 09:15:00", "link": URL},
                **{"clean_url": "ledger.example", "summary": STORY, "media": "https://x.example/a"},
            },
            "ledger.example",
        ),
        (
            {
                **{"title": "Bridge", "date_publish": "2016-12-16 09:15:00", "maintext": STORY},
                **{"source_domain": "ledger.example", "url": URL, "description": "A bridge."},
                "date_download": "2020-01-01 00:00:00",
            },
            "ledger.example",
        ),
        (
            {
                **{"title": "Bridge", "hostname": "ledger.example", "date": "2016-12-16 09:15"},
                **{"text": STORY, "source": URL, "source-hostname": LEDGER},
            },
            LEDGER,
        ),
        (
            {
                **{"title": "Bridge", "link": URL, "content": "ONLY AVAILABLE IN PAID PLANS"},
                **{"description": STORY, "pubDate": "2016-12-16 09:15:00", "source_name": LEDGER},
            },
            LEDGER,
        ),
        (
            {
                **{"title": "Bridge", "link": URL, "source": {"name": LEDGER}, "snippet": STORY},
                "date": "12/16/2016, 09:15 AM, +0000 UTC",
            },
            LEDGER,
        ),
    ],
)
def test_outlet_day_address_and_text_are_found(record: dict[str, Any], source: str) -> None:
    other = json.loads(json.dumps(record).replace("Bridge", "Road"))
    article = read({"status": "ok", "articles": [record, other]}).articles[0]
    assert article.text == f"Bridge\n\n{STORY}"
    assert (article.source, article.url) == (source, URL)
    assert str(article.published) == "2016-12-16 09:15:00"


def test_a_text_that_the_service_cut_is_told() -> None:
    reading = read([{"title": "Bridge", "content": f"{STORY[:-1]}... [1234 chars]"}])
    assert reading.articles[0].text == f"Bridge\n\n{STORY[:-1]}…"
    assert "a.json: 1 text is cut by the service that gave it." in reading.notes


def test_messages_of_a_channel_have_its_name_for_an_outlet() -> None:
    text = [{"type": "bold", "text": "Bridge closed. "}, STORY]
    message = {"id": 2, "type": "message", "date": "2016-12-16T09:15:00", "from": "Homs Watch"}
    messages = [message | {"text": text}, message | {"id": 3, "text": "The road is open again."}]
    reading = read({"name": "Homs Watch", "type": "public_channel", "messages": messages})
    assert [article.text for article in reading.articles] == [
        f"Bridge closed. {STORY}",
        "The road is open again.",
    ]
    assert {article.source for article in reading.articles} == {"Homs Watch"}


def test_a_number_is_no_author_and_a_text_is_kept_once() -> None:
    record = {"title": "Bridge", "text": STORY * 4, "raw_text": STORY * 4, "author": 7}
    (article,) = read([record]).articles
    assert article.author == ""
    assert "raw_text" not in article.further


@pytest.mark.parametrize(
    ("source", "outlet", "url"),
    [
        ("https://www.ledger.example/", "ledger.example", ""),
        ("www.ledger.example", "ledger.example", ""),
        (URL, "", URL),
        (LEDGER, LEDGER, ""),
    ],
)
def test_the_address_of_a_site_names_an_outlet_and_that_of_a_page_is_the_pages(
    source: str, outlet: str, url: str
) -> None:
    (article,) = read([{"title": "Bridge", "text": STORY, "source": source}]).articles
    assert (article.source, article.url) == (outlet, url)
